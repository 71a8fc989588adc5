package id.pantau.count;

import id.pantau.model.Answer;
import id.pantau.model.Area;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.model.Station;
import id.pantau.model.Submission;
import id.pantau.platform.Counting;
import id.pantau.platform.FormContent;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.RedisLink;
import id.pantau.platform.RedisLinks;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The count of a node: a lane a province, one journal, one connection to Redis; on a Redis Cluster
 * one a province.
 */
public final class Count implements Counting {
  private static final Logger LOG = LoggerFactory.getLogger(Count.class);
  private static final int REDIS_AWAITED_MILLIS = 5_000;

  private final Vertx vertx;
  private final Context context;
  private final Settings.Count settings;
  private final Settings.Redis redis;
  private final Election election;
  private final Journal journal;
  private final Journaled journaled;
  private final InstantSource clock;
  private final CountFunction function;
  private final RedisLinks links;
  private final Proofs proofs;
  private final Recovery recovery;
  private final CountMeters meters;
  private final RedisMemory memory;
  private final SyncTimes syncs = new SyncTimes();
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Map<String, Integer> epochs = new HashMap<>();
  private final Promise<Void> started = Promise.promise();
  private final Set<RedisLink> preparing = new HashSet<>();
  private volatile boolean ready;

  /**
   * To be made on the context that it lives on.
   *
   * @param contents what the journal held at start
   */
  Count(
      Vertx vertx,
      Settings settings,
      Election election,
      Journal journal,
      JournalFolder.Contents contents,
      JournalSource source,
      MeterRegistry registry,
      InstantSource clock) {
    this.vertx = vertx;
    this.context = Objects.requireNonNull(vertx.getOrCreateContext());
    this.settings = settings.count();
    this.redis = settings.redis();
    this.election = election;
    this.journal = journal;
    this.journaled = new Journaled(vertx, contents);
    this.clock = clock;
    this.function = new CountFunction(election, settings.node().called());
    this.meters = new CountMeters(registry);
    for (int province : election.areas().provinces()) {
      Area area = election.areas().area(province);
      Position seen = contents.newest().getOrDefault(area.code(), Position.START);
      lanes.put(area.code(), new Lane(this, area.code(), seen));
      epochs.put(area.code(), seen.epoch());
    }
    this.links =
        new RedisLinks(
                vertx, redis, new RedisKeys(election.id()), lanes.keySet(), "count", this::prepare)
            .onUp(this::up)
            .onDown(this::down);
    this.proofs = new Proofs(vertx, links, new RedisKeys(election.id()), contents);
    Refill refill =
        Refill.of(
            vertx,
            election,
            function,
            links,
            source,
            journaled,
            proofs,
            this.settings.batchFormsMax(),
            this::remember,
            forms -> {});
    this.recovery = new Recovery(vertx, links, function, refill, lanes.values(), meters);
    meters.gauges(this, lanes.values());
    this.memory = new RedisMemory(vertx, links, registry);
  }

  /**
   * Connects; completes when Redis is there, or after a while without it, for a node may start
   * first. Fails where this Redis must not be used.
   */
  Future<Void> start() {
    links.start();
    memory.start();
    vertx.setTimer(REDIS_AWAITED_MILLIS, t -> started.tryComplete());
    return started.future();
  }

  Future<Void> close() {
    ready = false;
    preparing.clear();
    recovery.close();
    memory.stop();
    lanes.values().forEach(lane -> lane.failAll("the node goes down"));
    return proofs.written().eventually(links::close);
  }

  /** True while forms can be counted: Redis is there and holds all that the journal holds. */
  public boolean isReady() {
    return ready;
  }

