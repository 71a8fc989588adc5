package id.pantau.opendata;

import id.pantau.model.Election;
import id.pantau.platform.Acts;
import id.pantau.platform.Health;
import id.pantau.platform.Ledger;
import id.pantau.platform.Settings;
import id.pantau.platform.WebMount;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Wires the open data: a thread that makes snapshots, and the routes that give them out. */
public final class OpenDataVerticle extends VerticleBase {
  private static final long STOP_MILLIS_MAX = 5_000;

  private final Supplier<Ledger> ledger;
  private final Acts acts;
  private final Election election;
  private final Settings settings;
  private final InstantSource clock;
  private final Path folder;
  private final Shelf shelf;
  private final Status status;
  private @Nullable Thread thread;

  /**
   * @param ledger asked for once the board is deployed
   */
  public OpenDataVerticle(
      Settings settings,
      Election election,
      Supplier<Ledger> ledger,
      Acts acts,
      MeterRegistry registry,
      InstantSource clock) {
    this.settings = settings;
    this.election = election;
    this.ledger = ledger;
    this.acts = acts;
    this.clock = clock;
    String named = settings.opendata().folder();
    this.folder =
        named.isEmpty() ? Path.of(settings.node().data()).resolve("opendata") : Path.of(named);
    this.shelf = new Shelf(folder);
    this.status = new Status(registry, clock);
  }

  /** The routes under {@code /data/}, and {@code /data.json}. */
  public WebMount routes() {
    return new OpenDataRoutes(shelf, status, election, settings);
  }

  /** What the person on duty reads of it. */
  public Health.State health() {
    return status.health();
  }

  @Override
  public Future<?> start() {
    Exporter exporter =
        new Exporter(ledger.get(), election, settings.opendata(), folder, shelf, status, clock);
    Thread made = new Thread(exporter, "open-data");
    made.setDaemon(true);
    thread = made;
    status.watch(made);
    made.start();
    acts.watchOpen(open -> exporter.withheld(open));
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    Thread made = thread;
    if (made == null) {
      return Future.succeededFuture();
    }
    made.interrupt();
    return vertx.executeBlocking(
        () -> {
          made.join(STOP_MILLIS_MAX);
          return null;
        });
  }
}
