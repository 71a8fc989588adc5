package id.pantau.command;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** A trail that tests can read. */
public final class MemoryTrail implements Trail {
  /** Every act, oldest first. */
  public final List<Entry> entries = new ArrayList<>();

  /** True lets every write fail, as a full disk does. */
  public volatile boolean broken;

  public record Entry(String who, String what, String subject, JsonObject details) {}

  @Override
  public synchronized Future<Void> write(
      String who, String what, String subject, JsonObject details) {
    if (broken) {
      return Future.failedFuture("the disk is full");
    }
    entries.add(new Entry(who, what, subject, details));
    return Future.succeededFuture();
  }

  public synchronized List<String> acts() {
    return entries.stream().map(e -> e.who() + " " + e.what()).toList();
  }
}
