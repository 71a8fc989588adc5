package id.pantau.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;

/** The live room on a real port, with a board that the test drives. */
final class LiveRig implements AutoCloseable {
  static final Settings.Live LIMITS =
      new Settings.Live(64, 8192, 20, 65_536, 60, 45, 15, 100, 2500, 5, true);
  private static final int TRIES = 3_000;
  private static final int TRY_MILLIS = 10;
  final DrivenBoard board = new DrivenBoard();
  final AtomicBoolean delayed = new AtomicBoolean();
  final MeterRegistry registry = new SimpleMeterRegistry();
  final WebRig web;

  LiveRig(int instances, Settings.Live limits) {
    web = new WebRig(instances, List.of(new LiveRoutes(board, limits, delayed::get, registry)));
  }

  RawViewer viewer() throws IOException {
    return new RawViewer(web.port());
  }

  /** A viewer that watches, and has had the first states. */
  RawViewer viewer(String... topics) throws IOException {
    RawViewer viewer = viewer();
    viewer.say("{\"watch\":[\"" + String.join("\",\"", topics) + "\"]}");
    for (int i = 0; i < topics.length; i++) {
      viewer.next();
    }
    return viewer;
  }

  double count(String name) {
    return registry.get(name).counter().count();
  }

  double closes(int code) {
    return registry.get("pantau.live.closes").tag("code", "" + code).counter().count();
  }

  /** Heartbeats that left behind a {@code state}, or {@code alone}. */
  double heartbeats(String with) {
    return registry.get("pantau.live.heartbeats").tag("with", with).counter().count();
  }

  double viewers(String kind) {
    return Search.in(registry).name("pantau.live.viewers").tag("kind", kind).gauges().stream()
        .mapToDouble(g -> g.value())
        .sum();
  }

  /** Waits for a number to be reached; fails when it is not after half a minute. */
  static void await(double expected, DoubleSupplier number) throws InterruptedException {
    for (int i = 0; i < TRIES && number.getAsDouble() != expected; i++) {
      Thread.sleep(TRY_MILLIS);
    }
    assertEquals(expected, number.getAsDouble());
  }

  @Override
  public void close() {
    web.close();
  }
}
