package id.pantau.count;

import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.model.Station;
import id.pantau.model.Submission;
import id.pantau.platform.RedisLink;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The Redis Function alone, called as a lane calls it, many calls in one go. */
public final class FunctionBench implements AutoCloseable {
  private final Election election;
  private final CountFunction function;
  private final RedisLink link;
  private final Context context;

  public FunctionBench(CountRig rig, Election election) {
    this.election = election;
    this.function = new CountFunction(election, "bench");
    this.link = new RedisLink(rig.vertx(), rig.settings().redis(), "any", "bench", function::load);
    this.context = Objects.requireNonNull(rig.vertx().getOrCreateContext());
    Promise<Void> up = Promise.promise();
    context.runOnContext(go -> link.onUp(up::tryComplete).start());
    Waiting.get(up.future());
  }

  /** Applies batches, each of one contest in one province, to an empty Redis, one after another. */
  void fromEmpty(List<List<Submission>> batches) {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        go -> {
          List<Future<?>> calls = new ArrayList<>();
          calls.add(link.send(Request.cmd(Command.FLUSHDB)));
          batches.forEach(
              batch -> calls.add(apply(batch, Position.START, CountFunction.Mode.LIVE)));
          Future.all(calls).<Void>mapEmpty().onComplete(done);
        });
    Waiting.get(done.future());
  }

  /** Counts a form that nobody is told of and no journal has: its node died in between. */
  public void countAndDie(Submission form) {
    Waiting.get(call(List.of(form), Position.START, CountFunction.Mode.LIVE));
  }

  /** One call; fails as Redis fails it. */
  Future<CountFunction.Reply> call(List<Submission> batch, Position seen, CountFunction.Mode mode) {
    Promise<CountFunction.Reply> done = Promise.promise();
    context.runOnContext(go -> apply(batch, seen, mode).onComplete(done));
    return done.future();
  }

  private Future<CountFunction.Reply> apply(
      List<Submission> batch, Position seen, CountFunction.Mode mode) {
    List<Item> items = batch.stream().map(this::item).toList();
    return function.apply(
        link, batch.get(0).form().station().substring(0, 2), items, seen, mode, 1_000);
  }

  private Item item(Submission submission) {
    Contest contest = Objects.requireNonNull(election.contest(submission.form().contest()));
    Station station = Objects.requireNonNull(election.areas().station(submission.form().station()));
    return Item.of(submission, contest, station);
  }

  @Override
  public void close() {
    Promise<Void> closed = Promise.promise();
    context.runOnContext(go -> link.close().onComplete(closed));
    Waiting.get(closed.future());
  }
}
