package id.pantau.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** CPU of a process' threads by kind, from Linux' /proc, which keeps 15 characters of a name. */
public final class ThreadUse {
  private ThreadUse() {}

  /** Kind of thread → seconds so far; threads that have ended are in none. */
  public static Map<String, Double> of(long pid) {
    Map<String, Double> kinds = new TreeMap<>();
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      threads.forEach(thread -> add(kinds, thread.resolve("stat")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("process " + pid + " cannot be read", e);
    }
    return kinds;
  }

  private static void add(Map<String, Double> kinds, Path stat) {
    try {
      String text = Files.readString(stat);
      String name = text.substring(text.indexOf('(') + 1, text.lastIndexOf(')'));
      kinds.merge(kind(name), ProcessUse.cpuSeconds(text), Double::sum);
    } catch (IOException ended) {
      // A thread may end while we look.
    }
  }

  /** The name without the number of the thread. */
  static String kind(String name) {
    String kind = name.replaceAll("[#-]?\\d+$", "").strip();
    return kind.isEmpty() ? name : kind;
  }

  /**
   * What each kind used in between, microseconds a form; those under a hundredth are left out.
   *
   * @param forms that were taken meanwhile
   */
  public static Map<String, Double> microsPerForm(
      Map<String, Double> before, Map<String, Double> after, long forms) {
    Map<String, Double> used = new TreeMap<>();
    after.forEach(
        (kind, seconds) -> {
          double micros = (seconds - before.getOrDefault(kind, 0.0)) / forms * 1e6;
          if (micros >= 0.01) {
            used.put(kind, Math.round(micros * 100) / 100.0);
          }
        });
    return used;
  }
}
