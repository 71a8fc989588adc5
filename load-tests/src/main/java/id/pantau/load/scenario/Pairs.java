package id.pantau.load.scenario;

import id.pantau.load.Measured;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one side, or two in turn: pair by pair, and which of the two comes first alternates, so that
 * a machine that grows slower slows both.
 */
public final class Pairs {
  private final Load load;
  private final Side first;
  private final @Nullable Side second;
  private final List<Measured> firstRuns = new ArrayList<>();
  private final List<Measured> secondRuns = new ArrayList<>();
  private boolean good = true;

  /**
   * What is run.
   *
   * @param name in the results: {@code before}, {@code calm}, …
   * @param jar {@code pantau.jar}
   */
  public record Side(String name, Plan plan, Path jar) {}

  /**
   * @param second null to run one side alone
   */
  public Pairs(Load load, Side first, @Nullable Side second) {
    this.load = load;
    this.first = first;
    this.second = second;
  }

  /**
   * Runs them.
   *
   * @param line is given each run's figures when it has ended
   */
  public Pairs run(int runs, Consumer<Measured> line) throws IOException, InterruptedException {
    for (int i = 0; i < runs; i++) {
      Side other = second;
      if (other != null && i % 2 == 1) {
        secondRuns.add(run(other, line));
      }
      firstRuns.add(run(first, line));
      if (other != null && i % 2 == 0) {
        secondRuns.add(run(other, line));
      }
    }
    return this;
  }

  private Measured run(Side side, Consumer<Measured> line)
      throws IOException, InterruptedException {
    Run run = new Run(side.plan(), Program.asShipped(side.jar()), load).run();
    Measured figures = new Measured().put("side", side.name()).putAll(run.measured());
    good &= run.good();
    line.accept(figures);
    return figures;
  }

  /** True where nothing was wrong in any run. */
  public boolean good() {
    return good;
  }

  Side first() {
    return first;
  }

  @Nullable Side second() {
    return second;
  }

  List<Measured> firstRuns() {
    return firstRuns;
  }

  List<Measured> secondRuns() {
    return secondRuns;
  }
}
