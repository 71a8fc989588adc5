package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Position;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F3: Redis comes back with a torn file that lacks far more than its last second, or with nothing.
 * The journal gives it back what was acknowledged; the epoch rises, so that nobody takes the new
 * positions for old ones.
 */
final class TornAofIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void restart_onATornAof_isRefilledFromTheJournal() throws Exception {
    lose(
        data -> {
          Path aof = newestIncrement(data);
          // In the middle of an entry, and two thirds of all that was counted are gone.
          cut(aof, Files.size(aof) / 3 + 1);
        });
  }

  @Test
  void restart_onAnEmptyRedis_isRefilledFromTheJournal() throws Exception {
    lose(data -> removeAll(data.resolve("redis").resolve("appendonlydir")));
  }

  private interface Loss {
    void happen(Path data) throws IOException;
  }

  private void lose(Loss loss) throws Exception {
    Path csv = RealForms.csv(folder, "51", "65");
    List<String> forms = RealForms.json(csv);
    Totals expected = Recount.of(folder, csv);
    try (NodeProcess node = NodeProcess.on(folder.resolve("node")).patient()) {
      String key = node.key();
      node.start();
      Sender sender = new Sender(node.url(), key);
      assertEquals(Set.of("counted", "held"), sender.all(forms));
      expected.awaitAt(node.api());
      Position before = node.api().position();
      node.stop();

      loss.happen(node.data());
      node.start();
      assertTrue(node.log().contains("were gone from Redis and are refilled"), node::log);
      expected.awaitAt(node.api());
      Position after = node.api().position();
      assertTrue(after.epoch() > before.epoch(), before + " → " + after);
      assertTrue(after.compareTo(before) > 0, before + " → " + after);
      assertEquals(Set.of("duplicate"), sender.all(forms));
      assertEquals(after, node.api().position(), "a duplicate moved something");

      node.stop();
      node.start();
      assertTrue(!node.log().contains("refilled"), node::log);
      expected.awaitAt(node.api());
      assertEquals(after, node.api().position(), "a restart without a loss moved something");
    }
  }

  private static Path newestIncrement(Path data) throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("redis").resolve("appendonlydir"))) {
      return files
          .filter(file -> file.toString().endsWith(".incr.aof"))
          .max(Comparator.comparing(Path::toString))
          .orElseThrow();
    }
  }

  private static void cut(Path file, long length) throws IOException {
    assertTrue(length > 100_000, file + " is too short to lose much");
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      out.truncate(length);
    }
  }

  static void removeAll(Path where) throws IOException {
    try (Stream<Path> files = Files.walk(where)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
