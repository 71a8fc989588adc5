package id.pantau.cli;

import id.pantau.DataPath;
import id.pantau.model.Election;
import id.pantau.platform.FreeHeap;
import id.pantau.platform.Meters;
import id.pantau.platform.OwnRedis;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running node: the lock on its data, its own Redis where it has one, Vert.x, the data path. */
public final class Node implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final int START_SECONDS = 120;

  private final Settings settings;
  private final FileChannel lockFile;
  private final @Nullable OwnRedis ownRedis;
  private final Vertx vertx;
  private final PrometheusMeterRegistry registry;
  private final DataPath path;
  private boolean closed;

  private Node(
      Settings settings,
      FileChannel lockFile,
      @Nullable OwnRedis ownRedis,
      Vertx vertx,
      PrometheusMeterRegistry registry,
      DataPath path) {
    this.settings = settings;
    this.lockFile = lockFile;
    this.ownRedis = ownRedis;
    this.vertx = vertx;
    this.registry = registry;
    this.path = path;
  }

  /**
   * Starts a node and waits until its ports are open.
   *
   * @param election asked for when all that needs none is there
   * @throws Refused with one sentence where it cannot or must not start
   */
  public static Node start(Settings wanted, Supplier<Election> election) {
    Path data = Path.of(wanted.node().data());
    FileChannel lock = lock(data);
    OwnRedis own = null;
    Settings settings = wanted;
    Vertx vertx = null;
    try {
      if (wanted.redis().uri().isEmpty()) {
        own = OwnRedis.start(data, wanted.redis().ownMemoryMaxMegabytes());
        settings = wanted.withRedisUri(own.uri());
      }
      PrometheusMeterRegistry registry = Meters.registry();
      vertx =
          Vertx.builder()
              .with(
                  new VertxOptions()
                      .setPreferNativeTransport(true)
                      .setMetricsOptions(Meters.vertxOptions()))
              .withMetrics(Meters.vertx(registry))
              .build();
      DataPath path = new DataPath(vertx, settings, election.get(), registry);
      path.start().toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
      FreeHeap.giveBack();
      return new Node(settings, lock, own, vertx, registry, path);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw giveUp(vertx, own, lock, "interrupted");
    } catch (ExecutionException e) {
      throw giveUp(
          vertx, own, lock, sentence(e.getCause() == null ? e : e.getCause(), settings.node()));
    } catch (TimeoutException e) {
      throw giveUp(vertx, own, lock, "it was not up after " + START_SECONDS + " s");
    } catch (Refused e) {
      giveUp(vertx, own, lock, "");
      throw e;
    }
  }

  public int publicPort() {
    return path.publicPort();
  }

  public int managementPort() {
    return path.managementPort();
  }

  /** Where operators open the command centre. */
  public String commandAddress() {
    String url = settings.command().publicUrl();
    return (url.isEmpty() ? "http://127.0.0.1:" + path.commandPort() : url) + "/";
  }

  /** Process id of the node's own Redis, -1 where it has none. */
  public long redisPid() {
    return ownRedis == null ? -1 : ownRedis.pid();
  }

  /** The addresses that a person can open. */
  public String address() {
    String host = settings.node().host();
    return "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + publicPort() + "/";
  }

  /** Stops the node when the process is told to end, then runs what else there is to do. */
  public void closeOnExit(Runnable after) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  close();
                  after.run();
                },
                "pantau-exit"));
  }

  /** Stops in order: what was taken is answered first. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      path.stop()
          .toCompletionStage()
          .toCompletableFuture()
          .get(settings.node().shutdownSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the node did not stop in order: {}", e.toString());
    }
    release(vertx, ownRedis, lockFile);
    registry.close();
  }

  /** Two nodes on one journal would cut each other's tails. */
  private static FileChannel lock(Path data) {
    try {
      Files.createDirectories(data);
      FileChannel file =
          FileChannel.open(
              data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock held = tryLock(file);
      if (held == null) {
        file.close();
        throw new Refused("another node is running on " + data.toAbsolutePath());
      }
      return file;
    } catch (IOException e) {
      throw new Refused(data + " cannot be used: " + e.getMessage());
    }
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  private static Refused giveUp(
      @Nullable Vertx vertx, @Nullable OwnRedis own, FileChannel lock, String why) {
    release(vertx, own, lock);
    return new Refused("the node does not start: " + why);
  }

  private static void release(@Nullable Vertx vertx, @Nullable OwnRedis own, FileChannel lock) {
    try {
      if (vertx != null) {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Vert.x did not close: {}", e.toString());
    }
    if (own != null) {
      own.close();
    }
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("the lock could not be released: {}", e.toString());
    }
  }

  private static String sentence(Throwable cause, Settings.Node node) {
    if (cause instanceof java.net.BindException) {
      return "a port is taken ("
          + node.port()
          + ", "
          + node.commandPort()
          + " or "
          + node.managementPort()
          + " on "
          + node.host()
          + ")";
    }
    return String.valueOf(cause.getMessage() == null ? cause : cause.getMessage());
  }
}
