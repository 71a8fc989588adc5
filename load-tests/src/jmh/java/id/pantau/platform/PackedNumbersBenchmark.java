package id.pantau.platform;

import id.pantau.load.micro.RealForms;
import id.pantau.model.Form;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The numbers of a packed form, read in one go, as a board does that adds them up. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PackedNumbersBenchmark {
  private final RealForms real = new RealForms();
  private final PackedNumbers numbers = new PackedNumbers(real.election());
  private final byte[][] packed = new byte[RealForms.SAMPLE][];
  private int next;

  /** The numbers are the form's. */
  @Setup
  public void pack() {
    List<Form> forms = real.sample();
    for (int i = 0; i < packed.length; i++) {
      packed[i] = real.logged(forms.get(i)).packed();
      numbers.read(packed[i]);
      Form form = forms.get(i);
      for (int c = 0; c < real.contest().choices().size(); c++) {
        Integer votes = form.votes().get(real.contest().choices().get(c).id());
        RealForms.check(Objects.equals(votes, numbers.votes()[c]), "votes are read as others");
      }
      Integer valid = numbers.hasValid() ? numbers.valid() : null;
      RealForms.check(Objects.equals(form.valid(), valid), "valid votes are read as others");
    }
  }

  /** One form. */
  @Benchmark
  public int read() {
    next = (next + 1) % packed.length;
    numbers.read(packed[next]);
    return numbers.votes()[0] + numbers.valid() + numbers.users() + numbers.slot();
  }
}
