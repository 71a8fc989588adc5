package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.intake.KeyFile;
import id.pantau.model.Method;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A node under test: {@code serve} on one data folder, started, hurt and started again. */
final class NodeProcess implements AutoCloseable {
  private final Path data;
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private Jar.Limits limits = new Jar.Limits(1024, 0);
  private @Nullable Process process;
  private int starts;
  private final int port = Ports.free();
  private final int commandPort = Ports.free();
  private final int managementPort = Ports.free();

  private NodeProcess(Path data) {
    this.data = data;
  }

  /** A node that is not started yet. */
  static NodeProcess on(Path data) {
    return new NodeProcess(data);
  }

  /** More options of {@code serve}; they replace those of before. */
  NodeProcess with(String... more) {
    options.clear();
    options.addAll(Arrays.asList(more));
    return this;
  }

  NodeProcess env(String key, String value) {
    environment.put(key, value);
    return this;
  }

  NodeProcess heap(int megabytes) {
    limits = new Jar.Limits(megabytes, limits.fileKilobytesMax());
    return this;
  }

  /** No file it writes may grow beyond this from the next start on; 0 = any. */
  NodeProcess fileMax(int kilobytes) {
    limits = new Jar.Limits(limits.heapMegabytes(), kilobytes);
    return this;
  }

  /**
   * Waits longer for Redis than a node does by itself: for tests of something else, on a machine
   * that stands still for a second now and then.
   */
  NodeProcess patient() {
    return env("PANTAU_REDIS_COMMANDTIMEOUTMILLIS", "10000");
  }

  /** Starts it and waits until it is ready, always on the same ports. */
  NodeProcess start() throws Exception {
    startOnly();
    Await.until(() -> name() + " is ready: " + log(), Await.LONG, this::isUp);
    return this;
  }

  /** It says where it listens, and is ready there; fails where it has ended. */
  private boolean isUp() throws IOException {
    assertTrue(running().isAlive(), () -> name() + " has ended: " + log());
    String out = Files.readString(data.resolveSibling(name() + ".out"));
    return out.contains("is on " + url() + "/")
        && out.contains(management() + "/metrics")
        && isReady();
  }

  private void startOnly() throws IOException {
    starts++;
    List<String> arguments = new ArrayList<>(List.of("serve", "--data", data.toString()));
    arguments.addAll(List.of("--port", Integer.toString(port)));
    arguments.addAll(List.of("--command-port", Integer.toString(commandPort)));
    arguments.addAll(List.of("--management-port", Integer.toString(managementPort)));
    arguments.addAll(options);
    process =
        Jar.start(Objects.requireNonNull(data.getParent()), name(), limits, environment, arguments);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  /** Where operators come in. */
  String command() {
    return "http://127.0.0.1:" + commandPort;
  }

  String management() {
    return "http://127.0.0.1:" + managementPort;
  }

  Api api() {
    return new Api(url());
  }

  boolean isReady() throws IOException {
    return Api.status(management() + "/readyz") == 200;
  }

  boolean isAlive() throws IOException {
    return Api.status(management() + "/livez") == 200;
  }

  /** What it wrote to its log since it was last started. */
  String log() {
    try {
      return Files.readString(data.resolveSibling(name() + ".err"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  Path data() {
    return data;
  }

  /** A key for machine forms everywhere, honoured from the next start on or within 5 s. */
  String key() throws IOException {
    return new KeyFile(data, InstantSource.system()).add(List.of("0"), EnumSet.of(Method.MACHINE));
  }

  /** What the node wrote down about its own Redis: port, password, pid. */
  Properties ownRedis() throws IOException {
    Properties known = new Properties();
    try (InputStream in = Files.newInputStream(data.resolve("redis").resolve("own.properties"))) {
      known.load(in);
      return known;
    }
  }

  long redisPid() throws IOException {
    return Long.parseLong(ownRedis().getProperty("pid"));
  }

  /** {@code kill -9}, and waits until it is gone. */
  void kill() throws Exception {
    Signal.KILL.to(running().pid());
    assertTrue(running().waitFor(30, TimeUnit.SECONDS), "killed and still there");
  }

  /**
   * {@code kill -15}.
   *
   * @return true where it ended within that time
   */
  boolean terminate(Duration atMost) throws Exception {
    Signal.TERM.to(running().pid());
    return running().waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends it in order. */
  void stop() throws Exception {
    assertTrue(terminate(Duration.ofSeconds(60)), () -> name() + " does not stop: " + log());
  }

  long pid() {
    return running().pid();
  }

  private Process running() {
    return Objects.requireNonNull(process, "not started");
  }

  private String name() {
    return data.getFileName() + "-" + starts;
  }

  /** Leaves no process behind, whatever state the test ended in. */
  @Override
  public void close() {
    Process last = process;
    if (last != null && last.isAlive()) {
      RedisProcess.end(last.toHandle());
    }
    try {
      if (Files.exists(data.resolve("redis").resolve("own.properties"))) {
        ProcessHandle.of(redisPid())
            .filter(redis -> redis.info().command().orElse("").contains("redis"))
            .ifPresent(RedisProcess::end);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
