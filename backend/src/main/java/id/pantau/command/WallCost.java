package id.pantau.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;

/**
 * CPU time that serving the wall takes, by the accounting of the threads that do it: {@code
 * pantau_command_cpu_seconds_total{work}}. The wall shares its event loop and workers with other
 * work, so what a thread used says nothing; what it used between two looks does. A look costs about
 * a microsecond. Where the JVM cannot tell, the counters stay at 0.
 */
public final class WallCost {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final boolean KNOWN =
      THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();
  private static final double NANOS_PER_SECOND = 1e9;

  private final Counter follow;
  private final Counter figures;
  private final Counter country;
  private final Counter screens;

  public WallCost(MeterRegistry registry) {
    this.follow = counter(registry, "follow");
    this.figures = counter(registry, "figures");
    this.country = counter(registry, "country");
    this.screens = counter(registry, "screens");
  }

  private static Counter counter(MeterRegistry registry, String work) {
    return Counter.builder("pantau.command.cpu")
        .baseUnit("seconds")
        .description(
            "CPU of serving the command centre's live screens: follow the forms, read the figures,"
                + " the rows of the country, write to the screens")
        .tag("work", work)
        .register(registry);
  }

  /** Takes in what the board tells: what is held, how far each area is. */
  void follow(Runnable work) {
    timed(follow, work);
  }

  /** Reads the registry and writes it as JSON. */
  public <T> T figures(Callable<T> work) throws Exception {
    long before = now();
    try {
      return work.call();
    } finally {
      figures.increment((now() - before) / NANOS_PER_SECOND);
    }
  }

  /** Finds the rows of the country that changed, and writes them as JSON. */
  public void country(Runnable work) {
    timed(country, work);
  }

  /** Writes to the sockets of the screens. */
  void screens(Runnable work) {
    timed(screens, work);
  }

  private static void timed(Counter counter, Runnable work) {
    long before = now();
    try {
      work.run();
    } finally {
      counter.increment((now() - before) / NANOS_PER_SECOND);
    }
  }

  private static long now() {
    return KNOWN ? THREADS.getCurrentThreadCpuTime() : 0;
  }
}
