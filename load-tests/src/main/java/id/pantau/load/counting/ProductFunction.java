package id.pantau.load.counting;

import id.pantau.count.CountFunction;
import id.pantau.load.redis.BenchRedis;
import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.platform.LogEntry;
import id.pantau.platform.RedisKeys;
import io.vertx.redis.client.impl.RequestImpl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The Redis Function as shipped, called with the product's own commands. */
final class ProductFunction extends RedisDesign {
  private static final long NOW_MILLIS = 1_707_900_000_000L;

  private final Election election;
  private final CountFunction function;
  private final String name;
  private final byte[] library;
  private final String runId;
  private int batches;

  /** The function as shipped. */
  ProductFunction(
      String name, Election election, BenchRedis redis, int connections, int underWayMax)
      throws IOException {
    this(name, election, redis, connections, underWayMax, new byte[0]);
  }

  /**
   * @param library another {@code count.lua} that takes the same calls; empty: the shipped one
   */
  ProductFunction(
      String name,
      Election election,
      BenchRedis redis,
      int connections,
      int underWayMax,
      byte[] library)
      throws IOException {
    super(redis, connections, underWayMax);
    this.name = name;
    this.library = library;
    this.election = election;
    this.function = new CountFunction(election, "bench");
    this.runId = redis.runId();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  void begin() throws IOException {
    batches = 0;
    if (library.length > 0) {
      redis().load(library);
      return;
    }
    redis().socket().send(((RequestImpl) function.loading()).encode().getBytes());
    redis().socket().flush();
    redis().socket().receive();
  }

  @Override
  List<Unit> units(List<Batch> all) {
    List<Unit> units = new ArrayList<>();
    for (Batch batch : all) {
      RequestImpl request =
          (RequestImpl)
              function.applying(
                  runId,
                  batch.code(),
                  batch.items(),
                  Position.START,
                  CountFunction.Mode.LIVE,
                  NOW_MILLIS);
      units.add(
          new Unit(request.encode().getBytes(), 1, (n, answer) -> applied(answer, batch.size())));
      batches++;
    }
    return units;
  }

  /**
   * Epoch, revision, then nothing where each form is in the log as it was sent, else a byte a form,
   * each one of those that stand in the log.
   */
  private static void applied(String answer, int forms) throws IOException {
    int end = answer.length() - 1;
    int from = end - forms;
    boolean asSent = answer.endsWith("\n\n");
    boolean all =
        from > 0
            && answer.charAt(from - 1) == '\n'
            && answer.substring(from, end).chars().allMatch(o -> o < LogEntry.DUPLICATE);
    if (!asSent && !all) {
      throw new IOException("not every form was counted: " + answer);
    }
  }

  @Override
  void check(Load load) throws IOException {
    String contest = election.contests().get(0).id();
    new CountedTotals(election.areas(), new RedisKeys(election.id()), contest)
        .check(redis().socket(), load.truth(), batches);
  }
}
