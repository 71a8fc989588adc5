package id.pantau.platform;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
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
import java.util.List;
import org.slf4j.LoggerFactory;

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
    PrometheusMeterRegistry registry = new Listening();
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new NettyAllocatorMetrics(PooledByteBufAllocator.DEFAULT).bindTo(registry);
    return registry;
  }

  /**
   * With what listens to the collector and to the log (errors, warnings by level). Those keep it,
   * and all that it measures, until it is closed: a process may run one node after another.
   */
  private static final class Listening extends PrometheusMeterRegistry {
    private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final List<LoggerContextListener> before = logging.getCopyOfListenerList();
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final LogbackMetrics log = new LogbackMetrics(List.of(), logging);
    private final List<LoggerContextListener> added = logging.getCopyOfListenerList();

    Listening() {
      super(PrometheusConfig.DEFAULT);
      added.removeAll(before);
      collector.bindTo(this);
      log.bindTo(this);
    }

    @Override
    public void close() {
      collector.close();
      log.close();
      // It takes out what counts, and leaves a listener behind that has the registry.
      added.forEach(logging::removeListener);
      super.close();
      // A gauge holds what it measures, and that may be what still waits to be cleaned up.
      clear();
    }
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
