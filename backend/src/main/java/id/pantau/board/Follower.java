package id.pantau.board;

import id.pantau.model.Area;
import id.pantau.model.Election;
import id.pantau.platform.Arrivals.Arrival;
import id.pantau.platform.Arrivals.Batch;
import id.pantau.platform.LogEntry;
import id.pantau.platform.LogReader;
import id.pantau.platform.PackedForm;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.RedisLink;
import id.pantau.platform.RedisLinks;
import id.pantau.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the provinces' logs: an announcement says that a province moved, and then its log is read
 * on from where its fold stands. What an announcement missed, the next poll finds, so a lost
 * subscription costs time, never numbers.
 */
final class Follower {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final int PING_MILLIS = 5_000;

  /** A log that stays wrong is read anew less and less often. */
  private static final int DOUBLINGS_MAX = 6;

  private final Vertx vertx;
  private final Settings.Board settings;
  private final Election election;
  private final RedisKeys keys;
  private final RedisLinks readers;
  private final RedisLink announcements;
  private final Map<String, Feed> feeds = new HashMap<>();
  private final Consumer<ProvinceFold> onFold;
  private final TickSource ticks;
  private final Announcing announcing;
  private final Runnable onLoaded;
  private final Patience patience;
  private final AtomicInteger misreads = new AtomicInteger();
  private boolean announcementsHeard;
  private boolean loaded;

  /**
   * How long a province is left alone before it is read anew.
   *
   * @param quietMillis where the sums differ, or where they agree after a loss of Redis
   * @param lossMillis where Redis lost forms that nobody has given back yet: another node may still
   *     be coming, and until then the numbers must not fall
   */
  record Patience(int quietMillis, int lossMillis) {
    static final Patience USUAL = new Patience(5_000, 60_000);
  }

  /** One province's reading. */
  private static final class Feed {
    private ProvinceFold fold;
    // True from the beginning: the first reading is Loading's.
    private boolean reading = true;
    private boolean again;
    private boolean atEnd;
    private long unquietSinceMillis;
    private long refilled;
    private int misreads;
    private volatile long heardMillis;

    Feed(ProvinceFold fold) {
      this.fold = fold;
    }
  }

  /** The board's current tick. */
  interface TickSource {
    long now();

    /**
     * A form that came in while we follow is shown with this tick.
     *
     * @param receivedAtMillis 0 = long ago, refilled
     */
    void arrived(long receivedAtMillis);
  }

  /**
   * @param announcing is told of every form
   * @param onFold gets each province's fold, at first and when it was read anew
   * @param onLoaded runs once when every province was read to its end
   */
  Follower(
      Vertx vertx,
      Settings settings,
      Election election,
      Patience patience,
      TickSource ticks,
      Announcing announcing,
      Consumer<ProvinceFold> onFold,
      Runnable onLoaded) {
    this.vertx = vertx;
    this.settings = settings.board();
    this.election = election;
    this.patience = patience;
    this.ticks = ticks;
    this.announcing = announcing;
    this.onFold = onFold;
    this.onLoaded = onLoaded;
    this.keys = new RedisKeys(election.id());
    this.readers =
        new RedisLinks(
                vertx,
                settings.redis(),
                keys,
                provinces(election),
                "board",
                link -> Future.succeededFuture())
            .onUp(link -> poll());
    // On a Cluster every server hears every announcement; it must only be one that is there.
    this.announcements =
        new RedisLink(vertx, settings.redis(), keys.acts(), "announcements", this::subscribe)
            .onPush(this::announced)
            .onUp(() -> announcementsHeard = true);
    for (int province : election.areas().provinces()) {
      Area area = election.areas().area(province);
      Feed feed = new Feed(new ProvinceFold(election, province));
      feeds.put(area.code(), feed);
      onFold.accept(feed.fold);
    }
  }

  void start() {
    readers.start();
    announcements.start();
    vertx.setPeriodic(settings.pollMillis(), t -> poll());
    vertx.setPeriodic(PING_MILLIS, t -> ping());
  }

  Future<Void> close() {
    return Future.join(readers.close(), announcements.close()).mapEmpty();
  }

  /** True while some province was not heard of for three polls. */
  boolean isDelayed() {
    long oldest = now() - 3L * settings.pollMillis();
    return !readers.allUp() || feeds.values().stream().anyMatch(feed -> feed.heardMillis < oldest);
  }

  /** How often a log was not what its own sums say, and was read anew. */
  int misreads() {
    return misreads.get();
  }

  private Future<Void> subscribe(RedisLink link) {
    return link.send(Request.cmd(Command.SUBSCRIBE).arg(keys.channel())).mapEmpty();
  }

  private void announced(Response push) {
    announcementsHeard = true;
    if (push.size() == 3 && push.get(0).toString().equals("message")) {
      String message = push.get(2).toString();
      Feed feed = feeds.get(message.substring(0, Math.max(0, message.indexOf(' '))));
      if (feed != null) {
        read(feed);
      }
    }
  }

