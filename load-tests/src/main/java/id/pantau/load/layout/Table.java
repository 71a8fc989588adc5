package id.pantau.load.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The results of all runs, as a Markdown table of medians. */
public final class Table {
  private final Map<Row, List<BenchRun.Result>> results = new LinkedHashMap<>();
  private final Map<String, Double> recordBytes = new LinkedHashMap<>();

  /** What runs are repeated of. */
  record Row(String layout, String order, String fsync, int batchForms) {}

  void add(Row row, BenchRun.Result result) {
    results.computeIfAbsent(row, r -> new ArrayList<>()).add(result);
  }

  void addRecordBytes(String layout, double bytes) {
    recordBytes.put(layout, bytes);
  }

  /** The table; a cell of memory is a dash where it was not measured. */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    out.append(
        "| layout | order | fsync | B | CPU µs a form (least–most) | forms/s | AOF bytes a form | record bytes a station | runs |\n");
    out.append("|---|---|---|---|---|---|---|---|---|\n");
    results.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Row, List<BenchRun.Result>> e) -> e.getKey().fsync())
                .thenComparing(e -> e.getKey().order())
                .thenComparing(e -> e.getKey().batchForms())
                .thenComparing(e -> median(sorted(e.getValue(), BenchRun.Result::cpuMicros))))
        .forEach(e -> out.append(line(e.getKey(), e.getValue())));
    return out.toString();
  }

  private String line(Row row, List<BenchRun.Result> runs) {
    double[] cpu = sorted(runs, BenchRun.Result::cpuMicros);
    Double memory = recordBytes.get(row.layout());
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %d | %.2f (%.2f–%.2f) | %.0f | %.0f | %s | %d |%n",
        row.layout(),
        row.order(),
        row.fsync(),
        row.batchForms(),
        median(cpu),
        cpu[0],
        cpu[cpu.length - 1],
        median(sorted(runs, BenchRun.Result::formsPerSecond)),
        median(sorted(runs, BenchRun.Result::fileBytes)),
        memory == null ? "–" : String.format(Locale.ROOT, "%.1f", memory),
        runs.size());
  }

  private static double[] sorted(
      List<BenchRun.Result> runs, ToDoubleFunction<BenchRun.Result> figure) {
    return runs.stream().mapToDouble(figure).sorted().toArray();
  }

  static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
