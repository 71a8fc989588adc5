package id.pantau.load.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own server in a process of its own, seen by real viewers. The peers are not needed here. */
final class RoundsTest {
  @Test
  void run_ourServerAtOnceAndByTicks_everyViewerShowsTheLastState(@TempDir Path scratch)
      throws Exception {
    Load load = new Load(50, 1, 20, 4, 0, 1);
    try (Rounds rounds = rounds(scratch, List.of(load), Peer.HUB, Peer.HUB_TICK)) {
      // A turn fails where a viewer is told something wrong, or lacks the last state at its end.
      rounds.run(1, 1);
      List<String> rows = rounds.table().lines().skip(2).toList();
      assertEquals(2, rows.size());
      assertTrue(rows.get(0).startsWith("| hub | "), rows.get(0));
      assertTrue(rows.get(1).startsWith("| hub-tick | "), rows.get(1));
    }
  }

  @Test
  void command_anotherJvm_hasItsOptionsAndNotOurs() {
    Path nowhere = Path.of("");
    Setting.Jvm own = new Setting.Jvm(Path.of("/17/java"), List.of("-Xmx1g"));
    Setting.Jvm other = new Setting.Jvm(Path.of("/25/java"), List.of("-Xmx2g", "-Xint"));
    Setting setting = new Setting(nowhere, nowhere, nowhere, own, 2, null, other);

    List<String> ours = Peer.HUB.command(setting, 1, 1);
    List<String> theirs = Peer.HUB_JAVA.command(setting, 1, 1);

    assertEquals(List.of("/17/java", "-Xmx1g", "-cp"), ours.subList(0, 3));
    assertEquals(List.of("/25/java", "-Xmx2g", "-Xint", "-cp"), theirs.subList(0, 4));
    assertEquals(ours.subList(3, ours.size()), theirs.subList(4, theirs.size()));
  }

  static Rounds rounds(Path scratch, List<Load> loads, Peer... peers) throws Exception {
    Setting.Jvm own = Setting.Jvm.running(List.of());
    Setting setting = new Setting(scratch, scratch, scratch, own, 2, null, null);
    return new Rounds(List.of(peers), setting, loads);
  }

  @Test
  void of_together_keepsTheStatesASecond() {
    Load load = new Load(10, 1, 16, 2, 0, 1);

    assertEquals(new Load(10, 8, 16, 2, 0, 1), load.of(8, false));
    assertEquals(new Load(10, 8, 2, 16, 0, 1), load.of(8, true));
  }

  @Test
  void to_fewerViewers_keepsTheDeliveriesASecond() {
    assertEquals(new Load(5, 1, 32, 2, 0, 1), new Load(10, 1, 16, 2, 0, 1).to(5));
  }

  @Test
  void isNewest_olderStateOrOneOfAnotherTopic_isNot() {
    Publisher publisher = new Publisher(Peer.HUB, 0);

    assertFalse(publisher.isNewest(1, "ppwp/0"));
    assertTrue(publisher.isNewest(0, "ppwp/0"));
    assertFalse(publisher.isNewest(0, "ppwp/1"));
  }

  @Test
  void state_anyRevision_hasItsSizeAndTime() {
    for (long revision : new long[] {1, 99, 12_345_678}) {
      byte[] state =
          Publisher.state(revision, "ppwp/63", Instant.parse("2024-02-14T05:00:00.123456Z"));
      String text = new String(state, StandardCharsets.US_ASCII);
      assertEquals(Publisher.STATE_BYTES, state.length);
      assertTrue(text.contains("\"revision\":" + revision + "}"), text);
      assertTrue(text.contains("\"asOf\":\"2024-02-14T05:00:00.123Z\""), text);
    }
  }
}
