package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F42: when the journal cannot be written nothing is acknowledged, although Redis counts on: what
 * was acknowledged, and only the journal knows, is there when Redis loses everything.
 */
final class JournalFullIT {
  /** About a quarter of what the forms need. */
  private static final int JOURNAL_KILOBYTES = 400;

  @TempDir private Path folder = Path.of("");

  @Test
  void journal_thatCannotGrow_noFormIsAcknowledgedThatItDoesNotHold() throws Exception {
    Path csv = RealForms.csv(folder, "51");
    List<String> forms = RealForms.json(csv);
    try (RedisProcess redis = RedisProcess.start(folder.resolve("redis"));
        NodeProcess node =
            NodeProcess.on(folder.resolve("node"))
                .patient()
                .with("--redis", redis.uri())
                .fileMax(JOURNAL_KILOBYTES)) {
      String key = node.key();
      Sender sender = new Sender(node.start().url(), key);
      List<String> acknowledged;
      try (Load load = Load.start(sender, forms, 50, 8)) {
        acknowledged = load.join();
        assertTrue(load.busy() > 0, "the journal took everything");
      }
      assertTrue(acknowledged.size() > 100, "hardly anything was acknowledged");
      assertTrue(acknowledged.size() < forms.size(), "everything was acknowledged");
      // Larger than any room that a smaller batch left.
      List<String> others = new ArrayList<>(forms);
      others.removeAll(Set.copyOf(acknowledged));
      Sender.Reply refused = sender.batch(others.subList(0, 1_000));
      assertEquals(503, refused.status(), refused::body);
      assertTrue(!refused.retryAfter().isEmpty(), "no Retry-After");

      node.kill();
      redis.kill();
      redis.start();
      node.fileMax(0).start();
      assertEquals(Set.of("duplicate"), sender.all(acknowledged));
      assertTrue(node.api().stations() >= acknowledged.size(), "fewer than were acknowledged");
      Set<String> rest = sender.all(forms);
      assertTrue(Set.of("duplicate", "counted", "held").containsAll(rest), rest::toString);
      Recount.of(folder, csv).awaitAt(node.api());
    }
  }
}
