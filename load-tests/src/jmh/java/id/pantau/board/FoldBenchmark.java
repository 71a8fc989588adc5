package id.pantau.board;

import id.pantau.load.micro.RealForms;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Position;
import id.pantau.platform.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A province's log folded into sums of all its areas, for each form of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FoldBenchmark {
  private static final int FORMS = 64 * RealForms.BATCH;
  private static final long AT_MILLIS = 1_707_900_000_000L;

  private final RealForms real = new RealForms();
  private final Election election = real.election();
  private final int province = election.areas().find(RealForms.PROVINCE);
  private final List<LogEntry> log = new ArrayList<>();

  /** The province's sums are those of the forms that count, added up without the board. */
  @Setup
  public void write() {
    List<Form> forms = real.ofProvince(FORMS);
    for (int from = 0; from < FORMS; from += RealForms.BATCH) {
      log.add(
          new LogEntry(
              new Position(1, log.size() + 1),
              AT_MILLIS + from,
              new byte[0],
              "node",
              forms.subList(from, from + RealForms.BATCH).stream().map(real::logged).toList()));
    }
    long[] counted = real.counted(forms);
    for (ProvinceFold fold : List.of(starting(), following())) {
      for (int c = 0; c < counted.length; c++) {
        RealForms.check(fold.sums().sum(0, province, c) == counted[c], "the fold adds up wrongly");
      }
    }
  }

  /** As a node reads that starts: sums of areas in the middle are added up at the end. */
  @Benchmark
  @OperationsPerInvocation(FORMS)
  public ProvinceFold starting() {
    ProvinceFold fold = new ProvinceFold(election, province);
    fold.readFromBeginning();
    log.forEach(entry -> fold.apply(entry, 0));
    fold.readToEnd();
    return fold;
  }

  /** As a node follows: all sums are right after each entry. */
  @Benchmark
  @OperationsPerInvocation(FORMS)
  public ProvinceFold following() {
    ProvinceFold fold = new ProvinceFold(election, province);
    log.forEach(entry -> fold.apply(entry, 1));
    return fold;
  }
}
