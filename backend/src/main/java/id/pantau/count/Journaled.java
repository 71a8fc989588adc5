package id.pantau.count;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contents that this node's journal has, by hash. Those of earlier starts are read when they
 * are first needed: until then a repeat of one is not known, and is written to the journal once
 * more, which changes nothing. Count's context only.
 */
final class Journaled {
  private static final Logger LOG = LoggerFactory.getLogger(Journaled.class);

  private final Vertx vertx;
  private final JournalFolder.Contents contents;
  private final KeptHashes since = new KeptHashes();
  private @Nullable KeptHashes before;
  private @Nullable Future<Void> reading;

  Journaled(Vertx vertx, JournalFolder.Contents contents) {
    this.vertx = vertx;
    this.contents = contents;
    if (contents.entries() == 0) {
      before = new KeptHashes();
    }
  }

  /** True where the journal is known to have it. */
  boolean has(String province, long hash) {
    if (since.contains(province, hash)) {
      return true;
    }
    KeptHashes old = before;
    if (old == null) {
      Future<Void> unused = read(false);
      return false;
    }
    return old.contains(province, hash);
  }

  /** The journal has one more, synced. */
  void add(String province, long hash) {
    since.add(province, hash);
  }

  /**
   * How many of a province, or a few more: one that was written once more counts twice. Right only
   * when the {@link #whole} is known.
   */
  long size(String province) {
    KeptHashes old = before;
    return since.size(province) + (old == null ? 0L : old.size(province));
  }

  /** Completes when everything is known. */
  Future<Void> whole() {
    return before == null ? read(true) : Future.succeededFuture();
  }

  private Future<Void> read(boolean hurry) {
    Future<Void> now = reading;
    if (now == null) {
      now =
          vertx
              .executeBlocking(() -> contents.hashes(hurry), false)
              .onSuccess(read -> before = read)
              .onFailure(
                  e -> {
                    LOG.error("the journal cannot be read: {}", e.toString());
                    reading = null;
                  })
              .mapEmpty();
      reading = now;
    }
    return now;
  }
}
