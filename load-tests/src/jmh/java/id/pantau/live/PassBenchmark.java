package id.pantau.live;

import id.pantau.board.RealStates;
import id.pantau.load.fanout.PostedStates;
import id.pantau.load.micro.RealForms;
import id.pantau.model.Topic;
import id.pantau.platform.Meters;
import id.pantau.platform.Settings;
import id.pantau.platform.SettingsReader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.channel.unix.FileDescriptor;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One state of one topic to all viewers of a hub, on its event loop: from the board's tick until
 * the last viewer was written to. Every write is a system call, but into /dev/null and not into a
 * socket: what is measured is the hub, and not the network.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PassBenchmark {
  private static final int SECONDS_MAX = 30;

  @Param({"1000", "10000"})
  private int viewers;

  /** That every viewer watches; states are of one after the other. */
  @Param({"1", "64"})
  private int topics;

  private Vertx vertx;
  private Context home;
  private PostedStates states;
  private Hub hub;
  private Timer seen;
  private Counter deliveries;
  private Buffer text;
  private FileDescriptor nowhere;
  private long revision;

  /** All viewers come, and are given the first state of each topic. */
  @Setup
  public void open() throws IOException, TimeoutException {
    vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    RealForms.check(vertx.isNativeTransportEnabled(), "this needs Linux' epoll, as the product");
    home = vertx.getOrCreateContext();
    MeterRegistry registry = Meters.registry();
    LiveMeters meters = new LiveMeters(registry);
    seen = registry.get("pantau.live.seen.seconds").timer();
    deliveries = registry.get("pantau.live.deliveries").counter();
    states = new PostedStates(vertx, 0);
    text = new RealStates().state("ppwp/0").full();
    nowhere = FileDescriptor.from("/dev/null");
    List<String> watched = IntStream.range(0, topics).mapToObj(i -> "ppwp/" + i).toList();
    for (int i = 0; i < topics; i++) {
      post();
    }
    hub = on(() -> new Hub(vertx, home, states, limits(), meters, () -> false));
    run(() -> hub.start(true));
    for (int i = 0; i < viewers; i++) {
      run(() -> hub.watch(hub.join(new NowhereWire(nowhere)), watched, null));
    }
  }

  /** The product's, but viewers that do not answer pings are kept. */
  private static Settings.Live limits() {
    Map<String, String> ours = Map.of("PANTAU_LIVE_DEADSECONDSMAX", "" + Integer.MAX_VALUE);
    return SettingsReader.read(null, ours).live();
  }

  /** One state to everybody. */
  @Benchmark
  public long pass() {
    long passes = seen.count();
    CompletableFuture<Void> done = new CompletableFuture<>();
    post();
    home.runOnContext(later -> completeAfter(passes, done));
    done.orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join();
    return revision;
  }

  /** A hub of many viewers takes several turns: it is asked between them. */
  private void completeAfter(long passes, CompletableFuture<Void> done) {
    if (seen.count() > passes) {
      done.complete(null);
    } else {
      home.runOnContext(later -> completeAfter(passes, done));
    }
  }

  private void post() {
    revision++;
    states.post(new Topic("ppwp", "" + revision % topics, false), revision, text);
  }

  private void run(Runnable work) throws TimeoutException {
    on(
        () -> {
          work.run();
          return true;
        });
  }

  private <T> T on(Supplier<T> work) throws TimeoutException {
    return Future.future((Promise<T> done) -> home.runOnContext(now -> done.complete(work.get())))
        .await(SECONDS_MAX, TimeUnit.SECONDS);
  }

  /** Every state went to every viewer once. */
  @TearDown
  public void close() throws IOException, TimeoutException {
    run(hub.tally()::tell);
    double due = (double) revision * viewers;
    RealForms.check(deliveries.count() == due, deliveries.count() + " deliveries, not " + due);
    vertx.close().await(SECONDS_MAX, TimeUnit.SECONDS);
    nowhere.close();
  }
}
