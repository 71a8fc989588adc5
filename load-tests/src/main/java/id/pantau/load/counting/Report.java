package id.pantau.load.counting;

import id.pantau.load.Measured;
import id.pantau.load.Ratios;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the rounds gave: a table of medians, the ratios to one design, the bars. */
public final class Report {
  private static final double FORMS_PER_SECOND_BAR = 80_000;
  private static final double POSTGRES_BAR = 4;
  private static final double RAW_BAR = 0.35;

  private final Map<String, List<Design.Run>> runs;
  private final List<Design.Run> ours;
  private final String name;

  /**
   * @param name the design that is compared with all others
   */
  public Report(Map<String, List<Design.Run>> runs, String name) {
    this.runs = runs;
    this.name = name;
    this.ours = runs.getOrDefault(name, List.of());
  }

  /** A line a design: medians, least and most. */
  public String table() {
    StringBuilder out =
        new StringBuilder("| design | forms/s, median (least–most) | CPU of the store, µs a form |")
            .append(" CPU to make the commands, µs a form | ")
            .append(name)
            .append(" ÷ it, forms/s (95 %) | the same, CPU of the store (95 %) | runs |\n")
            .append("|---|---|---|---|---|---|---|\n");
    runs.forEach(
        (design, all) ->
            out.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %,.0f (%,.0f–%,.0f) | %.2f (%.2f–%.2f) | %.2f | %s | %s | %d |%n",
                    design,
                    median(all, Design.Run::formsPerSecond),
                    least(all, Design.Run::formsPerSecond),
                    most(all, Design.Run::formsPerSecond),
                    median(all, Design.Run::storeMicros),
                    least(all, Design.Run::storeMicros),
                    most(all, Design.Run::storeMicros),
                    median(all, Design.Run::makeMicros),
                    ratio(all, Design.Run::formsPerSecond),
                    ratio(all, Design.Run::storeMicros),
                    all.size())));
    return out.toString();
  }

  private String ratio(List<Design.Run> other, ToDoubleFunction<Design.Run> figure) {
    if (other == ours || other.size() != ours.size() || ours.size() < 2) {
      return "–";
    }
    return Ratios.of(figures(ours, figure), figures(other, figure)).toString();
  }

  /** Each bar with its interval and a verdict. */
  public Measured bars(List<String> voids) {
    Measured bars = new Measured();
    double[] speed = figures(ours, Design.Run::formsPerSecond);
    if (speed.length >= 2) {
      double[] bar = new double[speed.length];
      java.util.Arrays.fill(bar, FORMS_PER_SECOND_BAR);
      bars.put("formsPerSecondOfBar80000", said(Ratios.of(speed, bar), 1));
      against(bars, "postgres-1", "timesPostgresOneClient", POSTGRES_BAR);
      against(bars, "postgres-2", "timesPostgresTwoClients", POSTGRES_BAR);
      against(bars, "postgres-mixed-1", "timesPostgresMixedOneClient", POSTGRES_BAR);
      against(bars, "postgres-mixed-2", "timesPostgresMixedTwoClients", POSTGRES_BAR);
      against(bars, "raw", "shareOfRaw", RAW_BAR);
    }
    // As many Redis as PostgreSQL has clients, so as many cores.
    List<Design.Run> two = runs.getOrDefault("function-2", List.of());
    if (two.size() >= 2) {
      against(bars, two, "postgres-2", "twoRedisTimesPostgresTwoClients", POSTGRES_BAR);
      against(bars, two, "postgres-mixed-2", "twoRedisTimesPostgresMixedTwoClients", POSTGRES_BAR);
    }
    return bars.put("voidRuns", voids).put("good", voids.isEmpty());
  }

  private void against(Measured bars, String design, String said, double bar) {
    against(bars, ours, design, said, bar);
  }

  private void against(
      Measured bars, List<Design.Run> one, String design, String said, double bar) {
    List<Design.Run> other = runs.getOrDefault(design, List.of());
    if (other.size() == one.size()) {
      Ratios ratios =
          Ratios.of(
              figures(one, Design.Run::formsPerSecond), figures(other, Design.Run::formsPerSecond));
      bars.put(said, said(ratios, bar));
    }
  }

  private static Map<String, Object> said(Ratios ratios, double bar) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("ratio", rounded(ratios.mean()));
    said.put("low", rounded(ratios.low()));
    said.put("high", rounded(ratios.high()));
    said.put("bar", bar);
    said.put("verdict", ratios.atLeast(bar));
    return said;
  }

  private static double rounded(double figure) {
    return Math.round(figure * 1_000) / 1_000.0;
  }

  private static double[] figures(List<Design.Run> of, ToDoubleFunction<Design.Run> figure) {
    return of.stream().mapToDouble(figure).toArray();
  }

  private static double median(List<Design.Run> of, ToDoubleFunction<Design.Run> figure) {
    return Ratios.median(figures(of, figure));
  }

  private static double least(List<Design.Run> of, ToDoubleFunction<Design.Run> figure) {
    return of.stream().mapToDouble(figure).min().orElse(Double.NaN);
  }

  private static double most(List<Design.Run> of, ToDoubleFunction<Design.Run> figure) {
    return of.stream().mapToDouble(figure).max().orElse(Double.NaN);
  }
}
