package id.pantau.load.wall;

import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code /metrics} said at one moment, in Prometheus' text.
 *
 * @param lines the samples, without comments
 */
public record Scrape(List<String> lines) {
  /** Reads the text; comments are left out. */
  public static Scrape of(String text) {
    return new Scrape(text.lines().filter(line -> !line.startsWith("#")).toList());
  }

  /**
   * The sum of all samples of a name that bear every one of some labels; 0 where there is none.
   *
   * @param labels each as {@code status="counted"}; none for all samples
   */
  public double sum(String name, String... labels) {
    return lines.stream()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> Stream.of(labels).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
