package id.pantau.load;

import id.pantau.live.LiveRoutes;
import id.pantau.load.fanout.PostedStates;
import id.pantau.platform.FreeHeap;
import id.pantau.platform.Meters;
import id.pantau.platform.Settings;
import id.pantau.platform.SettingsReader;
import id.pantau.platform.WebServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The product's live stage as it is shipped, without count and board, on a port of its own: what
 * the peers are compared with. A state that is posted takes the board's place.
 */
@Command(
    name = "hub-server",
    mixinStandardHelpOptions = true,
    description = "The live stage alone; POST /pub?revision=N is what the board would show.")
public final class HubServer implements Callable<Integer> {
  private static final int START_SECONDS = 30;

  @Option(names = "--port", required = true)
  private int port;

  @Option(
      names = "--tick-millis",
      defaultValue = "0",
      description = "gather posted states for so long; 0 sends each (default: ${DEFAULT-VALUE})")
  private int tickMillis;

  public static void main(String[] args) {
    int code = new CommandLine(new HubServer()).execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = SettingsReader.read(null, System.getenv());
    PrometheusMeterRegistry registry = Meters.registry();
    VertxOptions options = new VertxOptions().setPreferNativeTransport(true);
    options.setMetricsOptions(Meters.vertxOptions());
    Vertx vertx = Vertx.builder().with(options).withMetrics(Meters.vertx(registry)).build();
    PostedStates states = new PostedStates(vertx, tickMillis);
    LiveRoutes live = new LiveRoutes(states, settings.live(), () -> false, registry);
    int loops = Runtime.getRuntime().availableProcessors();
    int messageBytesMax = settings.live().messageBytesMax();
    vertx
        .deployVerticle(
            () ->
                new WebServer(
                    "127.0.0.1", port, messageBytesMax, List.of(live, states), new AtomicInteger()),
            new DeploymentOptions().setInstances(loops))
        .await(START_SECONDS, TimeUnit.SECONDS);
    FreeHeap.giveBack();
    return 0;
  }
}
