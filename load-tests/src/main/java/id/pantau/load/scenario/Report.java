package id.pantau.load.scenario;

import id.pantau.load.Measured;
import id.pantau.load.Ratios;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands in {@code results/}: the machine, every run's line, and medians with intervals. */
final class Report {
  /** Figures that say what was done, or that are bounds of others: no medians of them. */
  private static final Set<String> NOT_COMPARED =
      Set.of("viewers", "ready", "placesCompared", "screensCompared", "connectedAtEnd");

  private final String scenario;
  private final Pairs pairs;

  Report(String scenario, Pairs pairs) {
    this.scenario = scenario;
    this.pairs = pairs;
  }

  /**
   * The page in Markdown.
   *
   * @param date of the runs
   * @param command line that made it
   */
  String page(String date, String command) throws IOException, InterruptedException {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(scenario).append(", ").append(date).append("\n\n");
    page.append("Commit ").append(Machine.commit()).append(" · ").append(Machine.facts());
    page.append(". Redis, and the load average before each run, are in its line.\n\n");
    page.append("```\n").append(command).append("\n```\n\n");
    side(page, pairs.first());
    Pairs.Side second = pairs.second();
    if (second != null) {
      side(page, second);
    }
    page.append("\n```\n");
    List<Measured> all = new ArrayList<>(pairs.firstRuns());
    all.addAll(pairs.secondRuns());
    for (Measured run : all) {
      page.append(run.json()).append('\n');
    }
    page.append("```\n\n");
    if (all.size() > 1) {
      page.append(second == null ? medians() : ratios(second));
    }
    return page.toString();
  }

  private static void side(StringBuilder page, Pairs.Side side) throws IOException {
    page.append("- `").append(side.name()).append("`: jar ").append(Machine.hash(side.jar()));
    page.append(", ").append(side.plan()).append('\n');
  }

  private String medians() {
    StringBuilder table = new StringBuilder("| figure | median | least–most |\n|---|---|---|\n");
    for (String name : names(pairs.firstRuns())) {
      List<Double> figures = figures(pairs.firstRuns(), name);
      table.append("| ").append(name).append(" | ").append(shown(Ratios.median(numbers(figures))));
      table.append(" | ").append(shown(figures.stream().min(Double::compare).orElse(0.0)));
      table.append("–").append(shown(figures.stream().max(Double::compare).orElse(0.0)));
      table.append(" |\n");
    }
    return table.toString();
  }

  private String ratios(Pairs.Side second) {
    StringBuilder table = new StringBuilder();
    table.append("| figure (medians) | ").append(pairs.first().name()).append(" | ");
    table.append(second.name()).append(" | ratio (95 % interval, pairs) |\n|---|---|---|---|\n");
    List<String> names = names(pairs.firstRuns());
    names.retainAll(names(pairs.secondRuns()));
    for (String name : names) {
      double[] before = numbers(figures(pairs.firstRuns(), name));
      double[] after = numbers(figures(pairs.secondRuns(), name));
      Ratios ratios = Ratios.of(after, before);
      table.append("| ").append(name).append(" | ").append(shown(Ratios.median(before)));
      table.append(" | ").append(shown(Ratios.median(after))).append(" | ");
      table.append(shown(ratios.mean())).append(" (").append(shown(ratios.low()));
      table.append("–").append(shown(ratios.high())).append(", ").append(before.length);
      table.append(") |\n");
    }
    return table.toString();
  }

  /** The figures that every run has, and that are not zero in all. */
  private static List<String> names(List<Measured> runs) {
    List<String> names = new ArrayList<>(runs.get(0).numbers().keySet());
    runs.forEach(run -> names.retainAll(run.numbers().keySet()));
    names.removeAll(NOT_COMPARED);
    names.removeIf(name -> figures(runs, name).stream().allMatch(figure -> figure == 0));
    return names;
  }

  private static List<Double> figures(List<Measured> runs, String name) {
    return runs.stream().map(run -> run.numbers().getOrDefault(name, Double.NaN)).toList();
  }

  private static double[] numbers(List<Double> figures) {
    return figures.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String shown(double figure) {
    if (!Double.isFinite(figure)) {
      return "–";
    }
    return figure == Math.rint(figure) || Math.abs(figure) >= 1_000
        ? String.format(Locale.ROOT, "%.0f", figure)
        : String.format(Locale.ROOT, "%.3f", figure);
  }
}
