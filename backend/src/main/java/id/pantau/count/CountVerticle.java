package id.pantau.count;

import id.pantau.model.Election;
import id.pantau.platform.Counting;
import id.pantau.platform.Settings;
import id.pantau.platform.Synced;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Wires the count: reads the journal, opens it, connects to Redis. One instance a node. */
public final class CountVerticle extends VerticleBase {
  private final Settings settings;
  private final Election election;
  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Timer syncs;
  private @Nullable Journal journal;
  private @Nullable Count count;

  /** The journals of an election under a data folder. */
  public static Path journalFolder(Path data, String election) {
    return data.resolve("journal").resolve(election);
  }

  public CountVerticle(
      Settings settings, Election election, MeterRegistry registry, InstantSource clock) {
    this.settings = settings;
    this.election = election;
    this.registry = registry;
    this.clock = clock;
    this.syncs =
        Timer.builder("pantau.journal.sync")
            .description("one group written and synced")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofNanos(100_000))
            .maximumExpectedValue(Duration.ofSeconds(2))
            .register(registry);
  }

  /** The started count. */
  public Counting counting() {
    return Objects.requireNonNull(count, "the count is not deployed yet");
  }

  /** When this node's journal had what it counted. */
  public Synced synced() {
    return Objects.requireNonNull(count, "the count is not deployed yet").syncs();
  }

  /** True while forms can be counted. */
  public boolean isReady() {
    return count != null && count.isReady();
  }

  @Override
  public Future<?> start() {
    Path folder = journalFolder(Path.of(settings.node().data()), election.id());
    JournalFolder files = new JournalFolder(folder);
    return vertx
        .executeBlocking(
            () -> {
              JournalFolder.Contents contents = files.contents();
              journal =
                  Journal.open(
                      folder,
                      settings.count().journalFileBytesMax(),
                      nanos -> syncs.record(Duration.ofNanos(nanos)));
              return contents;
            })
        .compose(
            contents -> {
              Count made =
                  new Count(
                      vertx,
                      settings,
                      election,
                      Objects.requireNonNull(journal),
                      contents,
                      files,
                      registry,
                      clock);
              count = made;
              return made.start();
            });
  }

  @Override
  public Future<?> stop() {
    Future<Void> closed = count == null ? Future.succeededFuture() : count.close();
    return closed.eventually(
        () ->
            vertx.executeBlocking(
                () -> {
                  if (journal != null) {
                    journal.close();
                  }
                  return null;
                }));
  }
}
