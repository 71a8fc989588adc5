package id.pantau.rules;

import id.pantau.load.micro.RealForms;
import id.pantau.model.Form;
import id.pantau.model.Verdict;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All rules over one form. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JudgeBenchmark {
  private final RealForms real = new RealForms();
  private final Judge judge = new Judge(real.election());
  private final Form[] forms = real.sample().toArray(new Form[0]);
  private int next;

  /** Some count, some are held, none is refused before the rules of the paper are asked. */
  @Setup
  public void look() {
    Set<Verdict.Outcome> seen = EnumSet.noneOf(Verdict.Outcome.class);
    for (Form form : forms) {
      seen.add(judge.judge(form, RealForms.SPEAKER, Sightings.NONE).outcome());
    }
    RealForms.check(
        seen.equals(EnumSet.of(Verdict.Outcome.COUNTED, Verdict.Outcome.HELD)),
        "the forms are " + seen);
  }

  /** One form. */
  @Benchmark
  public Verdict judge() {
    next = (next + 1) % forms.length;
    return judge.judge(forms[next], RealForms.SPEAKER, Sightings.NONE);
  }
}
