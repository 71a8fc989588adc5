package id.pantau.cli;

import id.pantau.count.FreshStart;
import id.pantau.intake.KeyFile;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.platform.OwnRedis;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Round after round of the example that moves: a node with an empty count and higher epochs, a
 * round of forms, the node's end. Viewers lose their connections between two rounds and come back.
 */
final class ContohRounds {
  /** Nobody decides here, so there is no command centre. */
  private static final String ROLES = "intake,count,board,live,api";

  /** What takes forms and shows nothing. */
  private static final String BEHIND = "intake,count";

  private final Election election;
  private final long seed;
  private final long roundMillis;
  private final Path data;
  private final Settings settings;
  private int publicPort;
  private int managementPort;
  private @Nullable Node node;
  private boolean stopped;

  /**
   * @param settings names the ports; 0 is any, and stays what it was in the first round
   */
  ContohRounds(Settings settings, Election election, long seed, long roundMillis) {
    this.settings = settings;
    this.publicPort = settings.node().port();
    this.managementPort = settings.node().managementPort();
    this.election = election;
    this.seed = seed;
    this.roundMillis = roundMillis;
    this.data = Path.of(settings.node().data());
  }

  /**
   * Runs until {@link #stop}, or for so many rounds.
   *
   * @param onUp told once, when the first node is up
   * @param onRound told after each round its number and what was answered
   */
  void run(long rounds, Consumer<Node> onUp, BiConsumer<Long, ReplayTally> onRound)
      throws IOException, InterruptedException {
    for (long round = 1; round <= rounds; round++) {
      forget();
      String key =
          new KeyFile(data, InstantSource.system()).add(List.of("0"), EnumSet.allOf(Method.class));
      ContohRound forms = ContohRound.of(election, seed, round);
      ReplayTally tally = new ReplayTally();
      // A board knows a province's epoch from its log. Were the log empty when viewers come
      // back, it would show them a position below the one of the round before.
      Node behind = start(BEHIND, 0, 0);
      if (behind == null) {
        return;
      }
      mover(behind, key, tally).open(forms);
      behind.close();
      Node open = start(ROLES, publicPort, managementPort);
      if (open == null) {
        return;
      }
      publicPort = open.publicPort();
      managementPort = open.managementPort();
      if (round == 1) {
        onUp.accept(open);
      }
      mover(open, key, tally).send(forms, roundMillis);
      open.close();
      onRound.accept(round, tally);
    }
  }

  private static ContohMover mover(Node node, String key, ReplayTally tally) {
    return new ContohMover(URI.create("http://127.0.0.1:" + node.publicPort()), key, tally);
  }

  /** Null once it is to stop. */
  private synchronized @Nullable Node start(String roles, int port, int management) {
    if (stopped) {
      return null;
    }
    Settings.Node own = settings.node();
    Node started =
        Node.start(
            settings.withNode(
                new Settings.Node(
                    own.name(),
                    own.host(),
                    port,
                    own.commandPort(),
                    management,
                    roles,
                    own.data(),
                    own.shutdownSeconds())),
            () -> election);
    node = started;
    return started;
  }

  /** Ends the node that runs, and lets none start after it; any thread may call. */
  synchronized void stop() {
    stopped = true;
    if (node != null) {
      node.close();
    }
  }

  /**
   * Everything of the round before but how far each province came, and the snapshots of the open
   * data, which bound themselves. A crash in between leaves less to delete the next time.
   */
  private void forget() throws IOException {
    Files.createDirectories(data);
    // The lock ends with its channel.
    try (FileChannel file =
        FileChannel.open(
            data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock(file);
      if (Files.exists(data.resolve("redis").resolve("own.properties"))) {
        // One that outlived a killed process is taken over, to be ended.
        OwnRedis.start(data, settings.redis().ownMemoryMaxMegabytes()).close();
      }
      // Before Redis: positions that were published must be known for good first.
      FreshStart.of(data, election.id());
      delete(data.resolve("redis").resolve("appendonlydir"));
      Files.deleteIfExists(data.resolve("redis").resolve("dump.rdb"));
      // The key of the round before; this node takes forms of nobody else.
      Files.deleteIfExists(data.resolve("keys.json"));
    }
  }

  private void lock(FileChannel file) throws IOException {
    FileLock held;
    try {
      held = file.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      held = null;
    }
    if (held == null) {
      throw new Refused("another node is running on " + data.toAbsolutePath());
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
