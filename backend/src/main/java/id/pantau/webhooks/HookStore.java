package id.pantau.webhooks;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes the webhooks to their file, one write at a time: what changes during one is in the next,
 * with all that changed since. On the webhooks' context.
 */
final class HookStore {
  private final Vertx vertx;
  private final HookFile file;
  private final Supplier<List<Hook>> now;
  private List<Promise<Void>> waiting = new ArrayList<>();
  private boolean writing;

  /**
   * @param now what is to be in the file
   */
  HookStore(Vertx vertx, HookFile file, Supplier<List<Hook>> now) {
    this.vertx = vertx;
    this.file = file;
    this.now = now;
  }

  /**
   * Keeps what is now. A crash before it succeeds leaves the file as it was.
   *
   * @return fails where the disk does
   */
  Future<Void> save() {
    Promise<Void> kept = Promise.promise();
    waiting.add(kept);
    if (!writing) {
      write();
    }
    return kept.future();
  }

  /** When what was to be kept is kept, or could not be. */
  Future<Void> settled() {
    return writing ? save().otherwiseEmpty() : Future.succeededFuture();
  }

  private void write() {
    writing = true;
    List<Promise<Void>> mine = waiting;
    waiting = new ArrayList<>();
    List<Hook> hooks = now.get();
    vertx
        .executeBlocking(
            () -> {
              file.write(hooks);
              return true;
            })
        .onComplete(
            (done, failure) -> {
              writing = false;
              mine.forEach(promise -> promise.complete(null, failure));
              if (!waiting.isEmpty()) {
                write();
              }
            });
  }
}
