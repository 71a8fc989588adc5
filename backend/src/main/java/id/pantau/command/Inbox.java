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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the board tells, on its way to the command centre's own context. It follows before the board
 * is deployed and keeps what comes until the desks are mounted, which is the rest of the node's
 * start; from then on it is emptied as fast as that context turns. It is the last of the desks: to
 * be mounted is its sign that the others are ready.
 */
public final class Inbox implements Desk {
  /** A turn of the context takes so many batches, then others have theirs. */
  private static final int BATCHES_A_TURN = 64;

  private final Queue<Arrivals.Batch> waiting = new ConcurrentLinkedQueue<>();
  private final List<Consumer<Arrivals.Batch>> readers = new CopyOnWriteArrayList<>();
  private final AtomicBoolean called = new AtomicBoolean();
  private volatile @Nullable Context context;

  /** Follows from now on. */
  public Inbox(Arrivals arrivals) {
    arrivals.follow(this::take);
  }

  /** Adds a reader; all are added before {@link #mount}. */
  public void read(Consumer<Arrivals.Batch> reader) {
    readers.add(reader);
  }

  /** From now on the readers get every batch, on the context that mounts. */
  @Override
  public void mount(Router router) {
    context = Objects.requireNonNull(Vertx.currentContext(), "desks are mounted on a context");
    call();
  }

  private void take(Arrivals.Batch batch) {
    waiting.add(batch);
    call();
  }

  private void call() {
    Context on = context;
    if (on != null && called.compareAndSet(false, true)) {
      on.runOnContext(go -> hand());
    }
  }

  private void hand() {
    called.set(false);
    for (int i = 0; i < BATCHES_A_TURN; i++) {
      Arrivals.Batch batch = waiting.poll();
      if (batch == null) {
        return;
      }
      readers.forEach(reader -> reader.accept(batch));
    }
    call();
  }
}
