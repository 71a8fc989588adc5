package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F17: two nodes with journals of their own on one outside Redis. The same forms sent to both at
 * once are counted once; both show the same; and when Redis loses everything, both journals
 * together give it back.
 */
final class TwoNodesIT {
  private static final int BATCH_FORMS = 40;

  /** Logged once a refill that had anything to give. */
  private static final String GONE = "were gone from Redis";

  @TempDir private Path folder = Path.of("");

  @Test
  void twoNodes_sameFormsAtOnceThenRedisLosesAll_totalsAreExactOnBoth() throws Exception {
    Path csv = RealForms.csv(folder, "65");
    Path more = RealForms.csv(folder, "92");
    List<String> both = RealForms.json(csv);
    List<String> apart = RealForms.json(more);
    try (RedisProcess redis = RedisProcess.start(folder.resolve("redis"), "--appendonly", "no");
        NodeProcess a = NodeProcess.on(folder.resolve("a")).patient().with("--redis", redis.uri());
        NodeProcess b =
            NodeProcess.on(folder.resolve("b")).patient().with("--redis", redis.uri())) {
      Sender toA = sender(a);
      Sender toB = sender(b);

      for (int from = 0; from < both.size(); from += BATCH_FORMS) {
        once(toA, toB, both.subList(from, Math.min(both.size(), from + BATCH_FORMS)));
      }
      conflict(toA, toB, both.get(0));
      // Each journal alone lacks half of these.
      int half = apart.size() / 2;
      toA.all(apart.subList(0, half));
      toB.all(apart.subList(half, apart.size()));
      Totals expected = Recount.of(folder, csv, more);
      showTheSame(a, b, expected);

      try (Watch atA = Watch.strict(a.api());
          Watch atB = Watch.strict(b.api())) {
        redis.kill();
        redis.start();
        Await.until("a refilled it", () -> a.log().contains("are refilled"));
        Await.until("b refilled it", () -> b.log().contains("are refilled"));
        Await.until("both are ready", () -> a.isReady() && b.isReady());
        showTheSame(a, b, expected);
        atA.end();
        atB.end();
      }

      // Again, while a is down: b alone has what b acknowledged, duplicates of a's among it. What
      // b's board knows more it goes on showing, for a may be coming; a fresh board cannot.
      List<String> ofB = new ArrayList<>(both);
      ofB.addAll(apart.subList(half, apart.size()));
      Path known = Files.write(folder.resolve("of-b.ndjson"), ofB);
      loseAll(redis, a);
      Await.until("b has given Redis what it knows", () -> b.log().split(GONE, -1).length == 3);
      expected.assertSame(Totals.published(b.api()));
      b.stop();
      b.start();
      Recount.of(folder, known).awaitAt(b.api());
      // What only a's journal has comes back with a. One of them saw the first count of a form, the
      // other only its refill, so their asOf may differ.
      a.start();
      expected.awaitAt(a.api());
      expected.awaitAt(b.api());
      assertEquals(a.api().position(), b.api().position());

      // A duplicate is an acknowledgement: from then on b's journal alone is enough.
      assertEquals(Set.of("duplicate"), toB.all(apart.subList(0, half)));
      loseAll(redis, a);
      Await.until("b is ready", b::isReady);
      expected.awaitAt(b.api());
      assertEquals(Set.of("duplicate"), toB.all(apart));
    }
  }

  private static void loseAll(RedisProcess redis, NodeProcess alone) throws Exception {
    alone.kill();
    redis.kill();
    redis.start();
  }

  private static Sender sender(NodeProcess node) throws Exception {
    String key = node.key();
    return new Sender(node.start().url(), key);
  }

  /** Both at once: of each form exactly one answer says that it was counted or held now. */
  private static void once(Sender a, Sender b, List<String> forms) throws Exception {
    List<List<String>> answers = atOnce(a, b, forms, forms);
    for (int i = 0; i < forms.size(); i++) {
      Set<String> pair = new TreeSet<>(List.of(answers.get(0).get(i), answers.get(1).get(i)));
      assertTrue(pair.remove("duplicate") && pair.size() == 1, answers::toString);
      assertTrue(Set.of("counted", "held").containsAll(pair), answers::toString);
    }
  }

  /** Two contents of one revision at once: one stands, whoever sent the other hears so. */
  private static void conflict(Sender a, Sender b, String form) throws Exception {
    String one = withdrawal(form, "one");
    String other = withdrawal(form, "other");
    List<List<String>> answers = atOnce(a, b, List.of(one), List.of(other));
    Set<String> both = new TreeSet<>(List.of(answers.get(0).get(0), answers.get(1).get(0)));
    assertEquals(Set.of("conflict", "stored"), both);
    String winner = answers.get(0).get(0).equals("stored") ? one : other;
    assertEquals(List.of("duplicate"), a.statuses(List.of(winner)));
    assertEquals(List.of("duplicate"), b.statuses(List.of(winner)));
    assertEquals(List.of("conflict"), a.statuses(List.of(winner.equals(one) ? other : one)));
    restore(a, b, form);
  }

  private static String withdrawal(String form, String note) {
    ObjectNode json = (ObjectNode) Json.tree(form);
    json.put("revision", 2).putNull("votes");
    json.remove(List.of("valid", "invalid", "total"));
    json.putObject("reason").put("kind", "withdrawn").put("note", note);
    return json.toString();
  }

  private static void restore(Sender a, Sender b, String form) {
    ObjectNode json = (ObjectNode) Json.tree(form);
    json.put("revision", 3).putObject("reason").put("kind", "restored");
    List<String> restored = List.of(json.toString());
    assertTrue(Set.of("counted", "held").containsAll(a.statuses(restored)));
    assertEquals(List.of("duplicate"), b.statuses(restored));
  }

  private static List<List<String>> atOnce(Sender a, Sender b, List<String> toA, List<String> toB)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<List<String>> fromA = threads.submit(() -> a.statuses(toA));
      Future<List<String>> fromB = threads.submit(() -> b.statuses(toB));
      return List.of(fromA.get(), fromB.get());
    } finally {
      threads.shutdownNow();
    }
  }

  /** The totals of the recount on both, and byte for byte the same bodies. */
  private static void showTheSame(NodeProcess a, NodeProcess b, Totals expected) throws Exception {
    expected.awaitAt(a.api());
    expected.awaitAt(b.api());
    List<String> areas = new ArrayList<>(List.of("0", "65", "92"));
    for (JsonNode child : a.api().results("65").path("children")) {
      areas.add(child.path("code").asText());
    }
    for (String area : areas) {
      Await.until(
          "both show the same of " + area,
          () -> a.api().results(area).equals(b.api().results(area)));
      assertNotEquals("", a.api().results(area).path("digest").asText());
    }
  }
}
