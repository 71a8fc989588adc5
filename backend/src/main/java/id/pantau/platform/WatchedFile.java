package id.pantau.platform;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file that is read whenever it has changed. A broken one leaves what was read before as it
 * was, is told once, and is read again the next time; no file is a change too. Safe on all threads.
 */
public final class WatchedFile {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);

  private final OwnFile file;
  private final String what;
  private final OwnFile.Step read;
  private OwnFile.@Nullable Stamp seen;
  private @Nullable String trouble;

  /**
   * @param what is in it, for the log
   * @param read takes in what the file says, or fails and changes nothing; blocking
   */
  public WatchedFile(OwnFile file, String what, OwnFile.Step read) {
    this.file = file;
    this.what = what;
    this.read = read;
  }

  /** Reads the file if it changed, blocking; true where it did. */
  public synchronized boolean look() {
    try {
      OwnFile.Stamp now = file.stamp();
      if (Objects.equals(now, seen)) {
        return false;
      }
      read.run();
      seen = now;
      trouble = null;
      return true;
    } catch (IOException e) {
      if (!Objects.equals(trouble, e.getMessage())) {
        trouble = e.getMessage();
        LOG.error("the {} stay as they were: {}", what, trouble);
      }
      return false;
    }
  }

  /**
   * Looks every so often, on a worker.
   *
   * @return ends the watch
   */
  public Runnable watch(Vertx vertx, int everyMillis) {
    AtomicBoolean looking = new AtomicBoolean();
    long timer =
        vertx.setPeriodic(
            everyMillis,
            id -> {
              if (looking.compareAndSet(false, true)) {
                vertx
                    .executeBlocking(this::look)
                    .onFailure(e -> LOG.error("the {} could not be looked at", what, e))
                    .onComplete(done -> looking.set(false));
              }
            });
    return () -> vertx.cancelTimer(timer);
  }
}
