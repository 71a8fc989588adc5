package id.pantau.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Answer;
import id.pantau.model.Answer.Status;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Position;
import id.pantau.model.Submission;
import id.pantau.platform.Counting.Busy;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.Settings;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that loses what it had, under running nodes: no acknowledged form may stay lost. */
final class CountLossIT {
  private static final String STATION = "0102011001001";
  private static final String ELSEWHERE = "0201012001001";

  private static CountRig rig;

  private Election election;
  private Forms forms;
  private CountState state;
  private Settings.Redis patient;

  @BeforeAll
  static void startRedis(@TempDir Path folder) {
    rig = new CountRig(folder);
  }

  @AfterAll
  static void stopRedis() {
    rig.close();
  }

  @BeforeEach
  void newElection(TestInfo test) {
    election = CountRig.election(test.getTestMethod().orElseThrow().getName());
    forms = new Forms(election);
    state = new CountState(rig, election);
    patient = rig.settings().redis();
  }

  @AfterEach
  void patientAgain() {
    rig.redis(patient);
  }

  private CountNode node(String name) {
    return rig.node(election.id() + "-" + name, election);
  }

  private Submission form(String station, int revision, int votes) {
    return forms.sound("ppwp", station, revision, Method.MACHINE, votes, 0, 0);
  }

  private long votes(String area) {
    return state.totals("ppwp", area)[0];
  }

  @Test
  void flushed_nextFormOfTheProvince_epochRisesAndNothingIsLost() {
    CountNode a = node("a");
    for (int revision = 1; revision <= 5; revision++) {
      a.count(form(STATION, revision, revision));
    }
    rig.flush();

    Answer answer = a.count(form("0102011001002", 1, 100)).get(0);

    assertEquals(Status.COUNTED, answer.status());
    assertNotNull(answer.position());
    assertEquals(2, answer.position().epoch());
    assertArrayEquals(new long[] {105, 0, 0, 2, 0}, state.totals("ppwp", "01"));
    assertEquals(Status.DUPLICATE, a.status(form(STATION, 5, 5)));
    assertEquals(6, state.outcomes("01").size());
  }

  @Test
  void flushed_provinceWithoutTraffic_isGivenBackToo() {
    CountNode a = node("a");
    a.count(form(STATION, 1, 7), form(ELSEWHERE, 1, 9));
    rig.flush();
    Waiting.until("province 01 is back", () -> votes("01") == 7);
    Waiting.until("province 02 is back", () -> votes("02") == 9);
  }

  /** The first node to notice raises the epoch; the others must notice that it rose. */
  @Test
  void flushed_twoNodes_eachGivesBackItsOwn() {
    CountNode a = node("a");
    CountNode b = node("b");
    a.count(form(STATION, 1, 10));
    b.count(form("0102011001002", 1, 100));
    rig.flush();
    a.count(form("0102011001003", 1, 25));
    b.count(form("0102011001004", 1, 60));
    Waiting.until("both journals are back", () -> votes("01") == 195);
    assertEquals(4, state.outcomes("01").size());
  }

  @Test
  void flushed_otherNodeStandsIdle_givesBackItsOwn() {
    CountNode a = node("a");
    CountNode b = node("b");
    a.count(form(STATION, 1, 10));
    b.count(form("0102011001002", 1, 100));
    assertTrue(b.isReady());
    rig.flush();
    a.count(form("0102011001003", 1, 25));
    Waiting.until("the idle node's forms are back", () -> votes("01") == 135);
  }

  @Test
  void killed_withItsData_epochRisesAndTheCountGoesOn() {
    CountNode a = node("a");
    a.count(form(STATION, 1, 7));
    rig.signal("-KILL");
    Waiting.until("it is back", () -> status(a, form("0102011001002", 1, 1)) == Status.COUNTED);
    assertArrayEquals(new long[] {8, 0, 0, 2, 0}, state.totals("ppwp", "01"));
    assertEquals(new Position(2, 2), state.position("01"));
  }

  @Test
  void killed_withoutItsData_everyNodeGivesBackItsOwn() {
    CountNode a = node("a");
    CountNode b = node("b");
    a.count(form(STATION, 1, 10), form(ELSEWHERE, 1, 9));
    b.count(form("0102011001002", 1, 100));
    rig.flush();
    rig.signal("-KILL");
    Waiting.until("province 01 is back", () -> votesOrNone("01") == 110);
    Waiting.until("province 02 is back", () -> votesOrNone("02") == 9);
  }

