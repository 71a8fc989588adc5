package id.pantau.load.redis;

import id.pantau.load.ProcessUse;
import id.pantau.platform.RedisBinary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Redis for one fsync policy, on a free port, in a folder that is removed with it; append-only,
 * never rewritten.
 */
public final class BenchRedis implements AutoCloseable {
  private static final int START_MILLIS = 10_000;
  private static final int START_STEP_MILLIS = 50;

  private final Path folder;
  private final Process process;
  private final int port;
  private final RedisSocket socket;

  /**
   * Starts it.
   *
   * @param binary the server; empty: from the path, else the one packed in the jar
   * @param fsync everysec, always, no
   */
  public BenchRedis(String binary, String fsync) throws IOException, InterruptedException {
    folder = Files.createTempDirectory("bench-redis");
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    process =
        new ProcessBuilder(
                (server(binary)
                        + " --bind 127.0.0.1 --save --appendonly yes --auto-aof-rewrite-percentage 0"
                        + " --port "
                        + port
                        + " --dir "
                        + folder
                        + " --appendfsync "
                        + fsync)
                    .split(" "))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
    socket = connect();
  }

  private Path server(String binary) throws IOException {
    return binary.isEmpty() ? RedisBinary.find(folder) : Path.of(binary);
  }

  /** Loads a library of functions. */
  public void load(byte[] library) throws IOException {
    socket.send(
        new Resp()
            .array(4)
            .text("FUNCTION")
            .text("LOAD")
            .text("REPLACE")
            .bytes(library)
            .toByteArray());
    socket.flush();
    socket.receive();
  }

  private RedisSocket connect() throws IOException, InterruptedException {
    for (int waited = 0; ; waited += START_STEP_MILLIS) {
      try {
        RedisSocket fresh = new RedisSocket(port);
        fresh.ask("PING");
        return fresh;
      } catch (IOException e) {
        if (waited >= START_MILLIS || !process.isAlive()) {
          throw new IOException("redis-server does not answer, see " + folder + "/redis.log", e);
        }
        TimeUnit.MILLISECONDS.sleep(START_STEP_MILLIS);
      }
    }
  }

  /** Another connection. */
  public RedisSocket another() throws IOException {
    return new RedisSocket(port);
  }

  /** The run id that functions compare. */
  public String runId() throws IOException {
    for (String line : socket.ask("INFO", "server").split("\r?\n")) {
      if (line.startsWith("run_id:")) {
        return line.substring(line.indexOf(':') + 1);
      }
    }
    throw new IOException("INFO server names no run_id");
  }

  /** The connection that stays. */
  public RedisSocket socket() {
    return socket;
  }

  /** CPU of all its threads. */
  public double cpuSeconds() {
    return ProcessUse.of(process.pid()).cpuSeconds();
  }

  /** Forgets everything but the functions. */
  public void empty() throws IOException {
    socket.ask("FLUSHALL", "SYNC");
  }

  /** Memory in use, after what is free was given back. */
  public long usedBytes() throws IOException {
    socket.ask("MEMORY", "PURGE");
    for (String line : socket.ask("INFO", "memory").split("\r?\n")) {
      if (line.startsWith("used_memory:")) {
        return Long.parseLong(line.substring(line.indexOf(':') + 1));
      }
    }
    throw new IOException("INFO memory names no used_memory");
  }

  /** Bytes of the append-only file. */
  public long fileBytes() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("appendonlydir"))) {
      return files
          .filter(f -> f.toString().endsWith(".aof"))
          .mapToLong(f -> f.toFile().length())
          .sum();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    process.destroyForcibly();
    process.onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
