package id.pantau.platform;

import id.pantau.model.AreaTree;
import id.pantau.model.places.PlaceIndex;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The search index of a node's places, made once for all who search, and not while the node has
 * more urgent things to do. Any thread may ask.
 */
public final class PlaceSearch {
  private static final int LOOK_MILLIS = 250;

  private final AreaTree tree;
  private @Nullable Future<PlaceIndex> index;

  public PlaceSearch(AreaTree tree) {
    this.tree = tree;
  }

  /** Has it made when something else is done, or when it is first asked for. */
  public void makeAfter(Vertx vertx, BooleanSupplier done) {
    vertx.setPeriodic(
        LOOK_MILLIS,
        look -> {
          if (done.getAsBoolean()) {
            vertx.cancelTimer(look);
            making(vertx);
          }
        });
  }

  /** The index, or what it will be, on the context of whoever asks. */
  public Future<PlaceIndex> index(Vertx vertx) {
    Future<PlaceIndex> made = making(vertx);
    if (made.succeeded()) {
      // That one itself would tell it on the context of who asked first.
      return Future.succeededFuture(made.result());
    }
    Promise<PlaceIndex> here = Promise.promise();
    Context context = vertx.getOrCreateContext();
    made.onComplete((index, failure) -> context.runOnContext(go -> here.complete(index, failure)));
    return here.future();
  }

  /** True once its making began. */
  synchronized boolean isBegun() {
    return index != null;
  }

  /** The first who asks starts its making, off the event loops. */
  private synchronized Future<PlaceIndex> making(Vertx vertx) {
    if (index == null) {
      index = vertx.executeBlocking(() -> new PlaceIndex(tree), false);
    }
    return index;
  }
}