  /**
   * A half-open connection takes what is sent and answers nothing: where not even the last question
   * was answered it is given up. Subscribing again is the question, because the client takes an
   * announcement for the answer to a PING; its answer is a push, so no time-out waits for it.
   */
  private void ping() {
    if (!announcements.isUp()) {
      return;
    }
    if (announcementsHeard) {
      announcementsHeard = false;
      subscribe(announcements);
    } else {
      announcements.giveUp("nothing heard for " + PING_MILLIS + " ms");
    }
  }

  private void poll() {
    for (Feed feed : feeds.values()) {
      if (readers.of(code(feed.fold)).isUp()) {
        read(feed);
      }
    }
  }

  private static List<String> provinces(Election election) {
    return IntStream.of(election.areas().provinces())
        .mapToObj(province -> election.areas().area(province).code())
        .toList();
  }

  private String code(ProvinceFold fold) {
    return election.areas().area(fold.province()).code();
  }

  private void read(Feed feed) {
    if (feed.reading) {
      feed.again = true;
      return;
    }
    feed.reading = true;
    feed.again = false;
    int most = settings.readEntriesMax();
    ProvinceFold fold = feed.fold;
    String code = code(fold);
    LogReader.readAfter(readers.of(code), keys.log(code), fold.position(), most)
        .onComplete(
            done -> {
              feed.reading = false;
              if (done.failed()) {
                return;
              }
              feed.heardMillis = now();
              List<LogEntry> entries = done.result();
              for (LogEntry entry : entries) {
                fold.apply(entry, ticks.now());
                tell(fold, false);
              }
              arrived(entries);
              if (entries.size() == most || feed.again) {
                read(feed);
              } else {
                readToEnd(feed);
              }
            });
  }

  /** A province was read for the first time, and is followed from here on. */
  void loaded(ProvinceFold fold) {
    Feed feed = Objects.requireNonNull(feeds.get(code(fold)));
    feed.fold = fold;
    feed.reading = false;
    onFold.accept(fold);
    read(feed);
  }

  /** What is read before the load is done is old, and says nothing of how fast we are. */
  private void arrived(List<LogEntry> entries) {
    if (!loaded) {
      return;
    }
    for (LogEntry entry : entries) {
      for (LogEntry.Logged form : entry.forms()) {
        if (form.outcome() != LogEntry.HISTORY) {
          ticks.arrived(PackedForm.receivedAtMillis(form.packed()));
        }
      }
    }
  }

  private void readToEnd(Feed feed) {
    feed.atEnd = true;
    if (!loaded && feeds.values().stream().allMatch(f -> f.atEnd)) {
      loaded = true;
      onLoaded.run();
    }
    ProvinceFold fold = feed.fold;
    boolean goesOn = fold.refilled() != feed.refilled;
    feed.refilled = fold.refilled();
    if (fold.agrees() && !fold.isMerged()) {
      feed.unquietSinceMillis = 0;
      feed.misreads = 0;
    } else if (feed.unquietSinceMillis == 0 || goesOn) {
      feed.unquietSinceMillis = now();
    } else if (now() - feed.unquietSinceMillis > patienceWith(feed)) {
      anew(feed);
    }
  }

  private long patienceWith(Feed feed) {
    if (feed.fold.isMerged() && !feed.fold.agrees()) {
      return patience.lossMillis();
    }
    return (long) patience.quietMillis() << Math.min(feed.misreads, DOUBLINGS_MAX);
  }

  /**
   * Reads a province from the beginning into a fresh fold and then puts it in the old one's place.
   */
  private void anew(Feed feed) {
    String code = code(feed.fold);
    boolean merged = feed.fold.isMerged();
    boolean agreed = feed.fold.agrees();
    feed.unquietSinceMillis = 0;
    feed.refilled = 0;
    feed.reading = true;
    ProvinceFold fresh = new ProvinceFold(election, feed.fold.province());
    noting(fresh);
    LogReader.readAll(readers.of(code), keys.log(code), entry -> fresh.apply(entry, ticks.now()))
        .onComplete(
            done -> {
              feed.reading = false;
              if (done.failed()) {
                return;
              }
              if (!merged) {
                misreads.incrementAndGet();
                feed.misreads++;
                LOG.error("province {}: our sums were not those in the log; read anew", code);
              } else if (!agreed) {
                LOG.warn("province {}: Redis has not got back all that it lost", code);
              }
              feed.heardMillis = now();
              feed.fold = fresh;
              onFold.accept(fresh);
              tell(fresh, true);
              if (feed.again) {
                read(feed);
              }
            });
  }

  /** Without followers a fold notes nothing; who comes later waits for what is read anew. */
  private void noting(ProvinceFold fold) {
    if (announcing.isFollowed()) {
      fold.note();
    }
  }

  private void tell(ProvinceFold fold, boolean reset) {
    List<Arrival> forms = fold.noted();
    if (reset || !forms.isEmpty()) {
      announcing.tell(new Batch(fold.province(), reset, forms));
    }
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }
}
