package id.pantau.count;

import id.pantau.election.ElectionReader;
import id.pantau.model.Election;
import id.pantau.platform.OwnRedis;
import id.pantau.platform.Settings;
import id.pantau.platform.SettingsReader;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real Redis, a Vert.x, and any number of nodes' counts on them. */
public final class CountRig implements AutoCloseable {
  private static final int REDIS_MEGABYTES = 256;
  private static final int PATIENT_MILLIS = 20_000;
  private static final Election CONTOH = ElectionReader.packed("contoh");

  private final Path folder;
  private OwnRedis redis;
  private final Vertx vertx = Vertx.vertx();
  private final List<CountNode> nodes = new ArrayList<>();
  private final Redis probe;
  private Settings settings;

  /** Starts the Redis. */
  public CountRig(Path folder) {
    this.folder = folder;
    this.redis = OwnRedis.start(folder, REDIS_MEGABYTES);
    this.probe = Redis.createClient(vertx, new RedisOptions().setConnectionString(redis.uri()));
    Settings read = SettingsReader.read(null, Map.of());
    // The machine may be busy: a late answer is not what these tests are about.
    this.settings =
        read.withRedisUri(redis.uri())
            .withNode(read.node().withData(folder.resolve("node").toString()));
    this.settings = withRedis(new Settings.Redis(redis.uri(), PATIENT_MILLIS, 10, 100, 256));
  }

  /** The example election under another id: its own keys, as if in a Redis of its own. */
  public static Election election(String id) {
    return with(id, CONTOH.hash());
  }

  /** The same with another reference hash. */
  public static Election with(String id, String hash) {
    return new Election(
        id,
        CONTOH.names(),
        CONTOH.isTest(),
        CONTOH.notices(),
        CONTOH.banners(),
        CONTOH.sources(),
        CONTOH.cadenceSeconds(),
        CONTOH.thresholds(),
        CONTOH.contests(),
        CONTOH.areas(),
        hash);
  }

  public Vertx vertx() {
    return vertx;
  }

  public OwnRedis redis() {
    return redis;
  }

  public Settings settings() {
    return settings;
  }

  /** From now on nodes have these limits. */
  void limits(Settings.Count count) {
    settings =
        new Settings(
            settings.node(),
            settings.redis(),
            settings.intake(),
            count,
            settings.board(),
            settings.live(),
            settings.api(),
            settings.photos(),
            settings.web(),
            settings.card(),
            settings.command(),
            settings.opendata(),
            settings.webhooks(),
            settings.reading());
  }

  /** From now on nodes have this connection. */
  public void redis(Settings.Redis connection) {
    settings = withRedis(connection);
  }

  private Settings withRedis(Settings.Redis connection) {
    return new Settings(
        settings.node(),
        connection,
        settings.intake(),
        settings.count(),
        settings.board(),
        settings.live(),
        settings.api(),
        settings.photos(),
        settings.web(),
        settings.card(),
        settings.command(),
        settings.opendata(),
        settings.webhooks(),
        settings.reading());
  }

  /** The data folder of a node. */
  public Path data(String node) {
    return folder.resolve(node);
  }

  /** A started node; one of the same name that was stopped has left its journal. */
  public CountNode node(String name, Election election) {
    CountNode node = CountNode.start(this, name, election);
    synchronized (nodes) {
      nodes.add(node);
    }
    return node;
  }

  /** Asks Redis, past everything that is ours. */
  public Response ask(Command command, Object... args) {
    Request request = Request.cmd(command);
    for (Object arg : args) {
      if (arg instanceof byte[] bytes) {
        request.arg(bytes);
      } else {
        request.arg(arg.toString());
      }
    }
    return Waiting.get(probe.send(request));
  }

  /** Everything is gone from Redis, its run goes on. */
  public void flush() {
    ask(Command.FLUSHALL);
  }

  /** Sends a signal to the Redis that runs now; one that was killed a moment ago is not meant. */
  public void signal(String signal) {
    Waiting.until("Redis got " + signal, () -> kill(signal, redis.pid()));
  }

  private static boolean kill(String signal, long pid) {
    try {
      return new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another run of Redis, with nothing in it. */
  public void restartEmpty() {
    flush();
    redis.close();
    redis = OwnRedis.start(folder, REDIS_MEGABYTES);
  }

  /** Redis ends in order, the last bytes of its append-only file are lost, and it starts again. */
  void tear(int bytes) {
    redis.close();
    try (Stream<Path> files = Files.list(folder.resolve("redis").resolve("appendonlydir"))) {
      Path log =
          files.filter(f -> f.toString().endsWith(".incr.aof")).sorted().findFirst().orElseThrow();
      try (FileChannel out = FileChannel.open(log, StandardOpenOption.WRITE)) {
        out.truncate(out.size() - bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    redis = OwnRedis.start(folder, REDIS_MEGABYTES);
  }

  @Override
  public void close() {
    nodes.forEach(CountNode::stop);
    probe.close();
    Waiting.get(vertx.close());
    redis.close();
  }
}
