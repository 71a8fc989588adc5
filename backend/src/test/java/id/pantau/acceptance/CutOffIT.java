package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F13, F14, F46: connections to Redis that are killed, half open, or silent altogether. */
final class CutOffIT {
  private static final int BATCH_FORMS = 20;

  @TempDir private Path folder = Path.of("");

  @Test
  void announcements_killedOrHalfOpen_areSubscribedAgainAndViewersMissNothing() throws Exception {
    List<String> forms = RealForms.json(RealForms.csv(folder, "65"));
    try (RedisProcess redis = RedisProcess.start(folder.resolve("redis"));
        FaultProxy wire = FaultProxy.to(redis.port());
        NodeProcess node = NodeProcess.on(folder.resolve("node")).with("--redis", wire.uri())) {
      String key = node.key();
      Sender sender = new Sender(node.start().url(), key);
      Await.until("it is subscribed", () -> wire.liveSubscribers() == 1);
      try (Viewer viewer = Viewer.watch(node.port(), "ppwp/0", "ppwp/65")) {
        assertEquals("1", redis.talk("CLIENT KILL TYPE pubsub"));
        seen(viewer, sender, forms, 1);
        Await.until("it is subscribed again", () -> wire.liveSubscribers() == 1);
        seen(viewer, sender, forms, 2);

        assertEquals(1, wire.silenceSubscribers());
        seen(viewer, sender, forms, 3);
        Await.until("a half-open connection is found", () -> wire.liveSubscribers() == 1);
        seen(viewer, sender, forms, 4);
        viewer.assertNothingWrong();
      }
    }
  }

  @Test
  void node_cutOffFromRedis_isUnreadyWhileTheOtherGoesOn() throws Exception {
    Path csv = RealForms.csv(folder, "65");
    List<String> forms = RealForms.json(csv);
    try (RedisProcess redis = RedisProcess.start(folder.resolve("redis"));
        FaultProxy wire = FaultProxy.to(redis.port());
        NodeProcess a = NodeProcess.on(folder.resolve("a")).with("--redis", redis.uri());
        NodeProcess b = NodeProcess.on(folder.resolve("b")).with("--redis", wire.uri())) {
      String keyOfA = a.key();
      String keyOfB = b.key();
      Sender toA = new Sender(a.start().url(), keyOfA);
      Sender toB = new Sender(b.start().url(), keyOfB);
      int third = forms.size() / 3;
      toB.all(forms.subList(0, third));
      Await.until(
          "both show them", () -> a.api().stations() == third && b.api().stations() == third);

      try (Watch watch = Watch.strict(b.api())) {
        wire.silence();
        Await.until("b is unready", () -> !b.isReady());
        Sender.Reply refused = toB.batch(forms.subList(third, third + 10));
        assertEquals(503, refused.status(), refused::body);
        assertTrue(!refused.retryAfter().isEmpty(), "no Retry-After");
        assertTrue(b.isAlive(), "an event loop hangs");
        toA.all(forms.subList(third, 2 * third));
        Await.until("a goes on", () -> a.api().stations() == 2 * third);
        assertTrue(a.isReady(), a::log);
        assertEquals(third, b.api().stations(), "b shows what it has");

        wire.heal();
        Await.until("b is ready again", b::isReady);
        Await.until("b has caught up", () -> b.api().stations() == 2 * third);
        watch.end();
      }
      Set<String> answers = toB.all(forms);
      assertTrue(Set.of("duplicate", "counted", "held").containsAll(answers), answers::toString);
      Totals expected = Recount.of(folder, csv);
      expected.awaitAt(a.api());
      expected.awaitAt(b.api());
    }
  }

  /** Sends the next few forms, and waits until the viewer was told of all so far. */
  private static void seen(Viewer viewer, Sender sender, List<String> forms, int batch)
      throws IOException {
    int to = batch * BATCH_FORMS;
    sender.statuses(forms.subList(to - BATCH_FORMS, to));
    Await.until("the viewer sees " + to, () -> viewer.stations() == to);
  }
}
