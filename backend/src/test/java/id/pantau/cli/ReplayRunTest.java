package id.pantau.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReplayRunTest {
  private static final int STATIONS = 40;
  private static final int REVISIONS = 50;
  private static final int FORMS = STATIONS * REVISIONS;

  @Test
  void send_manyLanes_keepTheOrderOfEachStation() throws Exception {
    try (ReplayNode node = new ReplayNode(0, (exchange, forms, count) -> false)) {
      ReplayRun run = new ReplayRun(plan(node.url(), 30), n -> {});
      assertNull(run.send(forms()));
      assertEquals(FORMS, run.tally().count(Answer.Status.COUNTED));
      assertEquals(FORMS, run.tally().sent());
      assertEquals(STATIONS, node.revisions.size());
      node.revisions.forEach(
          (station, seen) ->
              assertEquals(IntStream.rangeClosed(1, REVISIONS).boxed().toList(), seen, station));
      assertTrue(node.batches.stream().allMatch(size -> size <= 30));
    }
  }

  @Test
  void send_busyNode_sendsTheSameBatchAgain() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    ReplayNode.Mood busy =
        (exchange, forms, count) -> {
          if (requests.incrementAndGet() % 2 == 0) {
            return false;
          }
          exchange.getResponseHeaders().add("Retry-After", "0");
          ReplayNode.answer(exchange, requests.get() % 4 == 1 ? 503 : 429, "");
          return true;
        };
    try (ReplayNode node = new ReplayNode(0, busy)) {
      ReplayRun run = new ReplayRun(plan(node.url(), 500), n -> {});
      assertNull(run.send(forms()));
      assertEquals(FORMS, run.tally().count(Answer.Status.COUNTED));
    }
  }

  @Test
  void send_answerLostAfterTheCount_endsAsDuplicate() throws Exception {
    Set<String> lost = ConcurrentHashMap.newKeySet();
    ReplayNode.Mood losing =
        (exchange, forms, count) -> {
          boolean first = lost.add(forms.get(0));
          if (first) {
            count.run();
          }
          return first;
        };
    try (ReplayNode node = new ReplayNode(0, losing)) {
      ReplayRun run = new ReplayRun(plan(node.url(), 100), n -> {});
      assertNull(run.send(forms()));
      assertEquals(FORMS, run.tally().count(Answer.Status.DUPLICATE));
      assertEquals(FORMS, run.tally().sent());
    }
  }

  @Test
  void send_nodeThatDiesAndStartsAgain_isWaitedFor() throws Exception {
    CompletableFuture<String> end;
    int port;
    try (ServerSocket dying = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = dying.getLocalPort();
      ReplayRun run = new ReplayRun(plan(URI.create("http://127.0.0.1:" + port), 500), n -> {});
      end = CompletableFuture.supplyAsync(() -> sendQuietly(run));
      dying.accept().close();
    }
    try (ReplayNode node = new ReplayNode(port, (exchange, forms, count) -> false)) {
      assertEquals("", end.get());
      assertEquals(STATIONS, node.revisions.size());
    }
  }

  @Test
  void send_nodeThatStaysAway_saysSoAndCountsWhatWasAnswered() throws Exception {
    URI nowhere = URI.create("http://127.0.0.1:" + freePort());
    ReplayPlan plan =
        new ReplayPlan(
            nowhere, null, ReplayPace.unpaced(), 500, 2, Duration.ofMillis(300), Duration.ZERO);
    ReplayRun run = new ReplayRun(plan, n -> {});
    String failure = run.send(forms());
    assertNotNull(failure);
    assertTrue(failure.startsWith(nowhere + " cannot be reached"), failure);
    assertEquals(0, run.tally().sent());
  }

  @Test
  void send_wrongKey_failsAtOnce() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    ReplayNode.Mood strict =
        (exchange, forms, count) -> {
          requests.incrementAndGet();
          assertEquals("Bearer wrong", exchange.getRequestHeaders().getFirst("Authorization"));
          ReplayNode.answer(exchange, 401, "{\"detail\":\"no such key\"}");
          return true;
        };
    try (ReplayNode node = new ReplayNode(0, strict)) {
      ReplayPlan plan = ReplayPlan.to(node.url(), "wrong");
      String failure = new ReplayRun(plan, n -> {}).send(forms());
      assertNotNull(failure);
      assertEquals(node.url() + " does not accept the key (401): no such key", failure);
      assertTrue(requests.get() <= plan.lanes(), requests + " requests");
    }
  }

  @Test
  void send_lineThatRefusesTheWholeBatch_isFoundAndOnlyItIsRefused() throws Exception {
    ReplayNode.Mood whole =
        (exchange, forms, count) -> {
          boolean bad = forms.stream().anyMatch(form -> form.contains("\"revision\":7}"));
          if (bad) {
            ReplayNode.answer(exchange, 400, "{\"title\":\"malformed\"}");
          }
          return bad;
        };
    try (ReplayNode node = new ReplayNode(0, whole)) {
      ReplayRun run = new ReplayRun(plan(node.url(), 500), n -> {});
      assertNull(run.send(forms()));
      assertEquals(STATIONS, run.tally().count(Answer.Status.REFUSED));
      assertEquals(FORMS - STATIONS, run.tally().count(Answer.Status.COUNTED));
      assertEquals("{\"title\":\"malformed\"}", run.tally().refusals().get(0));
    }
  }

  @Test
  void send_fewerAnswersThanForms_isAFailure() throws Exception {
    ReplayNode.Mood forgetful =
        (exchange, forms, count) -> {
          ReplayNode.answer(exchange, 200, "{\"status\":\"counted\"}\n".repeat(forms.size() - 1));
          return true;
        };
    try (ReplayNode node = new ReplayNode(0, forgetful)) {
      String failure = new ReplayRun(plan(node.url(), 500), n -> {}).send(forms());
      assertNotNull(failure);
      assertTrue(failure.contains(" answers to "), failure);
    }
  }

  @Test
  void cancel_whileTheNodeHangs_returns() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    ReplayNode.Mood hanging =
        (exchange, forms, count) -> {
          arrived.countDown();
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return true;
        };
    try (ReplayNode node = new ReplayNode(0, hanging)) {
      ReplayRun run = new ReplayRun(plan(node.url(), 500), n -> {});
      CompletableFuture<String> end = CompletableFuture.supplyAsync(() -> sendQuietly(run));
      arrived.await();
      run.cancel();
      assertEquals("cancelled", end.get());
    }
  }

  private static ReplayPlan plan(URI url, int batchForms) {
    Duration patience = Duration.ofSeconds(60);
    return new ReplayPlan(url, "k", ReplayPace.unpaced(), batchForms, 4, patience, patience);
  }

  private static String sendQuietly(ReplayRun run) {
    try {
      String failure = run.send(forms());
      return failure == null ? "" : failure;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every station's revisions 1, 2, …, the stations interleaved. */
  private static ReplaySource forms() {
    StringBuilder lines = new StringBuilder();
    for (int revision = 1; revision <= REVISIONS; revision++) {
      for (int station = 0; station < STATIONS; station++) {
        lines.append(String.format("{\"station\":\"s%04d\",\"revision\":%d}%n", station, revision));
      }
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    return new ReplayNdjson(new ByteArrayInputStream(bytes), null);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
