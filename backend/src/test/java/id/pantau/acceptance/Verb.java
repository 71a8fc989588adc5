package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A verb that ends by itself: {@code replay}, {@code recount}, {@code keygen}, a refused start. */
final class Verb implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Jar.Limits LIMITS = new Jar.Limits(512, 0);

  private final Path folder;
  private final String name;
  private final Process process;

  /** How it ended. */
  record Ended(int exit, String out, String err) {
    /** The last line on standard output, which is JSON for {@code replay}. */
    JsonNode summary() {
      String[] lines = out.strip().split("\n");
      return Json.tree(lines[lines.length - 1]);
    }

    @Override
    public String toString() {
      return "exit " + exit + "\n" + out + "\n" + err;
    }
  }

  private Verb(Path folder, String name, Process process) {
    this.folder = folder;
    this.name = name;
    this.process = process;
  }

  static Verb start(Path folder, String... arguments) throws IOException {
    String name = arguments[0] + "-" + NUMBER.incrementAndGet();
    return new Verb(folder, name, Jar.start(folder, name, LIMITS, Map.of(), List.of(arguments)));
  }

  static Ended run(Path folder, String... arguments) throws Exception {
    try (Verb verb = start(folder, arguments)) {
      return verb.await(Duration.ofMinutes(4));
    }
  }

  boolean isRunning() {
    return process.isAlive();
  }

  Ended await(Duration atMost) throws Exception {
    assertTrue(
        process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS),
        () -> name + " still runs after " + atMost);
    return new Ended(
        process.exitValue(),
        Files.readString(folder.resolve(name + ".out")),
        Files.readString(folder.resolve(name + ".err")));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
