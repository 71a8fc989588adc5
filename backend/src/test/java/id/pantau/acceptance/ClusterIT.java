package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.board.BoardNode;
import id.pantau.count.CountNode;
import id.pantau.count.CountRig;
import id.pantau.count.ManyForms;
import id.pantau.count.Waiting;
import id.pantau.model.Answer;
import id.pantau.model.Election;
import id.pantau.model.Submission;
import id.pantau.platform.Counting;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two counts and two boards on a real Redis Cluster of three primaries. Whatever the Cluster does
 * under them, each form is counted once and both boards come to show what the law says.
 */
final class ClusterIT {
  /** Under this name each of the three provinces has its slot at another primary. */
  private static final String ELECTION = "three";

  private static final List<String> PROVINCES = List.of("01", "02", "99");
  private static final int STATIONS = 30;
  private static final int BATCH_FORMS = 7;

  @TempDir private Path folder = Path.of("");

  @Test
  void formsOfThreeProvinces_throughTwoNodes_areCountedOnceOnThreePrimaries() throws Exception {
    Election election = CountRig.election(ELECTION);
    try (RedisCluster cluster = RedisCluster.start(folder);
        CountRig rig = rig(cluster)) {
      CountNode a = rig.node("a", election);
      CountNode b = rig.node("b", election);
      try (BoardNode first = new BoardNode(rig, election);
          BoardNode second = new BoardNode(rig, election)) {
        ManyForms many = new ManyForms(election, 13);
        List<Submission> all = many.some(STATIONS);
        send(all, a, b);
        // Once more through the other of the two: they are known.
        send(all, b, a);
        awaitTotals(election, many.totals(all), first, second);
        for (int i = 0; i < cluster.size(); i++) {
          assertNotEquals("0", cluster.talk(i, "DBSIZE"), "primary " + i + " holds nothing");
        }
      }
      // A board that was not there reads all of it from the three.
      try (BoardNode late = new BoardNode(rig, election)) {
        ManyForms many = new ManyForms(election, 13);
        awaitTotals(election, many.totals(many.some(STATIONS)), late);
      }
    }
  }

  @Test
  void slotMovesWhileFormsComeIn_nothingIsLostOrCountedTwice() throws Exception {
    Election election = CountRig.election(ELECTION);
    RedisKeys keys = new RedisKeys(ELECTION);
    try (RedisCluster cluster = RedisCluster.start(folder);
        CountRig rig = rig(cluster)) {
      CountNode a = rig.node("a", election);
      CountNode b = rig.node("b", election);
      try (BoardNode first = new BoardNode(rig, election);
          BoardNode second = new BoardNode(rig, election)) {
        ManyForms many = new ManyForms(election, 17);
        List<Submission> all = many.some(STATIONS);
        AtomicInteger answered = new AtomicInteger();
        CompletableFuture<Void> sending =
            CompletableFuture.runAsync(() -> send(all, answered, a, b));
        for (String province : PROVINCES) {
          int before = answered.get();
          Await.until("forms come in", () -> answered.get() > before || sending.isDone());
          int slot = cluster.slot(keys.log(province));
          int from = cluster.home(slot);
          cluster.move(slot, from, (from + 1) % 3, () -> {});
        }
        sending.join();
        awaitTotals(election, many.totals(all), first, second);
        for (String province : PROVINCES) {
          int now = (cluster.home(cluster.slot(keys.log(province))) + 1) % 3;
          assertEquals("1", cluster.talk(now, "EXISTS " + keys.log(province)));
        }
      }
    }
  }

  @Test
  void slotIsHalfMoved_aFormWaitsAndIsCountedThere() throws Exception {
    Election election = CountRig.election(ELECTION);
    RedisKeys keys = new RedisKeys(ELECTION);
    try (RedisCluster cluster = RedisCluster.start(folder);
        CountRig rig = rig(cluster)) {
      CountNode a = rig.node("a", election);
      try (BoardNode board = new BoardNode(rig, election)) {
        ManyForms many = new ManyForms(election, 19);
        List<Submission> all = many.some(STATIONS);
        List<Submission> some = all.subList(0, all.size() / 2);
        send(some, a);
        awaitTotals(election, many.totals(some), board);
        int slot = cluster.slot(keys.log("01"));
        int from = cluster.home(slot);
        List<CompletableFuture<List<Answer>>> waiting = new ArrayList<>();
        cluster.move(
            slot,
            from,
            (from + 1) % 3,
            () -> {
              for (Submission each : all.subList(some.size(), all.size())) {
                waiting.add(a.offer(List.of(each)).toCompletionStage().toCompletableFuture());
              }
            });
        for (CompletableFuture<List<Answer>> each : waiting) {
          assertEquals(1, each.get(60, TimeUnit.SECONDS).size());
        }
        awaitTotals(election, many.totals(all), board);
        assertEquals("1", cluster.talk((from + 1) % 3, "EXISTS " + keys.log("01")));
      }
    }
  }

