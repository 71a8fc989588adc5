package id.pantau.command.signin;

import id.pantau.platform.OwnFile;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operators that this node knows, in memory, and the file behind them. Safe on all threads. */
public final class Operators {
  private static final Logger LOG = LoggerFactory.getLogger(Operators.class);
  private final OperatorFile file;
  private volatile Map<String, Account> byId = Map.of();
  private OwnFile.@Nullable Stamp seen;
  private @Nullable String trouble;

  /** Reads the file once, blocking. A broken file knows nobody and says so in the log. */
  public Operators(OperatorFile file) {
    this.file = file;
    reload();
  }

  /**
   * Looks for a new file every so often, on a worker.
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
                    .executeBlocking(this::reload)
                    .onFailure(e -> LOG.error("the operators could not be looked at", e))
                    .onComplete(done -> looking.set(false));
              }
            });
    return () -> vertx.cancelTimer(timer);
  }

  public boolean isEmpty() {
    return byId.isEmpty();
  }

  @Nullable Account find(String id) {
    return byId.get(id);
  }

  /** Reads the file if it changed; a broken one leaves the operators as they were, told once. */
  synchronized boolean reload() {
    try {
      OwnFile.Stamp now = file.stamp();
      if (Objects.equals(now, seen)) {
        return false;
      }
      byId = Map.copyOf(file.read());
      seen = now;
      trouble = null;
      LOG.info("{} operators may sign in", byId.size());
      return true;
    } catch (IOException e) {
      if (!Objects.equals(trouble, e.getMessage())) {
        trouble = e.getMessage();
        LOG.error("the operators stay as they were: {}", trouble);
      }
      return false;
    }
  }
}
