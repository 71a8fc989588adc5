package id.pantau.opendata;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What a thread has used so far, or between two times. */
record Cost(long nanos, long cpuNanos, long allocatedBytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Cost now() {
    return of(Thread.currentThread());
  }

  /** What another thread has used so far; nothing once it has ended. */
  static Cost of(Thread thread) {
    long id = thread.getId();
    return new Cost(
        System.nanoTime(),
        Math.max(0, THREADS.getThreadCpuTime(id)),
        Math.max(0, THREADS.getThreadAllocatedBytes(id)));
  }

  Cost since(Cost from) {
    return new Cost(
        nanos - from.nanos, cpuNanos - from.cpuNanos, allocatedBytes - from.allocatedBytes);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d ms, %d ms of CPU, %d bytes allocated",
        nanos / 1_000_000,
        cpuNanos / 1_000_000,
        allocatedBytes);
  }
}
