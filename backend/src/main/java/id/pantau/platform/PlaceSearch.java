package id.pantau.platform;

import id.pantau.model.AreaTree;
import id.pantau.model.places.PlaceIndex;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** The search index of a node's places, made once for all who search. Any thread may ask. */
public final class PlaceSearch {
  private final AreaTree tree;
  private @Nullable Future<PlaceIndex> index;

  public PlaceSearch(AreaTree tree) {
    this.tree = tree;
  }

  /** The index, or what it will be; the first who asks starts its making, off the event loops. */
  public synchronized Future<PlaceIndex> index(Vertx vertx) {
    if (index == null) {
      index = vertx.executeBlocking(() -> new PlaceIndex(tree), false);
    }
    return index;
  }
}
