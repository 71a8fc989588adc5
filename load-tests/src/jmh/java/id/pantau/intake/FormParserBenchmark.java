package id.pantau.intake;

import id.pantau.cli.FormJson;
import id.pantau.load.micro.RealForms;
import id.pantau.model.Form;
import id.pantau.platform.SettingsReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A form out of the bytes of its JSON, as intake reads it: UTF-8, then the strict parser. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FormParserBenchmark {
  private final FormParser parser =
      new FormParser(SettingsReader.read(null, Map.of()).intake().depthMax());
  private final byte[][] bodies = new byte[RealForms.SAMPLE][];
  private int next;

  /** Every form comes out as it was. */
  @Setup
  public void write() throws Malformed {
    List<Form> forms = new RealForms().sample();
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = FormJson.bytes(forms.get(i));
      RealForms.check(parsed(bodies[i]).equals(forms.get(i)), "a form is read as another");
    }
  }

  /** One form. */
  @Benchmark
  public Form parse() throws Malformed {
    next = (next + 1) % bodies.length;
    return parsed(bodies[next]);
  }

  private Form parsed(byte[] body) throws Malformed {
    return parser.parse(Objects.requireNonNull(Text.decode(body)));
  }
}
