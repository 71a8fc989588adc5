package id.pantau.cli;

import id.pantau.election.ElectionReader;
import id.pantau.intake.KeyFile;
import id.pantau.intake.Keys;
import id.pantau.model.Election;
import id.pantau.platform.Beside;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: a node. */
@Command(
    name = "serve",
    description = "Runs a node until it is stopped.",
    mixinStandardHelpOptions = true)
public final class Serve implements Callable<Integer> {
  private static final Set<String> ROLES =
      Set.of("intake", "count", "board", "live", "api", "command");

  @Mixin private NodeOptions options = new NodeOptions();

  @Option(
      names = "--election",
      paramLabel = "ID|DIR",
      description = "packed in the jar, or a folder (default: pemilu-2024)")
  private String election = "pemilu-2024";

  @Override
  public Integer call() throws InterruptedException {
    // The longest of what comes before the logs, while all else is made that needs no election.
    Supplier<Election> read = Beside.start(() -> election(election));
    Settings settings = options.settings();
    check(settings);
    try (Node node = Node.start(settings, read)) {
      node.closeOnExit(() -> {});
      System.out.println("Pantau Suara is on " + node.address());
      if (settings.node().has("command")) {
        System.out.println("the command centre is on " + node.commandAddress());
      }
      System.out.println(
          "health and metrics: http://127.0.0.1:" + node.managementPort() + "/metrics");
      new CountDownLatch(1).await();
    }
    return 0;
  }

  static Election election(String idOrFolder) {
    Path folder = Path.of(idOrFolder);
    return Files.isDirectory(folder)
        ? ElectionReader.read(folder)
        : ElectionReader.packed(idOrFolder);
  }

  /** Refuses what would be unsafe, or cannot work, with one sentence (F47). */
  static void check(Settings settings) {
    Settings.Node node = settings.node();
    for (String role : node.roles().split(",")) {
      if (!ROLES.contains(role.strip())) {
        throw new Refused("there is no role " + role.strip() + "; roles are " + ROLES);
      }
    }
    if (node.has("intake") && !node.has("count")) {
      throw new Refused("the role intake needs count beside it: an answer waits for the journal");
    }
    if ((node.has("api") || node.has("live")) && !node.has("board")) {
      throw new Refused("the roles api and live need board beside them");
    }
    if (node.has("command") && !(node.has("intake") && node.has("count") && node.has("board"))) {
      throw new Refused(
          "the role command needs intake, count and board beside it: decisions are forms that enter"
              + " by intake");
    }
    if (node.has("command")
        && !isLoopback(node.host())
        && settings.command().publicUrl().isEmpty()) {
      throw new Refused(
          "the command centre on "
              + node.host()
              + " without command.publicUrl is refused: operators come over https, or leave command"
              + " out of --roles");
    }
    if (settings.webhooks().allowLoopback() && !isLoopback(node.host())) {
      throw new Refused(
          "webhooks.allowLoopback with --host "
              + node.host()
              + " is refused: whoever registers a webhook could reach what listens on this machine"
              + " alone");
    }
    if (node.has("intake") && !isLoopback(node.host()) && hasNoKeys(node)) {
      throw new Refused(
          "listening on "
              + node.host()
              + " without a submitter's key is refused: make one with keygen submitter --data "
              + node.data());
    }
  }

  private static boolean hasNoKeys(Settings.Node node) {
    return new Keys(new KeyFile(Path.of(node.data()), InstantSource.system())).isEmpty();
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new Refused("--host " + host + " is no address of this machine");
    }
  }
}
