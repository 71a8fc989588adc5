package id.pantau.cli;

import id.pantau.model.Election;
import id.pantau.platform.Beside;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import id.pantau.platform.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code rehearse}: a node that starts and ends. Under {@code -XX:ArchiveClassesAtExit} it is the
 * training run of Java's class-data sharing: what it loaded, later starts find prepared.
 */
@Command(
    name = "rehearse",
    description = {
      "Starts a node with a Redis, ports and a folder of its own, opens a page and a result, and ends:",
      "exit 0 where this machine can run one. Nothing of it stays. With",
      "  java -XX:ArchiveClassesAtExit=FILE -jar pantau.jar rehearse",
      "Java keeps what it made of the classes, and with -XX:SharedArchiveFile=FILE nodes start sooner."
    },
    mixinStandardHelpOptions = true)
public final class Rehearse implements Callable<Integer> {
  private static final Duration READY = Duration.ofMinutes(2);
  private static final String HOST = "127.0.0.1";

  @Option(
      names = "--election",
      paramLabel = "ID|DIR",
      description = "packed in the jar, or a folder (default: pemilu-2024)")
  private String election = "pemilu-2024";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "overlays the packed application.yaml; Redis, ports and folder stay its own")
  private @Nullable Path config;

  @Override
  public Integer call() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Path data = Files.createTempDirectory("pantau-rehearsal-");
    try {
      Supplier<Election> played = Beside.start(() -> Serve.election(election));
      Settings settings = settings(data);
      Serve.check(settings);
      try (Node node = Node.start(settings, played)) {
        open(node.managementPort(), List.of("/readyz"));
        if (settings.node().has("api")) {
          String contest = played.get().contests().get(0).id();
          open(node.publicPort(), List.of("/", "/api/v1/results/" + contest + "/0"));
        }
        System.out.printf(
            Locale.ROOT,
            "a node was ready %.1f s after the rehearsal began%n",
            (System.nanoTime() - begun) / 1e9);
      }
    } finally {
      Demo.remove(data);
    }
    return 0;
  }

  /** As a node here would have them, but that it comes near no other node's Redis, port or data. */
  private Settings settings(Path data) {
    Settings base = SettingsReader.read(config, System.getenv());
    Settings.Node node = base.node();
    return base.withRedisUri("")
        .withNode(
            new Settings.Node(
                node.name(), HOST, 0, 0, 0, node.roles(), data.toString(), node.shutdownSeconds()));
  }

  private static void open(int port, List<String> paths) throws InterruptedException {
    NodeClient client =
        new NodeClient(
            URI.create("http://" + HOST + ":" + port), null, new NodeClient.Patience(READY, READY));
    try {
      for (String path : paths) {
        NodeClient.Reply reply = client.get(path);
        if (reply.status() != 200) {
          throw new Refused(path + " answers " + reply.status() + ": " + reply.detail());
        }
      }
    } catch (NodeClient.Away e) {
      throw new Refused(String.valueOf(e.getMessage()));
    }
  }
}
