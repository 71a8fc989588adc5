package id.pantau.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.load.micro.RealForms;
import id.pantau.model.Topic;
import id.pantau.platform.Showing.Update;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The JSON of a topic's state, with its digest, from a board that holds every bundled form. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StateBenchmark {
  /** The nation, a province, and a province with its kabupaten. */
  @Param({"ppwp/0", "ppwp/36", "ppwp/36/children"})
  private String topic = "";

  private final RealStates states = new RealStates();
  private Topic parsed = new Topic("", "", false);

  /** The nation's state says what was counted; every state is of its topic. */
  @Setup
  public void look() throws IOException {
    parsed = Objects.requireNonNull(Topic.parse(topic));
    JsonNode nation = json("ppwp/0");
    RealForms.check(
        nation.path("stations").path("counted").asLong() == states.counted(),
        "the nation's state says " + nation.path("stations"));
    RealForms.check(json(topic).path("topic").asText().equals(topic), "the state is of another");
  }

  private JsonNode json(String of) throws IOException {
    return new ObjectMapper().readTree(states.state(of).full().getBytes());
  }

  /** One state. */
  @Benchmark
  public Update render() {
    return states.state(parsed);
  }
}
