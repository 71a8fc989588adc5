package id.pantau.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pantau.model.Act;
import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.model.Station;
import id.pantau.model.Topic;
import id.pantau.platform.Body;
import id.pantau.platform.Inspection;
import id.pantau.platform.Ledger;
import id.pantau.platform.Photos;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers whoever shows results: every question crosses to the board's own context, where nothing
 * else can move the numbers, and comes back as bytes.
 */
final class Board implements Showing, Inspection, Follower.TickSource, LedgerCopy.Asking {
  private static final int PHOTOS_MILLIS_MAX = 2_000;
  private final Context context;
  private final InstantSource clock;
  private final Election election;
  private final Photos photos;
  private final Standing standing;
  private final ResultsJson results;
  private final StationJson stations;
  private final HistoryJson history;
  private final EarlierJson earlier;
  private final ChangesJson changes;
  private final CorrectionsJson corrections;
  private final Topics topics;
  private final Cache<String, Body> bodies;
  private final Workroom workroom;
  private final Set<Hub> hubs = new LinkedHashSet<>();
  private long tick = 1;
  private final TickReceipts receipts = new TickReceipts();
  private volatile boolean ready;
  private volatile long countedAtMillis;

  Board(
      Context context,
      Settings.Board settings,
      Standing standing,
      Photos photos,
      InstantSource clock) {
    this.clock = clock;
    this.photos = photos;
    this.context = context;
    this.election = standing.election();
    this.standing = standing;
    this.results = new ResultsJson(standing);
    this.stations = new StationJson(standing);
    this.history = new HistoryJson(standing);
    this.earlier = new EarlierJson(standing);
    this.changes = new ChangesJson(standing);
    this.corrections = new CorrectionsJson(standing);
    this.topics = new Topics(standing, results);
    this.bodies =
        Caffeine.newBuilder()
            .maximumWeight(settings.bodyCacheBytesMax())
            .weigher((String key, Body body) -> body.json().length() + 200)
            .executor(Runnable::run)
            .build();
    this.workroom = new Workroom(context.owner(), bodies);
  }

  /** The tick that is running; what changes now is given with it. */
  @Override
  public long now() {
    return tick;
  }

  @Override
  public void arrived(long receivedAtMillis) {
    receipts.add(receivedAtMillis);
  }

  void ready() {
    standing.announced(0);
    countedAtMillis = standing.countedAtMillis();
    ready = true;
  }

  /** A province was read anew: the same position may now show other numbers. */
  void forgetBodies() {
    bodies.invalidateAll();
    workroom.forget();
  }

  /** Other acts are in force: what they concern is shown otherwise from this tick on. */
  void act(List<Act> open) {
    standing.act(open, tick);
    forgetBodies();
  }

  Future<Void> close() {
    return workroom.close();
  }

  boolean isReady() {
    return ready;
  }

  int followedTopics() {
    return topics.size();
  }

  int bodiesComing() {
    return workroom.size();
  }

  /** Gives every hub what changed, and begins the next tick. */
  void endTick() {
    Map<Topic, Update> updates = topics.changed(tick, receipts.take());
    countedAtMillis = ready ? standing.countedAtMillis() : 0;
    tick++;
    if (!updates.isEmpty()) {
      hubs.forEach(hub -> hub.give(updates));
    }
    if (ready) {
      standing.announced(clock.millis());
    }
  }

  @Override
  public Future<Body> results(String contest, String area) {
    return ask(
        () -> {
          int c = contest(contest);
          int a = area(area);
          return cached("r/" + c + "/" + a, standing.position(a), () -> results.whole(c, a));
        });
  }

  @Override
  public Future<Body> resultsAt(String contest, String area, long atMillis) {
    return askOn(
        () -> {
          Past past = Past.at(standing, contest(contest), area(area), atMillis);
          String name = "a/" + past.contest() + "/" + past.area() + "/" + atMillis;
          return workroom.body(name, past.position(), () -> earlier.body(past, atMillis));
        });
  }

  @Override
  public Future<Body> station(String code, String contest) {
    return photosOf(code, contest)
        .compose(held -> ask(() -> stations.body(contest(contest), stationOf(code), held)));
  }

  @Override
  public Future<Inspected> inspect(String code, String contest) {
    return photosOf(code, contest)
        .compose(held -> ask(() -> stations.inspected(contest(contest), stationOf(code), held)));
  }

  private Future<Set<String>> photosOf(String code, String contest) {
    return ask(() -> stations.photos(contest(contest), stationOf(code))).compose(this::stored);
  }

  /** A store that does not answer costs the photos, never the numbers. */
  private Future<Set<String>> stored(Set<String> named) {
    return photos
        .stored(named)
        .timeout(PHOTOS_MILLIS_MAX, TimeUnit.MILLISECONDS)
        .otherwise(Set.of());
  }

