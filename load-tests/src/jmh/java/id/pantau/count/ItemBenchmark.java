package id.pantau.count;

import id.pantau.load.micro.RealForms;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Position;
import id.pantau.model.Station;
import id.pantau.model.Submission;
import id.pantau.platform.FormContent;
import id.pantau.platform.PackedForm;
import io.vertx.redis.client.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A judged form to its packed bytes and counting record, and a batch of them to its call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ItemBenchmark {
  private static final Instant AT = Instant.parse("2024-02-14T10:00:00Z");
  private static final String RUN = "0".repeat(40);

  private final RealForms real = new RealForms();
  private final Election election = real.election();
  private final Contest contest = real.contest();
  private final CountFunction function = new CountFunction(election, "bench");
  private final List<Submission> submissions = new ArrayList<>();
  private final List<Station> stations = new ArrayList<>();
  private final List<Item> batch = new ArrayList<>();
  private int next;

  /** What is packed is the form. */
  @Setup
  public void pack() {
    for (Form form : real.ofProvince(RealForms.BATCH)) {
      submissions.add(new Submission(form, real.verdict(form), "kpps", AT));
      stations.add(Objects.requireNonNull(election.areas().station(form.station())));
      Item item = item(batch.size());
      Form read = FormContent.unpack(PackedForm.content(item.packed()), election::contest);
      RealForms.check(read.equals(form), "a form is packed as another");
      batch.add(item);
    }
  }

  /** Content, hash, envelope, record. */
  @Benchmark
  public Item item() {
    next = (next + 1) % RealForms.BATCH;
    return item(next);
  }

  /** The command of a batch, for each form of it. */
  @Benchmark
  @OperationsPerInvocation(RealForms.BATCH)
  public Request command() {
    return function.applying(
        RUN, RealForms.PROVINCE, batch, Position.START, CountFunction.Mode.LIVE, 1);
  }

  private Item item(int number) {
    return Item.of(submissions.get(number), contest, stations.get(number));
  }
}
