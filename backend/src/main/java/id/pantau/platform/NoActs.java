package id.pantau.platform;

import id.pantau.model.Act;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Consumer;

/** The acts of a node that follows none: a tool, a test of something else. */
final class NoActs implements Acts {
  @Override
  public List<Entry> all() {
    return List.of();
  }

  @Override
  public void watchOpen(Consumer<List<Act>> onChange) {
    onChange.accept(List.of());
  }

  @Override
  public void watchSubmitters(Consumer<List<Act>> onChange) {
    onChange.accept(List.of());
  }

  @Override
  public Future<Void> append(Act act) {
    return Future.failedFuture(new UnsupportedOperationException("this node follows no acts"));
  }
}