  /** Boards saw the second epoch: it must not come a second time with other numbers in it. */
  @Test
  void killedThenNodeRestartedThenFlushed_noEpochComesTwice() {
    CountNode a = node("a");
    a.count(form(STATION, 1, 7));
    rig.signal("-KILL");
    Waiting.until("it counts in epoch 2", () -> epoch() == 2 && a.isReady());
    a.stop();
    rig.flush();
    CountNode again = node("a");
    assertEquals(3, epoch());
    assertEquals(7, votes("01"));
    assertEquals(Status.DUPLICATE, again.status(form(STATION, 1, 7)));
  }

  @Test
  void redisStandsStill_formsAreToldToComeAgain_andAreCountedOnce() {
    rig.redis(new Settings.Redis(rig.redis().uri(), 300, 10, 50, 64));
    CountNode a = node("a");
    a.count(form(STATION, 1, 7));
    rig.signal("-STOP");
    List<Submission> late = List.of(form(STATION, 2, 8), form(ELSEWHERE, 1, 9));
    try {
      assertInstanceOf(Busy.class, Waiting.failure(a.offer(late)));
      assertInstanceOf(Busy.class, Waiting.failure(a.offer(late)));
    } finally {
      rig.signal("-CONT");
    }
    Waiting.until("it counts again", () -> status(a, late.get(0)) != null);
    a.count(late.get(1));
    assertEquals(8, votes("01"));
    assertEquals(9, votes("02"));
    assertEquals(3, a.journaled().size());
    assertEquals(2, state.outcomes("01").size());
  }

  @Test
  void otherReferenceData_isRefusedAtTheStartAndNothingIsWritten() {
    node("a").count(form(STATION, 1, 7));
    Election other = CountRig.with(election.id(), "f".repeat(64));
    AssertionError refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            AssertionError.class, () -> rig.node(election.id() + "-b", other));
    assertInstanceOf(id.pantau.platform.Refused.class, refused.getCause());
    assertEquals(new Position(1, 1), state.position("01"));
  }

  @Test
  void evictingRedis_isRefusedAtTheStart() {
    rig.ask(Command.CONFIG, "SET", "maxmemory-policy", "allkeys-lru");
    try {
      AssertionError refused =
          org.junit.jupiter.api.Assertions.assertThrows(AssertionError.class, () -> node("a"));
      assertInstanceOf(id.pantau.platform.Refused.class, refused.getCause());
    } finally {
      rig.ask(Command.CONFIG, "SET", "maxmemory-policy", "noeviction");
    }
  }

  @Test
  void totalsThatWouldFallBelowZero_areRefusedWithNothingWritten() {
    CountNode a = node("a");
    a.count(form(STATION, 1, 7));
    String totals = new RedisKeys(election.id()).totals("01", "ppwp", "010201");
    byte[] whole = rig.ask(Command.GET, totals).toBytes();
    rig.ask(Command.SET, totals, new byte[whole.length]);
    var before = state.all();

    Throwable said =
        Waiting.failure(a.offer(List.of(form(STATION, 2, 3), form("0102011001002", 1, 1))));

    assertTrue(String.valueOf(said.getMessage()).contains("CORRUPT"), said::toString);
    assertEquals(before, state.all());
    assertEquals(new Position(1, 1), state.position("01"));
    assertEquals(1, state.log("01").size());
    rig.ask(Command.SET, totals, whole);
    assertEquals(Status.COUNTED, a.status(form(STATION, 2, 3)));
  }

  private static @Nullable Status status(CountNode node, Submission form) {
    Future<List<Answer>> answer = node.offer(List.of(form));
    try {
      return Waiting.get(answer).get(0).status();
    } catch (AssertionError e) {
      assertInstanceOf(Busy.class, e.getCause());
      return null;
    }
  }

  private int epoch() {
    try {
      Position position = state.position("01");
      return position == null ? 0 : position.epoch();
    } catch (AssertionError awayForAMoment) {
      return 0;
    }
  }

  private long votesOrNone(String area) {
    try {
      return votes(area);
    } catch (AssertionError awayForAMoment) {
      return -1;
    }
  }
}