  @Override
  public Future<List<Answer>> count(List<Submission> forms) {
    Promise<List<Answer>> done = Promise.promise();
    if (forms.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    List<Item> items = forms.stream().map(this::pack).toList();
    Context caller = Vertx.currentContext();
    context.runOnContext(go -> enqueue(forms, items, done));
    return caller == null ? done.future() : on(caller, done.future());
  }

  private static <T> Future<T> on(Context caller, Future<T> answered) {
    Promise<T> there = Promise.promise();
    answered.onComplete(result -> caller.runOnContext(go -> there.handle(result)));
    return there.future();
  }

  private Item pack(Submission submission) {
    Contest contest = Objects.requireNonNull(election.contest(submission.form().contest()));
    Station station = Objects.requireNonNull(election.areas().station(submission.form().station()));
    return Item.of(submission, contest, station);
  }

  private void enqueue(List<Submission> forms, List<Item> items, Promise<List<Answer>> done) {
    Tally tally = new Tally(items.size(), done);
    List<Lane> touched = new ArrayList<>();
    for (Item item : items) {
      Lane lane = lane(item);
      touched.add(lane);
      if (lane.depth() + items.size() > settings.queueFormsPerProvinceMax()) {
        meters.turnedAway(items.size());
        done.fail(new Busy("too many forms wait for province " + lane.province(), 2));
        return;
      }
    }
    for (int i = 0; i < items.size(); i++) {
      Submission form = forms.get(i);
      touched
          .get(i)
          .offer(
              new Lane.Waiting(
                  items.get(i),
                  form.verdict().findings(),
                  form.receivedAt().toEpochMilli(),
                  tally,
                  i));
    }
    touched.stream().distinct().forEach(Lane::pump);
  }

  private Lane lane(Item item) {
    return Objects.requireNonNull(lanes.get(item.station().code().substring(0, 2)));
  }

  Future<CountFunction.Reply> apply(String province, List<Item> batch, Position seen) {
    long from = System.nanoTime();
    return function
        .apply(links.of(province), province, batch, seen, CountFunction.Mode.LIVE, clock.millis())
        .onSuccess(reply -> meters.counted(batch.size(), System.nanoTime() - from));
  }

  boolean isUp(Lane lane) {
    return links.of(lane.province()).isUp();
  }

  /**
   * True from the connection on: what waits is counted as soon as Redis has been refilled. Also
   * while the connection is on its way to another server of a Cluster.
   */
  boolean isComing(Lane lane) {
    RedisLink link = links.of(lane.province());
    return preparing.contains(link) || link.isUp() || link.isMoving();
  }

  int batchFormsMax() {
    return settings.batchFormsMax();
  }

  int queueFormsPerProvinceMax() {
    return settings.queueFormsPerProvinceMax();
  }

  int journalPendingBytesMax() {
    return settings.journalPendingBytesMax();
  }

  boolean journalIsFull() {
    return journal.pendingBytes() > settings.journalPendingBytesMax();
  }

  boolean journalHas(String province, byte[] hash) {
    return journaled.has(province, FormContent.hashAsLong(hash));
  }

  /** A form is counted and safe, and its submitter hears so now. */
  void acknowledged(long receivedAtMillis) {
    meters.acknowledged(clock.millis() - receivedAtMillis);
  }

  /** The journal has all of a batch that the log has at this position. */
  void synced(String province, Position position) {
    syncs.put(province, position, clock.millis());
  }

  /** When the newest batches were synced; may be asked on any thread. */
  SyncTimes syncs() {
    return syncs;
  }

  void journalHolds(String province, long hash) {
    journaled.add(province, hash);
  }

  void journal(List<JournalEntry> entries, Consumer<@Nullable IOException> done) {
    journal.append(
        entries,
        failure ->
            context.runOnContext(
                go -> {
                  done.accept(failure);
                  lanes.values().forEach(Lane::pump);
                }));
  }

  Journal journal() {
    return journal;
  }

  /** On the count's context. */
  void later(int millis, Runnable what) {
    vertx.setTimer(millis, t -> what.run());
  }

  /** How long a form waits for a slot that is being moved. */
  int movingMillisMax() {
    return redis.commandTimeoutMillis();
  }

  void callFailed(String province, String said) {
    meters.failed();
    LOG.error("counting a batch of province {} failed: {}", province, said);
  }

  /** On each new connection: the function, then whatever Redis lacks of the journal. */
  private Future<Void> prepare(RedisLink fresh) {
    preparing.add(fresh);
    return refuseOneOfMany(fresh)
        .compose(ok -> EvictionCheck.refuseEvicting(fresh))
        .onFailure(this::refuseToStart)
        .compose(ok -> function.load(fresh))
        .compose(loaded -> recovery.onConnect(fresh))
        .recover(this::refuseOtherReference);
  }

  /** Spoken to as if it were alone it would refuse two provinces of three, one after another. */
  private Future<Void> refuseOneOfMany(RedisLink fresh) {
    return redis.isCluster() || !fresh.isOneOfMany()
        ? Future.succeededFuture()
        : Future.failedFuture(
            new Refused(
                "this Redis is one of a Cluster: its address is redis-cluster://host:port,…"));
  }

  private Future<Void> refuseOtherReference(Throwable e) {
    if (!String.valueOf(e.getMessage()).startsWith("REFERENCE")) {
      return Future.failedFuture(e);
    }
    Refused why =
        new Refused("this Redis counts election " + election.id() + " with other reference data");
    refuseToStart(why);
    return Future.failedFuture(why);
  }

  private void refuseToStart(Throwable why) {
    if (why instanceof Refused && started.tryFail(why)) {
      // Another try would meet a node that is being taken down.
      links.close();
    }
  }

  private void up(RedisLink link) {
    preparing.remove(link);
    ready = links.allUp();
    if (ready) {
      started.tryComplete();
    }
    lanes(link).forEach(Lane::pump);
  }

  private List<Lane> lanes(RedisLink link) {
    return lanes.values().stream().filter(lane -> links.of(lane.province()) == link).toList();
  }

  /** Some lane may have lost forms under a connection that stands. */
  void recover() {
    recovery.begin();
  }

  /**
   * Before anything is written in a new epoch the journal knows it: were Redis to lose everything,
   * the epoch would come a second time, with other numbers in it. It is also the barrier behind
   * which everything that was handed to the journal before can be read from it.
   */
  private Future<Void> remember(Collection<ProvincePosition> positions) {
    List<JournalEntry> marks = new ArrayList<>();
    for (ProvincePosition each : positions) {
      if (each.seen().epoch() > epochs.getOrDefault(each.province(), Position.START.epoch())) {
        marks.add(JournalEntry.mark(each.province(), each.seen()));
      }
    }
    Promise<Void> known = Promise.promise();
    journal(
        marks,
        failure -> {
          if (failure == null) {
            positions.forEach(each -> epochs.put(each.province(), each.seen().epoch()));
          }
          // On a full disk nothing new is acknowledged, but what was must come back all the same.
          known.complete();
        });
    return known.future();
  }

  private void down(RedisLink link) {
    preparing.remove(link);
    recovery.onDown(link);
    ready = false;
    if (link.isMoving()) {
      // Nobody is told to come again yet: in a moment the slot is there where it moved.
      vertx.setTimer(redis.commandTimeoutMillis() + 1L, t -> lanes(link).forEach(Lane::pump));
    } else {
      lanes(link).forEach(lane -> lane.failAll("Redis cannot be reached"));
    }
  }
}