  @Test
  void slotStaysHalfMoved_sendersAreToldToComeAgain_andOtherProvincesGoOn() throws Exception {
    Election election = CountRig.election(ELECTION);
    RedisKeys keys = new RedisKeys(ELECTION);
    try (RedisCluster cluster = RedisCluster.start(folder);
        CountRig rig = rig(cluster)) {
      rig.redis(new Settings.Redis(cluster.uri(), 2_000, 10, 100, 0));
      CountNode a = rig.node("a", election);
      try (BoardNode board = new BoardNode(rig, election)) {
        ManyForms many = new ManyForms(election, 29);
        List<Submission> all = many.some(STATIONS);
        List<Submission> stuck = all.stream().filter(s -> province(s).equals("01")).toList();
        List<Submission> free = all.stream().filter(s -> !province(s).equals("01")).toList();
        send(stuck.subList(0, 1), a);
        int slot = cluster.slot(keys.log("01"));
        int from = cluster.home(slot);
        cluster.move(
            slot,
            from,
            (from + 1) % 3,
            () -> {
              Throwable told = Waiting.failure(a.offer(stuck.subList(1, 2)));
              assertInstanceOf(Counting.Busy.class, told);
              send(free, a);
            });
        send(stuck, a);
        awaitTotals(election, many.totals(all), board);
      }
    }
  }

  private static String province(Submission submission) {
    return submission.form().station().substring(0, 2);
  }

  @Test
  void primaryIsKilled_itsReplicaTakesOverAndGetsBackWhatItLacks() throws Exception {
    Election election = CountRig.election(ELECTION);
    RedisKeys keys = new RedisKeys(ELECTION);
    try (RedisCluster cluster = RedisCluster.start(folder, 3_000);
        CountRig rig = rig(cluster)) {
      int slot = cluster.slot(keys.log("01"));
      int primary = cluster.home(slot);
      int replica = cluster.addReplica(primary);
      CountNode a = rig.node("a", election);
      CountNode b = rig.node("b", election);
      try (BoardNode first = new BoardNode(rig, election);
          BoardNode second = new BoardNode(rig, election)) {
        ManyForms many = new ManyForms(election, 23);
        List<Submission> all = many.some(STATIONS);
        List<Submission> some = all.subList(0, all.size() / 2);
        send(some, a, b);
        Signal.STOP.to(cluster.server(replica).pid());
        // What is counted from here on the replica never hears of.
        List<Submission> unheard = all.subList(some.size(), some.size() + all.size() / 4);
        send(unheard, a, b);
        cluster.server(primary).kill();
        Signal.CONT.to(cluster.server(replica).pid());
        send(all.subList(some.size() + unheard.size(), all.size()), a, b);
        awaitTotals(election, many.totals(all), first, second);
        assertTrue(cluster.talk(replica, "INFO replication").contains("role:master"));
        assertEquals("1", cluster.talk(replica, "EXISTS " + keys.log("01")));
      }
    }
  }

  private CountRig rig(RedisCluster cluster) {
    CountRig rig = new CountRig(folder.resolve("rig"));
    rig.redis(new Settings.Redis(cluster.uri(), 20_000, 10, 100, 0));
    return rig;
  }

  private static void send(List<Submission> forms, CountNode... nodes) {
    send(forms, new AtomicInteger(), nodes);
  }

  /** In order, by turns through the nodes; a batch that is told to come again comes again. */
  private static void send(List<Submission> forms, AtomicInteger answered, CountNode... nodes) {
    for (int from = 0, turn = 0; from < forms.size(); from += BATCH_FORMS, turn++) {
      List<Submission> batch = forms.subList(from, Math.min(forms.size(), from + BATCH_FORMS));
      CountNode node = nodes[turn % nodes.length];
      Await.until(
          "a batch is answered",
          () -> {
            List<Answer> answers =
                node.offer(batch)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
            assertEquals(batch.size(), answers.size());
            return true;
          });
      answered.addAndGet(batch.size());
    }
  }

  private static void awaitTotals(
      Election election, Map<String, String> expected, BoardNode... boards) {
    for (BoardNode board : boards) {
      Await.until(
          () -> "a board shows " + expected + ", not " + shown(election, board),
          Await.LONG,
          () -> shown(election, board).equals(expected));
    }
  }

  private static Map<String, String> shown(Election election, BoardNode board) {
    Map<String, String> all = new TreeMap<>();
    for (var contest : election.contests()) {
      for (int area = 1; area < election.areas().size(); area++) {
        if (election.areas().area(area).level() < 4) {
          String code = election.areas().area(area).code();
          List<Long> figures = board.figures(contest.id(), code);
          if (figures.stream().anyMatch(n -> n != 0)) {
            all.put(contest.id() + " area " + code, figures.toString());
          }
        }
      }
    }
    return all;
  }
}
