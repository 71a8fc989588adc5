package id.pantau.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.netty4.NettyAllocatorMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.spi.VertxMetricsFactory;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Duration;

/**
 * The meters of a node. Names are dotted and begin with {@code pantau.}; units are base units; a
 * label takes few values (a province, never a station or an address).
 */
public final class Meters {
  private static final Duration[] STEPS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5)
  };

  private Meters() {}

  /** A registry that Prometheus reads, with the meters of the JVM and the process in it. */
  public static PrometheusMeterRegistry registry() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new NettyAllocatorMetrics(PooledByteBufAllocator.DEFAULT).bindTo(registry);
    bindListeners(registry);
    return registry;
  }

  /**
   * What listens to the collector and to the log (errors, warnings by level) lives as long as the
   * registry, which lives as long as the process.
   */
  @SuppressWarnings("resource")
  private static void bindListeners(MeterRegistry registry) {
    new JvmGcMetrics().bindTo(registry);
    new LogbackMetrics().bindTo(registry);
  }

  /** A timer whose histogram has the same steps, 1 ms … 5 s, as every other of ours. */
  public static Timer timer(MeterRegistry registry, String name, String what, String... tags) {
    return Timer.builder(name)
        .description(what)
        .tags(tags)
        .serviceLevelObjectives(STEPS)
        .register(registry);
  }

  /**
   * What {@code Vertx.builder().withMetrics(…)} takes: HTTP and pools, by method and code only. A
   * label of paths would have as many values as there are stations.
   */
  public static VertxMetricsFactory vertx(MeterRegistry registry) {
    return new MicrometerMetricsFactory(registry);
  }

  /** What {@code VertxOptions.setMetricsOptions} takes beside {@link #vertx}. */
  public static MicrometerMetricsOptions vertxOptions() {
    MicrometerMetricsOptions options = new MicrometerMetricsOptions();
    options.setEnabled(true);
    options.setLabels(java.util.EnumSet.of(Label.HTTP_METHOD, Label.HTTP_CODE, Label.POOL_TYPE));
    options.addDisabledMetricsCategory(MetricsDomain.EVENT_BUS);
    options.addDisabledMetricsCategory(MetricsDomain.NET_CLIENT);
    options.addDisabledMetricsCategory(MetricsDomain.NET_SERVER);
    options.addDisabledMetricsCategory(MetricsDomain.VERTICLES);
    return options;
  }
}
