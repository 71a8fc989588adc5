package id.pantau.load.counting;

import id.pantau.load.ProcessUse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL that {@code peers/postgres.sh} keeps for us; it stops when we do. */
final class PostgresServer implements AutoCloseable {
  static final String USER = "bench";
  private static final int STOP_SECONDS = 30;

  private final Process script;
  private final Path folder;
  private final long pid;

  /**
   * Starts it.
   *
   * @throws IOException where it does not come up; the script says on standard error why
   */
  PostgresServer(Path starter) throws IOException {
    script =
        new ProcessBuilder(starter.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = script.inputReader(StandardCharsets.UTF_8);
    String line = said.readLine();
    if (line == null) {
      throw new IOException(starter + " ended without a server");
    }
    int space = line.lastIndexOf(' ');
    folder = Path.of(line.substring(0, space));
    pid = Long.parseLong(line.substring(space + 1));
  }

  PostgresSocket connect() throws IOException {
    return new PostgresSocket(folder, USER);
  }

  /** CPU of the server and of all processes that it has now. */
  double cpuSeconds() {
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    return ProcessUse.of(pid).cpuSeconds()
        + server.children().mapToDouble(child -> cpuSeconds(child.pid())).sum();
  }

  private static double cpuSeconds(long child) {
    try {
      return ProcessUse.of(child).cpuSeconds();
    } catch (UncheckedIOException ended) {
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    script.getOutputStream().close();
    try {
      if (!script.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        script.destroy();
      }
    } catch (InterruptedException e) {
      script.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
