package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F4: a Redis that stands still for 30 s without closing anything. Submitters are told to come
 * again, readers keep the last numbers, nothing hangs, and all goes on by itself.
 */
final class StoppedRedisIT {
  private static final Duration STOPPED = Duration.ofSeconds(30);

  /**
   * The node's own connections: count, board, announcements, acts, nodes, decisions; and the one
   * that asks.
   */
  private static final int CONNECTIONS = 7;

  @TempDir private Path folder = Path.of("");

  @Test
  void stoppedRedis_for30Seconds_formsAre503AndAllGoesOnAfterIt() throws Exception {
    Path csv = RealForms.csv(folder, "65");
    List<String> forms = RealForms.json(csv);
    int half = forms.size() / 2;
    try (NodeProcess node =
        NodeProcess.on(folder.resolve("node")).env("PANTAU_LIVE_HEARTBEATSECONDS", "3")) {
      String key = node.key();
      node.start();
      Sender sender = new Sender(node.url(), key);
      sender.all(forms.subList(0, half));
      Await.until("the first half is shown", () -> node.api().stations() == half);
      Position before = node.api().position();
      long pid = node.redisPid();

      try (Watch watch = Watch.strict(node.api());
          Viewer viewer = Viewer.watch(node.port(), "ppwp/0")) {
        Signal.STOP.to(pid);
        try {
          Await.always(
              "readers are served, submitters told to come again",
              STOPPED,
              () -> away(node, sender, forms));
          assertTrue(!node.isReady(), "the node calls itself ready");
          assertEquals(before, node.api().position(), "something was counted without Redis");
          assertTrue(viewer.isDelayed(), "no heartbeat said that the numbers may be old");
        } finally {
          Signal.CONT.to(pid);
        }
        Await.until("the node is ready again", node::isReady);
        watch.end();
        Await.until("a heartbeat says that all is well", () -> !viewer.isDelayed());
        viewer.assertNothingWrong();
      }
      assertEquals(pid, node.redisPid(), "Redis was restarted");
      assertTrue(!node.log().contains("refilled"), node::log);
      Await.until(
          "forms are taken again",
          () -> sender.batch(forms.subList(half, half + 1)).status() == 200);
      Set<String> answers = sender.all(forms);
      assertTrue(Set.of("duplicate", "counted", "held").containsAll(answers), answers::toString);
      Recount.of(folder, csv).awaitAt(node.api());
      Await.until("no connection is left behind", () -> connections(node) == CONNECTIONS);
    }
  }

  private static int connections(NodeProcess node) throws IOException {
    return RedisTalk.ask(node, "CLIENT LIST").strip().split("\n").length;
  }

  /** A command in the air and a form that finds no connection are told the same. */
  private static boolean away(NodeProcess node, Sender sender, List<String> forms)
      throws Exception {
    Sender.Reply reply = sender.batch(forms.subList(forms.size() - 10, forms.size()));
    assertEquals(503, reply.status(), reply::body);
    assertTrue(reply.retryAfter().matches("[1-9]\\d*"), "Retry-After: " + reply.retryAfter());
    assertTrue(reply.body().contains("urn:pantau:problem:busy"), reply::body);
    assertTrue(node.isAlive(), "an event loop hangs");
    return node.api().stations() > 0;
  }
}
