package id.pantau.command.signin;

import id.pantau.platform.WatchedFile;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operators that this node knows, in memory, and the file behind them. Safe on all threads. */
public final class Operators {
  private static final Logger LOG = LoggerFactory.getLogger(Operators.class);
  private final OperatorFile file;
  private final WatchedFile watched;
  private final UsedCodes codes;
  private volatile Map<String, Account> byId = Map.of();

  /** Reads the file once, blocking. A broken file knows nobody and says so in the log. */
  public Operators(OperatorFile file) {
    this.file = file;
    this.watched = file.watched(this::read);
    this.codes = file.usedCodes();
    watched.look();
  }

  /** The codes that they have used. */
  UsedCodes codes() {
    return codes;
  }

  /**
   * Looks for a new file every so often, on a worker.
   *
   * @return ends the watch
   */
  public Runnable watch(Vertx vertx, int everyMillis) {
    return watched.watch(vertx, everyMillis);
  }

  public boolean isEmpty() {
    return byId.isEmpty();
  }

  @Nullable Account find(String id) {
    return byId.get(id);
  }

  /** Reads the file if it changed; a broken one leaves the operators as they were, told once. */
  boolean reload() {
    return watched.look();
  }

  private void read() throws IOException {
    byId = Map.copyOf(file.read());
    LOG.info("{} operators may sign in", byId.size());
  }
}
