package id.pantau.board;

import id.pantau.model.Election;
import id.pantau.platform.Acts;
import id.pantau.platform.Arrivals;
import id.pantau.platform.Inspection;
import id.pantau.platform.Ledger;
import id.pantau.platform.Photos;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the board: follows the logs, ends a tick every so often. One instance a node. */
public final class BoardVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(BoardVerticle.class);

  private final Settings settings;
  private final Election election;
  private final Photos photos;
  private final Acts acts;
  private final MeterRegistry registry;
  private final Follower.Patience patience;
  private final Announcing announcing = new Announcing();
  private volatile @Nullable Board board;
  private volatile @Nullable Follower follower;

  public BoardVerticle(
      Settings settings, Election election, Photos photos, Acts acts, MeterRegistry registry) {
    this(settings, election, photos, acts, registry, Follower.Patience.USUAL);
  }

  BoardVerticle(
      Settings settings,
      Election election,
      Photos photos,
      Acts acts,
      MeterRegistry registry,
      Follower.Patience patience) {
    this.photos = photos;
    this.acts = acts;
    this.patience = patience;
    this.settings = settings;
    this.election = election;
    this.registry = registry;
  }

  /** The started board. */
  public Showing showing() {
    return Objects.requireNonNull(board, "the board is not deployed yet");
  }

  /** For operators alone. */
  public Inspection inspection() {
    return Objects.requireNonNull(board, "the board is not deployed yet");
  }

  /** Everything that was counted; of the started board. */
  public Ledger ledger() {
    return Objects.requireNonNull(board, "the board is not deployed yet").ledger();
  }

  /** Form by form; to be followed before this is deployed. */
  public Arrivals arrivals() {
    return announcing;
  }

  /** True once every province was read to its end. */
  public boolean isReady() {
    Board now = board;
    return now != null && now.isReady();
  }

  /** True while the board hears nothing from Redis: its numbers may be old. */
  public boolean isDelayed() {
    Follower now = follower;
    return now == null || now.isDelayed();
  }

  @Override
  public Future<?> start() {
    long from = System.nanoTime();
    // Reads while the rest is made; what it says comes to this context behind it.
    new Loading(
            vertx,
            context,
            settings,
            election,
            announcing.isFollowed(),
            announcing::tell,
            fold -> Objects.requireNonNull(follower).loaded(fold))
        .start();
    Standing standing = new Standing(election);
    Board made = new Board(context, settings.board(), standing, photos, InstantSource.system());
    Follower follows =
        new Follower(
            vertx,
            settings,
            election,
            patience,
            made,
            announcing,
            fold -> {
              standing.put(fold, made.now());
              made.forgetBodies();
            },
            () -> {
              made.ready();
              LOG.info("the board is loaded after {} ms", (System.nanoTime() - from) / 1_000_000);
            });
    board = made;
    follower = follows;
    meters(made, follows);
    acts.watchOpen(open -> context.runOnContext(go -> made.act(open)));
    follows.start();
    Timer ticks =
        Timer.builder("pantau.board.tick")
            .description("rendering what changed in one tick")
            .publishPercentileHistogram()
            .register(registry);
    vertx.setPeriodic(settings.board().tickMillis(), t -> ticks.record(made::endTick));
    return Future.succeededFuture();
  }

  private void meters(Board made, Follower follows) {
    Gauge.builder("pantau.board.topics", made, Board::followedTopics)
        .description("topics that anybody follows")
        .register(registry);
    Gauge.builder("pantau.board.working", made, Board::bodiesComing)
        .description("bodies of history and earlier times that wait or are being rendered")
        .register(registry);
    Gauge.builder("pantau.board.delayed", follows, f -> f.isDelayed() ? 1 : 0)
        .description("1 while nothing is heard from Redis")
        .register(registry);
    Gauge.builder("pantau.board.misreads", follows, Follower::misreads)
        .description("how often our sums were not those in the log; must stay 0")
        .register(registry);
  }

  @Override
  public Future<?> stop() {
    Follower follows = follower;
    Board made = board;
    return follows == null || made == null
        ? Future.succeededFuture()
        : Future.join(follows.close(), made.close());
  }
}
