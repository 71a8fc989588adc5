package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An outside Redis on a port of its own: the system's {@code redis-server}, else the packed one.
 */
final class RedisProcess implements AutoCloseable {
  private final Path folder;
  private final List<String> options;
  private final int port;
  private @Nullable Process process;

  private RedisProcess(Path folder, List<String> options, int port) {
    this.folder = folder;
    this.options = options;
    this.port = port;
  }

  /** Starts one; options as on its command line: {@code --appendonly yes}. */
  static RedisProcess start(Path folder, String... options) throws Exception {
    Files.createDirectories(folder);
    return new RedisProcess(folder, List.of(options), Ports.free()).start();
  }

  /** Starts it again on its port, with whatever is left in its folder. */
  RedisProcess start() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(binary(folder).toString());
    command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
    command.addAll(List.of("--dir", folder.toString(), "--save", ""));
    command.addAll(options);
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
    Await.until("redis-server answers", () -> talk("PING").equals("PONG"));
    // Another's on this port would answer as well.
    String log = Files.readString(folder.resolve("redis.log"));
    assertTrue(process.isAlive(), () -> "redis-server has ended: " + log);
    return this;
  }

  String uri() {
    return "redis://127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  long pid() {
    return Objects.requireNonNull(process).pid();
  }

  void kill() throws Exception {
    Process running = Objects.requireNonNull(process);
    String log = Files.readString(folder.resolve("redis.log"));
    assertTrue(running.isAlive(), () -> "redis-server has ended by itself: " + log);
    Signal.KILL.to(running.pid());
    assertTrue(running.waitFor(30, TimeUnit.SECONDS), "still there");
  }

  /** One command, one answer. */
  String talk(String command) throws IOException {
    return RedisTalk.ask(port, "", command);
  }

  /** The system's, as the node itself would take it; else the one of the jar's own library. */
  static Path binary(Path folder) throws IOException {
    for (String entry : System.getenv("PATH").split(File.pathSeparator)) {
      Path system = Path.of(entry, "redis-server");
      if (Files.isExecutable(system)) {
        return system;
      }
    }
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String packed = "/redis-server-7.0.15-linux-" + (arch.equals("aarch64") ? "arm64" : "amd64");
    Path unpacked = folder.resolve("redis-server");
    try (InputStream in = RedisProcess.class.getResourceAsStream(packed)) {
      Files.copy(Objects.requireNonNull(in), unpacked, StandardCopyOption.REPLACE_EXISTING);
    }
    assertTrue(unpacked.toFile().setExecutable(true), "cannot be made executable");
    return unpacked;
  }

  /** Ends a Redis, one that was stopped with a signal included. */
  static void end(ProcessHandle redis) {
    redis.destroyForcibly();
    try {
      redis.onExit().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
      throw new AssertionError("a redis-server does not end", e);
    }
  }

  @Override
  public void close() {
    Process last = process;
    if (last != null && last.isAlive()) {
      end(last.toHandle());
    }
  }
}
