package id.pantau.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far long work is, on standard error: a bar where a person watches, else a line every ten
 * seconds for the log.
 */
final class Progress implements AutoCloseable {
  private static final long LINE_NANOS = 10_000_000_000L;
  private static final int BAR_MILLIS = 200;
  private static final Path STDERR = Path.of("/proc/self/fd/2");

  private final PrintStream out;
  private final String task;
  private final long max;
  private final long begun = System.nanoTime();
  private final @Nullable ProgressBar bar;
  private long done;
  private boolean closed;
  private long nextLine = begun + LINE_NANOS;

  /**
   * @param task what is being done, a word or two
   * @param max steps of the whole work; -1 where unknown
   */
  static Progress on(PrintStream out, String task, long max) {
    return new Progress(out, task, max, isTerminal());
  }

  Progress(PrintStream out, String task, long max, boolean terminal) {
    this.out = out;
    this.task = task;
    this.max = max;
    bar =
        terminal
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(max)
                .setUpdateIntervalMillis(BAR_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .showSpeed()
                .build()
            : null;
  }

  /** Work is done; from any thread. */
  synchronized void step(long steps) {
    done += steps;
    if (bar != null) {
      bar.stepBy(steps);
      return;
    }
    long now = System.nanoTime();
    if (now >= nextLine) {
      nextLine = now + LINE_NANOS;
      out.println(line(now));
    }
  }

  private String line(long now) {
    double seconds = (now - begun) / 1e9;
    String of = max < 0 ? "" : " of " + max;
    return String.format(
        Locale.ROOT, "%s: %d%s, %.0f s, %.0f/s", task, done, of, seconds, done / seconds);
  }

  /** Leaves the bar as it stands and goes to the next line; closing again does nothing. */
  @Override
  public synchronized void close() {
    if (bar != null && !closed) {
      bar.close();
    }
    closed = true;
  }

  /** True where standard error is a terminal; where it cannot be told, lines do no harm. */
  private static boolean isTerminal() {
    try {
      String target = Files.readSymbolicLink(STDERR).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
