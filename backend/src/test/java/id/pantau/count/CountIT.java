package id.pantau.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Answer;
import id.pantau.model.Answer.Status;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Position;
import id.pantau.model.Submission;
import id.pantau.platform.LogEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a form, from the count's door to Redis and the journal, both real. */
final class CountIT {
  private static final String STATION = "0102011001001";
  private static final String NEIGHBOUR = "0102011001002";

  private static CountRig rig;

  private Election election;
  private Forms forms;
  private CountState state;

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
  }

  private CountNode node(String name) {
    return rig.node(election.id() + "-" + name, election);
  }

  private Submission machine(String station, int revision, int... votes) {
    return forms.sound("ppwp", station, revision, Method.MACHINE, votes);
  }

  private Submission person(String station, int revision, int... votes) {
    return forms.sound("ppwp", station, revision, Method.SINGLE, votes);
  }

  @Test
  void count_firstForm_isInEveryAncestorAndInTheJournal() {
    CountNode node = node("a");
    Answer answer = node.count(machine(STATION, 1, 10, 20, 30)).get(0);

    assertEquals(Status.COUNTED, answer.status());
    assertEquals(new Position(1, 1), answer.position());
    for (String area : List.of("01", "0102", "010201")) {
      assertArrayEquals(new long[] {10, 20, 30, 1, 0}, state.totals("ppwp", area), area);
    }
    assertArrayEquals(new long[5], state.totals("ppwp", "0101"));
    assertEquals(1, node.journaled().size());
    assertEquals(new Position(1, 1), node.journaled().get(0).position());
  }

  @Test
  void count_sameRevisionOtherContent_isConflictAndChangesNothing() {
    CountNode node = node("a");
    node.count(machine(STATION, 1, 10, 20, 30));
    var before = state.all();

    Answer answer = node.count(machine(STATION, 1, 11, 20, 30)).get(0);

    assertEquals(Status.CONFLICT, answer.status());
    assertNull(answer.position());
    assertEquals(1, answer.currentRevision());
    assertEquals(standingHash(STATION), answer.currentHash());
    assertEquals(before, state.all());
    assertEquals(1, node.journaled().size());
    assertEquals(new Position(1, 1), state.position("01"));
  }

  @Test
  void count_olderRevision_isStaleAndNamesTheCurrentOne() {
    CountNode node = node("a");
    node.count(machine(STATION, 1, 10, 20, 30), machine(STATION, 3, 1, 2, 3));
    var before = state.all();

    Answer answer = node.count(machine(STATION, 2, 7, 7, 7)).get(0);

    assertEquals(Status.STALE, answer.status());
    assertEquals(3, answer.currentRevision());
    assertEquals(standingHash(STATION), answer.currentHash());
    assertNull(answer.position());
    assertEquals(before, state.all());
  }

  /** A person's form that a machine's newer one outran is stale like any other: it comes again. */
  @Test
  void count_personsOlderRevisionAfterAMachinesNewer_isStale() {
    CountNode node = node("a");
    node.count(machine(STATION, 3, 1, 2, 3));
    assertEquals(Status.STALE, node.status(person(STATION, 2, 7, 7, 7)));
    assertArrayEquals(new long[] {1, 2, 3, 1, 0}, state.totals("ppwp", "01"));
  }

  @Test
  void count_correction_lowersEveryAncestorByExactlyTheDifference() {
    CountNode node = node("a");
    node.count(machine(STATION, 1, 100, 20, 30), machine(NEIGHBOUR, 1, 5, 6, 7));
    assertEquals(Status.COUNTED, node.status(person(STATION, 2, 60, 20, 31)));

    for (String area : List.of("01", "0102", "010201")) {
      assertArrayEquals(new long[] {65, 26, 38, 2, 0}, state.totals("ppwp", area), area);
    }
    assertEquals(List.of(1, 1, 1), state.outcomes("01"));
  }

  @Test
  void count_sameFormAgain_isDuplicateAndInTheJournalOnce() {
    CountNode node = node("a");
    node.count(machine(STATION, 1, 10, 20, 30));
    Answer again = node.count(machine(STATION, 1, 10, 20, 30)).get(0);

    assertEquals(Status.DUPLICATE, again.status());
    assertEquals(new Position(1, 1), again.position());
    assertEquals(1, node.journaled().size());
    assertEquals(1, state.log("01").size());
  }

  @Test
  void count_sameFormTwiceInOneCall_isCountedOnce() {
    CountNode node = node("a");
    List<Answer> answers =
        node.count(machine(STATION, 1, 10, 20, 30), machine(STATION, 1, 10, 20, 30));
    assertEquals(
        List.of(Status.COUNTED, Status.DUPLICATE), answers.stream().map(Answer::status).toList());
    assertArrayEquals(new long[] {10, 20, 30, 1, 0}, state.totals("ppwp", "01"));
  }

  @Test
  void count_sameFormOnTwoNodesAtOnce_isCountedByOneAndSafeOnBoth() {
    CountNode a = node("a");
    CountNode b = node("b");
    for (int revision = 1; revision <= 50; revision++) {
      Submission form = machine(STATION, revision, revision, 0, 0);
      var atA = a.offer(List.of(form));
      var atB = b.offer(List.of(form));
      List<Status> said =
          List.of(Waiting.get(atA).get(0).status(), Waiting.get(atB).get(0).status());
      assertTrue(
          said.equals(List.of(Status.COUNTED, Status.DUPLICATE))
              || said.equals(List.of(Status.DUPLICATE, Status.COUNTED)),
          said::toString);
      assertArrayEquals(new long[] {revision, 0, 0, 1, 0}, state.totals("ppwp", "01"));
    }
    assertEquals(50, state.log("01").size());
    assertEquals(50, a.journaled().size());
    assertEquals(50, b.journaled().size());
  }

  @Test
  void count_machineRereadAfterAPersonsForm_isHeldBeside() {
    CountNode node = node("a");
    node.count(person(STATION, 1, 10, 20, 30));
    Answer answer = node.count(machine(STATION, 2, 99, 99, 99)).get(0);

    assertEquals(Status.HELD, answer.status());
    assertEquals(new Position(1, 2), answer.position());
    assertArrayEquals(new long[] {10, 20, 30, 1, 0}, state.totals("ppwp", "010201"));
    assertEquals(List.of(LogEntry.COUNTED, LogEntry.BESIDE), state.outcomes("01"));
    assertEquals(Status.DUPLICATE, node.status(machine(STATION, 2, 99, 99, 99)));
    assertEquals(Status.STALE, node.status(person(STATION, 1, 10, 20, 30)));
    assertEquals(Status.COUNTED, node.status(person(STATION, 3, 1, 1, 1)));
    assertArrayEquals(new long[] {1, 1, 1, 1, 0}, state.totals("ppwp", "010201"));
  }

  @Test
  void count_machineRereadAfterAPersonsWithdrawal_isHeld() {
    CountNode node = node("a");
    node.count(
        machine(STATION, 1, 10, 20, 30), forms.withdrawal("ppwp", STATION, 2, Method.SINGLE));
    assertEquals(Status.HELD, node.status(machine(STATION, 3, 10, 20, 30)));
    assertArrayEquals(new long[] {0, 0, 0, 0, 1}, state.totals("ppwp", "01"));
  }

  @Test
  void count_heldRevision_takesTheOlderOneOutAndADecisionPutsItIn() {
    CountNode node = node("a");
    node.count(machine(STATION, 1, 10, 20, 30));
    assertEquals(Status.HELD, node.status(forms.unproven("ppwp", STATION, 2, 11, 20, 30)));
    assertArrayEquals(new long[] {0, 0, 0, 0, 1}, state.totals("ppwp", "01"));
    assertEquals(Status.COUNTED, node.status(forms.decision("ppwp", STATION, 3, 11, 20, 30)));
    assertArrayEquals(new long[] {11, 20, 30, 1, 0}, state.totals("ppwp", "01"));
    assertEquals(Status.HELD, node.status(machine(STATION, 4, 12, 20, 30)));
    assertArrayEquals(new long[] {11, 20, 30, 1, 0}, state.totals("ppwp", "01"));
  }

  @Test
  void count_withdrawal_takesTheStationOutAndARestoredFormPutsItBack() {
    CountNode node = node("a");
    node.count(machine(STATION, 1, 10, 20, 30));
    assertEquals(Status.STORED, node.status(forms.withdrawal("ppwp", STATION, 2, Method.MACHINE)));
    assertArrayEquals(new long[5], state.totals("ppwp", "01"));
    assertEquals(Status.COUNTED, node.status(machine(STATION, 3, 10, 20, 30)));
    assertArrayEquals(new long[] {10, 20, 30, 1, 0}, state.totals("ppwp", "01"));
    assertEquals(
        List.of(LogEntry.COUNTED, LogEntry.WITHDRAWN, LogEntry.COUNTED), state.outcomes("01"));
  }

  @Test
  void count_administrativeForm_isStoredAndCountsNothing() {
    CountNode node = node("a");
    assertEquals(Status.STORED, node.status(forms.administrative("ppwp", STATION, 1)));
    assertArrayEquals(new long[5], state.totals("ppwp", "01"));
    assertEquals(Status.COUNTED, node.status(machine(STATION, 2, 1, 2, 3)));
    assertEquals(List.of(LogEntry.STORED, LogEntry.COUNTED), state.outcomes("01"));
  }

  @Test
  void count_newGeneration_replacesWhateverStoodAndClosesTheOld() {
    CountNode node = node("a");
    node.count(person(STATION, 9, 10, 20, 30));
    assertEquals(Status.COUNTED, node.status(forms.ofGeneration(STATION, 1, 1, 4, 5, 6)));
    assertArrayEquals(new long[] {4, 5, 6, 1, 0}, state.totals("ppwp", "01"));
    assertEquals(Status.STALE, node.status(person(STATION, 10, 10, 20, 30)));
  }

  @Test
  void count_twoContests_doNotTouchEachOther() {
    CountNode node = node("a");
    List<Answer> answers =
        node.count(
            machine(STATION, 1, 10, 20, 30),
            forms.sound("pkwkk-0102", STATION, 1, Method.MACHINE, 7, 8),
            machine(NEIGHBOUR, 1, 1, 1, 1));
    assertTrue(answers.stream().allMatch(a -> a.status() == Status.COUNTED));
    assertArrayEquals(new long[] {11, 21, 31, 2, 0}, state.totals("ppwp", "0102"));
    assertArrayEquals(new long[] {7, 8, 1, 0}, state.totals("pkwkk-0102", "0102"));
    Position position = state.position("01");
    assertNotNull(position);
    assertEquals(state.log("01").size(), position.revision());
  }

  private String standingHash(String station) {
    return state.record("ppwp", station).split(" ")[7];
  }
}
