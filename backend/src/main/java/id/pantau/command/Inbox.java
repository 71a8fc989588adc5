package id.pantau.command;

import id.pantau.platform.Arrivals;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What the board tells, on its way to the command centre's own context. It follows before the board
 * is deployed and keeps what comes until the desks are mounted, which is the rest of the node's
 * start; from then on it is emptied forty times a second. It is the last of the desks: to be
 * mounted is its sign that the others are ready.
 */
public final class Inbox implements Desk {
  /**
   * How often it is emptied. Each log entry is a batch of its own, often of one form: to be woken
   * for every one of them would cost more than to read it, and a screen shows a second.
   */
  private static final long TURN_MILLIS = 25;

  /** A turn of the context takes so many batches, then others have theirs. */
  private static final int BATCHES_A_TURN = 256;

  private final Queue<Arrivals.Batch> waiting = new ConcurrentLinkedQueue<>();
  private final List<Consumer<Arrivals.Batch>> readers = new CopyOnWriteArrayList<>();
  private final WallCost cost;

  /** Follows from now on. */
  public Inbox(Arrivals arrivals, WallCost cost) {
    this.cost = cost;
    arrivals.follow(waiting::add);
  }

  /** Adds a reader; all are added before {@link #mount}. */
  public void read(Consumer<Arrivals.Batch> reader) {
    readers.add(reader);
  }

  /** From now on the readers get every batch, on the context that mounts. */
  @Override
  public void mount(Router router) {
    Context context = Objects.requireNonNull(Vertx.currentContext(), "desks are mounted on one");
    context.owner().setPeriodic(0, TURN_MILLIS, turn -> empty(context));
  }

  private void empty(Context context) {
    if (!waiting.isEmpty()) {
      cost.follow(this::hand);
      if (!waiting.isEmpty()) {
        context.runOnContext(go -> empty(context));
      }
    }
  }

  private void hand() {
    for (int i = 0; i < BATCHES_A_TURN; i++) {
      Arrivals.Batch batch = waiting.poll();
      if (batch == null) {
        return;
      }
      readers.forEach(reader -> reader.accept(batch));
    }
  }
}
