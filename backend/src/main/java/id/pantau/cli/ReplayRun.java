package id.pantau.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One sending of forms to a node: reads the source, waits until each form is due and hands it to
 * its lane. Blocks the caller; {@link #cancel} may be called by any thread.
 */
public final class ReplayRun {
  private final ReplayPlan plan;
  private final ReplayTally tally = new ReplayTally();
  private final LongConsumer onAnswered;
  private final List<Thread> threads = new ArrayList<>();
  private @Nullable String failure;
  private boolean stopped;

  /**
   * @param onAnswered told of each batch's number of forms, on any thread
   */
  public ReplayRun(ReplayPlan plan, LongConsumer onAnswered) {
    this.plan = plan;
    this.onAnswered = onAnswered;
  }

  /**
   * Sends everything.
   *
   * @return null when every form was answered, else one sentence saying why not; the {@link #tally}
   *     stands either way
   */
  public @Nullable String send(ReplaySource source) throws InterruptedException {
    NodeClient node =
        new NodeClient(
            plan.url(), plan.key(), new NodeClient.Patience(plan.patience(), plan.busyPatience()));
    List<ReplayLane> lanes = new ArrayList<>();
    for (int i = 0; i < plan.lanes(); i++) {
      ReplayLane lane = new ReplayLane(plan, node, tally, this);
      lanes.add(lane);
      start(new Thread(lane, "replay-" + i));
    }
    Thread feeder = new Thread(() -> feed(source, lanes), "replay");
    start(feeder);
    try {
      for (Thread thread : List.copyOf(threads)) {
        thread.join();
      }
    } finally {
      stop();
      tally.skip(source.skipped());
    }
    return failure();
  }

  /** Drops the requests under way; {@link #send} returns soon, with a sentence. */
  public void cancel() {
    fail("cancelled");
  }

  /** What was answered; grows while the run goes on. */
  public ReplayTally tally() {
    return tally;
  }

  /** Ends the run; the first sentence stands, what follows from it does not. */
  synchronized void fail(String sentence) {
    if (!stopped) {
      failure = sentence;
      stop();
    }
  }

  private synchronized void stop() {
    stopped = true;
    threads.forEach(Thread::interrupt);
  }

  void answered(int forms) {
    onAnswered.accept(forms);
  }

  private synchronized void start(Thread thread) {
    thread.setDaemon(true);
    threads.add(thread);
    if (!stopped) {
      thread.start();
    }
  }

  private synchronized @Nullable String failure() {
    return failure;
  }

  private void feed(ReplaySource source, List<ReplayLane> lanes) {
    ReplayPace pace = plan.pace().gathered();
    long begun = System.nanoTime();
    try {
      while (source.hasNext()) {
        ReplayLine line = source.next();
        long now = System.nanoTime() - begun;
        long waitNanos = pace.dueNanos(line.at(), now) - now;
        if (waitNanos > 0) {
          Thread.sleep(waitNanos / 1_000_000, (int) (waitNanos % 1_000_000));
        }
        lanes.get(Math.floorMod(line.station().hashCode(), lanes.size())).put(line);
      }
      for (ReplayLane lane : lanes) {
        lane.end();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      fail("the forms cannot be read: " + e.getMessage());
    }
  }
}
