package id.pantau.command.country;

import id.pantau.command.Desk;
import id.pantau.command.Inbox;
import id.pantau.command.Reply;
import id.pantau.command.Role;
import id.pantau.command.Screens;
import id.pantau.command.SignedIn;
import id.pantau.command.WallCost;
import id.pantau.model.Election;
import id.pantau.platform.Settings;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.BitSet;

/** The country, live: docs/command-centre.md §3. */
public final class CountryDesk implements Desk {
  private static final int TELL_MILLIS = 1_000;

  /** A row is told in so many seconds' messages: a slow screen may be given only the newest. */
  private static final int TIMES_TOLD = 10;

  private final Election election;
  private final Coverage coverage;
  private final CountryJson json;
  private final Screens screens;
  private final WallCost cost;
  private final BitSet[][] lately;
  private int turn;

  public CountryDesk(
      Election election,
      Settings.Command settings,
      Inbox inbox,
      Screens screens,
      WallCost cost,
      InstantSource clock) {
    this.election = election;
    Areas areas = new Areas(election);
    this.coverage = new Coverage(election, areas);
    this.json = new CountryJson(election, areas, coverage, settings.silentMinutes(), clock);
    this.screens = screens;
    this.cost = cost;
    this.lately = new BitSet[election.contests().size()][TIMES_TOLD];
    for (BitSet[] each : lately) {
      java.util.Arrays.setAll(each, i -> new BitSet());
    }
    inbox.read(coverage::take);
  }

  @Override
  public void mount(Router router) {
    router
        .get("/api/country")
        .handler(SignedIn.with(Role.WATCH))
        .handler(Reply.guarded(this::country));
    Context context = Vertx.currentContext();
    if (context != null) {
      context.owner().setPeriodic(TELL_MILLIS, t -> cost.country(this::tell));
    }
  }

  private void country(RoutingContext ctx) {
    String id = ctx.queryParams().get("contest");
    int contest = id == null ? 0 : election.contestIndex(id);
    if (contest < 0) {
      throw new Reply.No(404, "unknown-contest", "there is no contest " + id);
    }
    Reply.json(ctx, 200, json.country(contest));
  }

  /** Sends the rows that changed of late; a row that fell silent is among them. */
  void tell() {
    turn = (turn + 1) % TIMES_TOLD;
    for (int c = 0; c < lately.length; c++) {
      BitSet now = new BitSet();
      for (int area : coverage.changed(c)) {
        now.set(area);
      }
      now.or(json.turnedSilent(c));
      lately[c][turn] = now;
      BitSet all = new BitSet();
      for (BitSet each : lately[c]) {
        all.or(each);
      }
      if (screens.watching() > 0 && !all.isEmpty()) {
        JsonObject message = json.rows(c, all.stream().toArray());
        screens.tell("country", message.toBuffer());
      }
    }
  }
}
