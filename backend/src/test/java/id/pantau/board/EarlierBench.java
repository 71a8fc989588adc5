package id.pantau.board;

import id.pantau.election.ElectionReader;
import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import id.pantau.platform.Body;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What history and an earlier standing cost: CPU of this thread, median of many, on the real forms.
 */
final class EarlierBench {
  private static final int TIMES = 31;

  private EarlierBench() {}

  public static void main(String[] args) {
    int batch = Integer.parseInt(args[0]);
    Election election = ElectionReader.packed("pemilu-2024");
    long before = heap();
    RealFold real = RealFold.of(election, batch, args.length > 1);
    System.out.printf("%d forms in batches of %d%n", real.forms(), batch);
    System.out.printf("%d bytes of heap a form%n", (heap() - before) / real.forms());
    System.out.printf("folding: %.2f microseconds a form%n", real.foldNanos() / 1e3 / real.forms());
    HistoryJson history = new HistoryJson(real.standing());
    EarlierJson earlier = new EarlierJson(real.standing());
    List<Long> instants = instants(history.body(Past.now(real.standing(), 0, 0), 400));
    long[] next = {0};
    for (int area = 0; area >= 0; area = largestChild(real.standing(), area)) {
      int a = area;
      double asked = median(() -> Past.at(real.standing(), 0, a, instants.get(200)).views().size());
      double chart =
          median(() -> history.body(Past.now(real.standing(), 0, a), 400).json().length());
      double end =
          median(
              () -> {
                Past past = Past.at(real.standing(), 0, a, Long.MAX_VALUE);
                return EarlierSums.of(election.areas(), 3, past, Long.MAX_VALUE).whole().row()[3];
              });
      double at =
          median(
              () -> {
                long millis = instants.get((int) (next[0]++ * 37 % instants.size()));
                Past past = Past.at(real.standing(), 0, a, millis);
                return earlier.body(past, millis).json().length();
              });
      System.out.printf(
          "%-10s %7d stations: history %8.3f ms, at %8.3f ms, summing at the end %8.3f ms, of it on the board's context %.3f%n",
          election.areas().area(a).code(),
          stations(real.standing(), a),
          chart / 1e6,
          at / 1e6,
          end / 1e6,
          asked / 1e6);
    }
    long bytes = 0;
    for (ProvinceFold fold : real.standing().folds()) {
      bytes += fold.timeline(0).bytes();
    }
    System.out.printf("timelines: %.1f bytes a form%n", (double) bytes / real.forms());
  }

  private static List<Long> instants(Body history) {
    List<Long> instants = new ArrayList<>();
    BoardNode.json(history)
        .path("points")
        .forEach(p -> instants.add(Instant.parse(p.path("at").asText()).toEpochMilli()));
    return instants;
  }

  private static long stations(Standing standing, int area) {
    long[] figures = standing.figures(0, area);
    Layout layout = standing.layout(0);
    return figures[layout.counted()] + figures[layout.held()];
  }

  private static int largestChild(Standing standing, int area) {
    AreaTree tree = standing.election().areas();
    int largest = -1;
    for (int child = tree.firstChild(area);
        child < tree.firstChild(area) + tree.childCount(area);
        child++) {
      if (largest < 0 || stations(standing, child) > stations(standing, largest)) {
        largest = child;
      }
    }
    return largest;
  }

  static double median(LongSupplier work) {
    long sink = 0;
    for (int i = 0; i < TIMES; i++) {
      sink += work.getAsLong();
    }
    long[] nanos = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      sink += work.getAsLong();
      nanos[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
    }
    if (sink == 0) {
      throw new IllegalStateException("nothing was done");
    }
    Arrays.sort(nanos);
    return nanos[TIMES / 2];
  }

  private static long heap() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
