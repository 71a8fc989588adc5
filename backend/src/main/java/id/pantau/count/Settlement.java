package id.pantau.count;

import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Position;
import id.pantau.model.Station;
import id.pantau.platform.FormContent;
import id.pantau.platform.LogEntry;
import id.pantau.platform.LogReader;
import id.pantau.platform.PackedForm;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.RedisLink;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Settles what a refill could not decide from the counting records: two nodes acknowledged
 * different contents of one revision around a loss, or a person's older form comes back beneath a
 * newer one. The log tells what stands; each step is taken only if the log has not moved since.
 */
final class Settlement {
  private static final int ENTRIES = 64;
  private static final int STEPS_PER_STATION_MAX = 100;

  private final CountFunction function;
  private final RedisLink link;
  private final Election election;
  private final String log;
  private final ProvincePosition at;
  private final RefillReport report;
  private final Map<String, StationChain> chains = new HashMap<>();
  private final ArrayDeque<StationChain> open = new ArrayDeque<>();
  private final List<Item> history = new ArrayList<>();
  private Position read = new Position(0, 0);
  private long stepsLeft;

  Settlement(
      CountFunction function,
      RedisLink link,
      Election election,
      ProvincePosition at,
      RefillReport report) {
    this.function = function;
    this.link = link;
    this.election = election;
    this.log = new RedisKeys(election.id()).log(at.province());
    this.at = at;
    this.report = report;
  }

  /**
   * Lets those stand that must.
   *
   * @return those that must not, to be logged as history
   */
  Future<List<Item>> settle(List<JournalEntry> undecided) {
    for (JournalEntry entry : undecided) {
      byte[] content = PackedForm.content(entry.packed());
      Form form = FormContent.unpack(content, election::contest);
      chains
          .computeIfAbsent(StationChain.place(FormContent.key(content)), p -> chain(form))
          .missing(entry, form, FormContent.hashAsLong(FormContent.hash(content)));
    }
    stepsLeft = (long) STEPS_PER_STATION_MAX * open.size();
    return readOn().compose(all -> steps()).map(done -> history);
  }

  private StationChain chain(Form form) {
    Contest contest = Objects.requireNonNull(election.contest(form.contest()));
    Station station = Objects.requireNonNull(election.areas().station(form.station()));
    StationChain chain = new StationChain(contest, station);
    open.add(chain);
    return chain;
  }

  private Future<Void> readOn() {
    return LogReader.readAfter(link, log, read, ENTRIES)
        .compose(
            entries -> {
              entries.forEach(this::read);
              return entries.size() < ENTRIES ? Future.succeededFuture() : readOn();
            });
  }

  private void read(LogEntry entry) {
    read = entry.position();
    at.saw(entry.position());
    for (LogEntry.Logged logged : entry.forms()) {
      byte[] content = PackedForm.content(logged.packed());
      StationChain chain = chains.get(StationChain.place(FormContent.key(content)));
      if (chain != null) {
        chain.logged(
            logged,
            entry.position(),
            FormContent.unpack(content, election::contest),
            FormContent.hashAsLong(FormContent.hash(content)));
      }
    }
  }

  private Future<Void> steps() {
    while (!open.isEmpty()) {
      StationChain chain = open.element();
      Item stands = chain.mustStand();
      if (stands != null) {
        return stepsLeft-- > 0
            ? supersede(stands).compose(ok -> readOn()).compose(ok -> steps())
            : Future.failedFuture("province " + at.province() + " moves too fast to be settled");
      }
      history.addAll(chain.unlogged());
      open.remove();
    }
    return Future.succeededFuture();
  }

  /** Lets a form stand; where somebody else wrote meanwhile nothing happens but that we know. */
  private Future<Void> supersede(Item item) {
    return function
        .apply(
            link,
            at.province(),
            List.of(item),
            at.seen(),
            CountFunction.Mode.SUPERSEDE,
            item.receivedAtMillis())
        .onSuccess(reply -> report.sent(reply.outcomes()))
        .<Void>mapEmpty()
        .recover(
            e -> {
              String[] said = String.valueOf(e.getMessage()).split(" ", -1);
              if (!said[0].equals("MOVED")) {
                return Future.failedFuture(e);
              }
              at.saw(new Position(Integer.parseInt(said[1]), Long.parseLong(said[2])));
              return Future.succeededFuture();
            });
  }
}
