package id.pantau.cli;

import id.pantau.election.ElectionReader;
import id.pantau.intake.KeyFile;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.platform.Beside;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: everything on one machine, on the real forms of February 2024. */
@Command(
    name = "demo",
    description = {
      "Runs everything on this machine: its own Redis, the bundled election, and the bundled real",
      "forms in the order in which they arrived, as a submitter would send them."
    },
    mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {
  private static final String ELECTION = "pemilu-2024";
  private static final String FORMS = "/config/elections/pemilu-2024/forms/ppwp.csv.gz";

  /** How long the count of the bundled forms takes at speed 1. */
  private static final double MINUTES = 10;

  private final PrintStream err = System.err;

  @Mixin private NodeOptions options = new NodeOptions();

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "1 = the whole count in about ten minutes (default), 2 = in five, …")
  private double speed = 1;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!(speed > 0 && speed <= 1_000)) {
      throw new Refused("--speed " + speed + " is not above 0 and up to 1000");
    }
    Settings wanted = options.settings();
    Path folder = options.namesData() ? null : Files.createTempDirectory("pantau-demo-");
    Settings settings =
        folder == null ? wanted : wanted.withNode(wanted.node().withData(folder.toString()));
    Serve.check(settings);
    Supplier<Election> election = Beside.start(() -> ElectionReader.packed(ELECTION));
    // Before the node starts: a running one would honour it only at its next look at the file.
    String key =
        new KeyFile(Path.of(settings.node().data()), InstantSource.system())
            .add(List.of("0"), EnumSet.of(Method.MACHINE));
    boolean commands = settings.node().has("command");
    DemoOperators operators = commands ? DemoOperators.make(Path.of(settings.node().data())) : null;
    try (Node node = Node.start(settings, election)) {
      node.closeOnExit(() -> remove(folder));
      Greeting.print(node, election.get(), operators);
      send(node, settings, election.get(), key);
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private void send(Node node, Settings settings, Election election, String key)
      throws IOException, InterruptedException {
    URI url = URI.create("http://127.0.0.1:" + node.publicPort());
    Path file = Path.of(settings.node().data()).resolve("ppwp.csv.gz");
    try (InputStream packed = Demo.class.getResourceAsStream(FORMS)) {
      Files.copy(Objects.requireNonNull(packed), file, StandardCopyOption.REPLACE_EXISTING);
    }
    try (ReplayFile forms = ReplayFile.open(file.toString(), () -> election, "ppwp", null)) {
      double perSecond = forms.size() / (MINUTES * 60) * speed;
      ReplayPlan plan = ReplayPlan.to(url, key).withPace(ReplayPace.rate(perSecond));
      send(plan, forms);
    }
  }

  private void send(ReplayPlan plan, ReplayFile forms) throws InterruptedException {
    ReplayRun run;
    String failure;
    try (Progress progress = Progress.on(err, "replay", forms.size())) {
      run = new ReplayRun(plan, progress::step);
      failure = run.send(forms);
    }
    System.out.println(run.tally().json());
    if (failure != null) {
      err.println(failure);
    }
  }

  /** What a demo leaves behind is nobody's. */
  static void remove(@Nullable Path data) {
    if (data == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(data)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.err.println(data + " could not be removed: " + e.getMessage());
    }
  }
}
