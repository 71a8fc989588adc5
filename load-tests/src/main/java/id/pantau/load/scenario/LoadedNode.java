package id.pantau.load.scenario;

import id.pantau.load.truth.LogRecount;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A node under load: {@code serve} of a packed jar on an empty folder, with a Redis of its own. */
public final class LoadedNode implements AutoCloseable {
  private static final int READY_SECONDS_MAX = 120;
  private static final int STOP_SECONDS_MAX = 60;
  private static final int LOOK_MILLIS = 25;
  private static final Pattern PUBLIC = Pattern.compile("Pantau Suara is on (http://\\S+)/");
  private static final Pattern METRICS =
      Pattern.compile("health and metrics: (http://\\S+)/metric");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Program program;
  private final Path folder;
  private final String key;
  private final Process process;
  private final URI url;
  private final URI management;

  /**
   * Makes a key and starts the node; returns when it is ready.
   *
   * @throws IOException with the node's log where it does not become ready
   */
  public LoadedNode(Program program) throws IOException, InterruptedException {
    this.program = program;
    this.folder = Files.createTempDirectory("pantau-load");
    String data = folder.resolve("data").toString();
    LogRecount.Ended made =
        verb(
            "keygen",
            "submitter",
            "--areas",
            "0",
            "--methods",
            "machine,single,double",
            "--data",
            data);
    if (made.exit() != 0) {
      throw new IOException("keygen: " + made.out());
    }
    key = made.out().strip();
    process =
        start(
            "node",
            "serve",
            "--data",
            data,
            "--port",
            "0",
            "--command-port",
            "0",
            "--management-port",
            "0");
    try {
      url = URI.create(said(PUBLIC));
      management = URI.create(said(METRICS));
      await(this::isReady);
    } catch (IOException | InterruptedException e) {
      close();
      throw e;
    }
  }

  public URI url() {
    return url;
  }

  /** A submitter's key for every area. */
  public String key() {
    return key;
  }

  public long pid() {
    return process.pid();
  }

  /** Redis' process. */
  public long redisPid() throws IOException {
    Properties own = new Properties();
    try (InputStream in = Files.newInputStream(ownRedis())) {
      own.load(in);
    }
    return Long.parseLong(own.getProperty("pid"));
  }

  private Path ownRedis() {
    return folder.resolve("data").resolve("redis").resolve("own.properties");
  }

  /** What {@code /metrics} says now. */
  public String metrics() throws IOException, InterruptedException {
    URI place = management.resolve("/metrics");
    return http.send(HttpRequest.newBuilder(place).build(), BodyHandlers.ofString()).body();
  }

  /** Runs another verb of the same jar to its end. */
  public LogRecount.Ended verb(String... arguments) throws IOException, InterruptedException {
    String name = arguments[0];
    Process verb = start(name, arguments);
    int exit = verb.waitFor();
    String out = Files.readString(folder.resolve(name + ".out"));
    return new LogRecount.Ended(
        exit, exit == 0 ? out : out + Files.readString(folder.resolve(name + ".err")));
  }

  private Process start(String name, String... arguments) throws IOException {
    return program
        .of(arguments)
        .redirectOutput(folder.resolve(name + ".out").toFile())
        .redirectError(folder.resolve(name + ".err").toFile())
        .start();
  }

  /** The address that the node says it is on. */
  private String said(Pattern what) throws IOException, InterruptedException {
    Path out = folder.resolve("node.out");
    await(() -> what.matcher(Files.readString(out)).find());
    Matcher found = what.matcher(Files.readString(out));
    return found.find() ? found.group(1) : "";
  }

  private boolean isReady() throws IOException, InterruptedException {
    HttpRequest ask = HttpRequest.newBuilder(management.resolve("/readyz")).build();
    return http.send(ask, BodyHandlers.discarding()).statusCode() == 200;
  }

  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private void await(Condition condition) throws IOException, InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS_MAX);
    while (!condition.holds()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IOException(
            "the node is not ready: " + Files.readString(folder.resolve("node.err")));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  /** Ends the node and its Redis, and removes what they wrote. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      if (Files.exists(ownRedis())) {
        ProcessHandle.of(redisPid())
            .filter(redis -> redis.info().command().orElse("").contains("redis"))
            .ifPresent(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
