package id.pantau.command.life;

import id.pantau.command.Desk;
import id.pantau.command.Places;
import id.pantau.command.Reply;
import id.pantau.command.Role;
import id.pantau.command.SignedIn;
import id.pantau.command.Stations;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.platform.Inspection;
import id.pantau.platform.Inspection.Inspected;
import id.pantau.platform.Inspection.Passage;
import id.pantau.platform.Synced;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One form's life, found by station or by receipt; docs/command-centre.md §7. */
public final class LifeDesk implements Desk {
  private final Election election;
  private final Stations stations;
  private final Life life;

  /**
   * @param node what this node is called
   */
  public LifeDesk(
      Election election, Inspection inspection, Synced synced, String node, InstantSource clock) {
    this.election = election;
    this.stations = new Stations(inspection);
    this.life = new Life(node, clock.millis(), synced);
  }

  @Override
  public void mount(Router router) {
    router
        .get("/api/life")
        .handler(SignedIn.with(Role.WATCH))
        .handler(Reply.guarded(this::byReceipt));
    router
        .get("/api/life/:contest/:station")
        .handler(SignedIn.with(Role.WATCH))
        .handler(Reply.guarded(this::byStation));
  }

  private void byStation(RoutingContext ctx) {
    int contest = Places.contest(election, ctx.pathParam("contest"));
    String station = Places.station(election, ctx.pathParam("station")).code();
    answer(ctx, inspect(station, contest).map(one -> life.of(one, null, form -> false)));
  }

  private void byReceipt(RoutingContext ctx) {
    String text = ctx.queryParams().get("receipt");
    if (text == null) {
      throw Reply.malformed("receipt is missing");
    }
    Receipt receipt = Receipt.of(text);
    String station = Places.station(election, receipt.station()).code();
    String contest = ctx.queryParams().get("contest");
    List<Future<Inspected>> asked = new ArrayList<>();
    for (int c : contests(contest)) {
      asked.add(inspect(station, c));
    }
    answer(ctx, Future.all(asked).map(all -> found(all.<Inspected>list(), receipt)));
  }

  private int[] contests(@Nullable String wanted) {
    if (wanted != null && !wanted.isEmpty()) {
      return new int[] {Places.contest(election, wanted)};
    }
    int[] all = new int[election.contests().size()];
    for (int c = 0; c < all.length; c++) {
      all[c] = c;
    }
    return all;
  }

  private Future<Inspected> inspect(String station, int contest) {
    Contest of = election.contests().get(contest);
    return stations.inspect(station, of.id());
  }

  /** A batch is of one contest, so at most one of them has a form at the position. */
  private JsonObject found(List<Inspected> contests, Receipt receipt) {
    for (Inspected one : contests) {
      if (one.passages().stream().anyMatch(form -> isAt(form, receipt))) {
        return life.of(one, receipt, form -> isAt(form, receipt));
      }
    }
    List<Inspected> before =
        contests.stream().filter(one -> repeated(one, receipt).isPresent()).toList();
    if (before.isEmpty()) {
      throw new Reply.No(404, "unknown-receipt", "the station has no form of that position");
    }
    if (before.size() > 1) {
      throw new Reply.No(
          409, "contest-needed", "the station has older forms of more than one contest");
    }
    Position newest = repeated(before.get(0), receipt).orElseThrow().position();
    return life.of(before.get(0), receipt, form -> form.position().equals(newest));
  }

  private static boolean isAt(Passage form, Receipt receipt) {
    return form.position().equals(receipt.position()) || receipt.position().equals(form.origin());
  }

  /**
   * The form that a repeat was about: it was answered with where the province stood by then, and
   * only the newest of a station can be repeated.
   */
  private static Optional<Passage> repeated(Inspected station, Receipt receipt) {
    return station.passages().stream()
        .filter(form -> form.position().compareTo(receipt.position()) < 0)
        .max(Comparator.comparing(Passage::position));
  }

  private static void answer(RoutingContext ctx, Future<JsonObject> body) {
    body.onSuccess(json -> Reply.json(ctx, 200, json)).onFailure(why -> Reply.fail(ctx, why));
  }
}