  private Station stationOf(String code) {
    Station station = election.areas().station(code);
    if (station == null) {
      throw new Unknown("there is no station " + code);
    }
    return station;
  }

  @Override
  public Future<Body> history(String contest, String area, int pointsMax) {
    return askOn(
        () -> {
          Past past = Past.now(standing, contest(contest), area(area));
          String name = "h/" + past.contest() + "/" + past.area() + "/" + pointsMax;
          return workroom.rested(name, past.position(), () -> history.body(past, pointsMax));
        });
  }

  @Override
  public Future<Body> changes(@Nullable String since, int limit) {
    return ask(() -> changes.body(since, limit));
  }

  @Override
  public Future<Body> corrections(String contest, String area, int limit) {
    return ask(
        () -> {
          int c = contest(contest);
          int a = area(area);
          String key = "c/" + c + "/" + a + "/" + limit;
          return cached(key, standing.position(a), () -> corrections.body(c, a, limit));
        });
  }

  @Override
  public long countedAtMillis() {
    return countedAtMillis;
  }

  @Override
  public Following follow(Consumer<List<Update>> onTick) {
    Hub hub = new Hub(Objects.requireNonNull(Vertx.currentContext()), onTick);
    context.runOnContext(go -> hubs.add(hub));
    return hub;
  }

  private Body cached(String key, Position now, Supplier<Body> render) {
    Body known = bodies.getIfPresent(key);
    if (known != null && known.position().equals(now)) {
      return known;
    }
    Body fresh = render.get();
    bodies.put(key, fresh);
    return fresh;
  }

  private int contest(String id) {
    int contest = election.contestIndex(id);
    if (contest < 0) {
      throw new Unknown("there is no contest " + id);
    }
    return contest;
  }

  private int area(String code) {
    int area = election.areas().find(code);
    if (area < 0) {
      throw new Unknown("there is no area " + code);
    }
    return area;
  }

  /** Everything that was counted, cut off province by province. */
  Ledger ledger() {
    return () -> ask(() -> new LedgerCopy(standing, this));
  }

  /** Runs a question on the board's context and hands the answer back on the caller's. */
  @Override
  public <T> Future<T> ask(Supplier<T> question) {
    return askOn(() -> Future.succeededFuture(question.get()));
  }

  /** The same for a question whose answer comes later. */
  private <T> Future<T> askOn(Supplier<Future<T>> question) {
    return askOn(Vertx.currentContext(), question);
  }

  /**
   * @param caller where the answer is given; null = wherever it comes about
   */
  private <T> Future<T> askOn(@Nullable Context caller, Supplier<Future<T>> question) {
    Promise<T> answer = Promise.promise();
    context.runOnContext(
        go -> {
          if (!ready) {
            back(caller, () -> answer.fail(new NotReady()));
            return;
          }
          try {
            question
                .get()
                .onComplete(
                    (value, failure) -> back(caller, () -> answer.complete(value, failure)));
          } catch (RuntimeException e) {
            back(caller, () -> answer.fail(e));
          }
        });
    return answer.future();
  }

  private static void back(@Nullable Context caller, Runnable answer) {
    if (caller == null) {
      answer.run();
    } else {
      caller.runOnContext(go -> answer.run());
    }
  }

  /** One hub's following. Its own map lives on the board's context. */
  private final class Hub implements Following {
    private final Context home;
    private final Consumer<List<Update>> onTick;
    private final Map<Topic, Integer> followed = new HashMap<>();

    Hub(Context home, Consumer<List<Update>> onTick) {
      this.home = home;
      this.onTick = onTick;
    }

    void give(Map<Topic, Update> updates) {
      List<Update> mine = new ArrayList<>();
      for (Topic topic : followed.keySet()) {
        Update update = updates.get(topic);
        if (update != null) {
          mine.add(update);
        }
      }
      if (!mine.isEmpty()) {
        home.runOnContext(go -> onTick.accept(mine));
      }
    }

    /** Answers at home, not where it is asked: a socket's own handler has no context. */
    @Override
    public Future<Update> add(Topic topic) {
      return askOn(
          home,
          () -> {
            Update now = topics.add(topic, tick);
            followed.merge(topic, 1, Integer::sum);
            return Future.succeededFuture(now);
          });
    }

    @Override
    public void drop(Topic topic) {
      context.runOnContext(
          go -> {
            if (followed.containsKey(topic)) {
              followed.computeIfPresent(topic, (t, n) -> n == 1 ? null : n - 1);
              topics.drop(topic);
            }
          });
    }

    @Override
    public void close() {
      context.runOnContext(
          go -> {
            hubs.remove(this);
            followed.forEach(
                (topic, times) -> {
                  for (int i = 0; i < times; i++) {
                    topics.drop(topic);
                  }
                });
            followed.clear();
          });
    }
  }
}
