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
import id.pantau.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a Redis that came back poorer what the node's journal has and its log lacks. The epoch
 * rises first, so every board reloads and no position ever means two things.
 */
final class Refill {
  private static final Logger LOG = LoggerFactory.getLogger(Refill.class);

  private final Vertx vertx;
  private final Election election;
  private final CountFunction function;
  private final RedisLink link;
  private final JournalSource journal;
  private final Settings.Count settings;
  private final RedisKeys keys;
  private String refilledRun = "";

  Refill(
      Vertx vertx,
      Election election,
      CountFunction function,
      RedisLink link,
      JournalSource journal,
      Settings.Count settings) {
    this.vertx = vertx;
    this.election = election;
    this.function = function;
    this.link = link;
    this.journal = journal;
    this.settings = settings;
    this.keys = new RedisKeys(election.id());
  }

  /** All provinces, where this run of Redis is new to the node; else nothing. */
  Future<Void> onConnect(Collection<Lane> lanes) {
    String run = link.runId();
    if (run.equals(refilledRun)) {
      return Future.succeededFuture();
    }
    return provinces(lanes).onSuccess(done -> refilledRun = run);
  }

  /** One province, under a connection that stands. */
  Future<Void> province(Lane lane) {
    return provinces(List.of(lane));
  }

  private Future<Void> provinces(Collection<Lane> lanes) {
    Map<String, HashSet64> held = new HashMap<>();
    Future<Void> raised = Future.succeededFuture();
    for (Lane lane : lanes) {
      lane.refilling(true);
      raised =
          raised
              .compose(ok -> function.raise(link, lane.province(), least(lane)))
              .compose(
                  position -> {
                    lane.saw(position);
                    return hashes(lane.province());
                  })
              .map(
                  hashes -> {
                    held.put(lane.province(), hashes);
                    return null;
                  });
    }
    return raised
        .compose(ok -> vertx.executeBlocking(missing(held)))
        .compose(missing -> send(lanes, missing))
        .onComplete(done -> lanes.forEach(lane -> lane.refilling(false)));
  }

  /** Nothing seen asks for nothing: a first epoch is 1. */
  private static Position least(Lane lane) {
    return lane.seen().equals(Position.START) ? new Position(0, 0) : lane.seen();
  }

  private Future<HashSet64> hashes(String province) {
    HashSet64 hashes = new HashSet64();
    return LogReader.readAll(
            link,
            keys.log(province),
            entry ->
                entry
                    .forms()
                    .forEach(
                        f ->
                            hashes.add(
                                FormContent.hashAsLong(
                                    FormContent.hash(PackedForm.content(f.packed()))))))
        .map(done -> hashes);
  }

  /** What the journal has and the log lacks, by province, oldest first. */
  private Callable<Map<String, List<Item>>> missing(Map<String, HashSet64> held) {
    return () -> {
      List<JournalEntry> found = new ArrayList<>();
      journal.read(
          entry -> {
            byte[] content = PackedForm.content(entry.packed());
            HashSet64 there = held.get(FormContent.key(content).station().substring(0, 2));
            if (there != null && there.add(FormContent.hashAsLong(FormContent.hash(content)))) {
              found.add(entry);
            }
          });
      found.sort(Comparator.comparing(Refill::origin));
      Map<String, List<Item>> missing = new HashMap<>();
      for (JournalEntry entry : found) {
        Form form = FormContent.unpack(PackedForm.content(entry.packed()), election::contest);
        Contest contest = election.contest(form.contest());
        Station station = election.areas().station(form.station());
        if (contest == null || station == null) {
          LOG.error("the journal holds a form of {} that this election lacks", form.station());
          continue;
        }
        missing
            .computeIfAbsent(form.station().substring(0, 2), p -> new ArrayList<>())
            .add(Item.again(entry, form, contest, station));
      }
      return missing;
    };
  }

  private static Position origin(JournalEntry entry) {
    Position origin = PackedForm.envelope(entry.packed()).origin();
    return origin == null ? entry.position() : origin;
  }

  private Future<Void> send(Collection<Lane> lanes, Map<String, List<Item>> missing) {
    Future<Void> sent = Future.succeededFuture();
    for (Lane lane : lanes) {
      List<Item> items = missing.getOrDefault(lane.province(), List.of());
      if (!items.isEmpty()) {
        LOG.warn(
            "province {}: {} acknowledged forms were gone from Redis and are refilled",
            lane.province(),
            items.size());
      }
      for (List<Item> batch : batches(items)) {
        sent = sent.compose(ok -> send(lane, batch, CountFunction.Mode.REFILL));
      }
    }
    return sent;
  }

  private List<List<Item>> batches(List<Item> items) {
    List<List<Item>> batches = new ArrayList<>();
    List<Item> batch = new ArrayList<>();
    for (Item item : items) {
      boolean full = batch.size() == settings.batchFormsMax();
      boolean other = !batch.isEmpty() && !batch.get(0).contest().equals(item.contest());
      if (full || other) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
      batch.add(item);
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private Future<Void> send(Lane lane, List<Item> batch, CountFunction.Mode mode) {
    return function
        .apply(link, lane.province(), batch, lane.seen(), mode, System.currentTimeMillis())
        .compose(
            reply -> {
              lane.saw(reply.position());
              Future<Void> settled = Future.succeededFuture();
              for (int i = 0; i < batch.size(); i++) {
                if (reply.outcomes()[i] == LogEntry.CONFLICT) {
                  Item item = batch.get(i);
                  settled = settled.compose(ok -> settle(lane, item));
                }
              }
              return settled;
            });
  }

  /**
   * Two nodes acknowledged different contents of one revision, around a loss: the one that was held
   * first stands, whatever order the journals are replayed in; the other stays in the log.
   */
  private Future<Void> settle(Lane lane, Item item) {
    FormContent.Key key = FormContent.key(PackedForm.content(item.packed()));
    Position[] standing = {lane.seen()};
    return LogReader.readAll(
            link,
            keys.log(lane.province()),
            entry ->
                entry.forms().stream()
                    .filter(f -> f.outcome() != LogEntry.HISTORY)
                    .filter(f -> FormContent.key(PackedForm.content(f.packed())).equals(key))
                    .forEach(
                        f -> {
                          Position origin = PackedForm.envelope(f.packed()).origin();
                          standing[0] = origin == null ? entry.position() : origin;
                        }))
        .compose(
            read -> {
              Position origin = item.origin();
              boolean earlier = origin != null && origin.compareTo(standing[0]) < 0;
              return send(
                  lane,
                  List.of(item),
                  earlier ? CountFunction.Mode.SUPERSEDE : CountFunction.Mode.HISTORY);
            });
  }
}
