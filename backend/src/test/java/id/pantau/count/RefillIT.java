package id.pantau.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Answer.Status;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Position;
import id.pantau.model.Submission;
import id.pantau.platform.LogEntry;
import io.vertx.redis.client.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals of several nodes given back to a Redis that lost everything, in any order. */
final class RefillIT {
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
    String name = test.getTestMethod().orElseThrow().getName();
    begin(name + Math.floorMod(test.getDisplayName().hashCode(), 1_000));
  }

  private void begin(String name) {
    election = CountRig.election(name);
    forms = new Forms(election);
    state = new CountState(rig, election);
  }

  private CountNode node(String name) {
    return rig.node(election.id() + "-" + name, election);
  }

  private Submission machine(int revision, int... votes) {
    return forms.sound("ppwp", STATION, revision, Method.MACHINE, votes);
  }

  private Submission person(int revision, int... votes) {
    return forms.sound("ppwp", STATION, revision, Method.SINGLE, votes);
  }

  private Submission neighbour(int revision) {
    return forms.sound("ppwp", NEIGHBOUR, revision, Method.MACHINE, revision, 0, 0);
  }

  /** Redis is empty; then the nodes come back one after the other, in this order. */
  private void giveBack(String... nodes) {
    rig.flush();
    for (String name : nodes) {
      CountNode back = node(name);
      assertTrue(back.isReady());
      back.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "ba"})
  void conflictOfTwoJournals_theOneHeldFirstStandsInAnyOrder(String order) {
    CountNode a = node("a");
    CountNode b = node("b");
    b.count(neighbour(1));
    a.count(machine(1, 10, 20, 30));
    b.count(neighbour(2));
    a.stop();
    rig.flush();
    assertEquals(Status.COUNTED, b.status(machine(1, 11, 20, 30)));
    b.stop();

    giveBack(order.split(""));

    assertArrayEquals(new long[] {12, 20, 30, 2, 0}, state.totals("ppwp", "010201"));
    assertEquals(4, distinctForms());
    giveBack(order.split(""));
    assertArrayEquals(new long[] {12, 20, 30, 2, 0}, state.totals("ppwp", "010201"));
  }

  /** The person's form came through one node, the machine's later re-read through the other. */
  @ParameterizedTest
  @ValueSource(strings = {"ab", "ba"})
  void machineRereadInAnotherJournal_neverReplacesThePersonsForm(String order) {
    CountNode a = node("a");
    CountNode b = node("b");
    b.count(machine(1, 1, 1, 1));
    a.count(person(2, 10, 20, 30));
    assertEquals(Status.HELD, b.status(machine(3, 99, 99, 99)));
    Map<String, String> before = state.all();
    a.stop();
    b.stop();

    giveBack(order.split(""));

    assertEquals(before, state.all());
    assertArrayEquals(new long[] {10, 20, 30, 1, 0}, state.totals("ppwp", "01"));
  }

  /** Of two persons' forms the newer stands, although a machine's re-read is newer than both. */
  @ParameterizedTest
  @ValueSource(strings = {"abc", "acb", "bac", "bca", "cab", "cba"})
  void personsFormsInTwoJournals_theNewerStandsBeneathTheReread(String order) {
    CountNode a = node("a");
    CountNode b = node("b");
    CountNode c = node("c");
    a.count(person(1, 1, 0, 0));
    b.count(person(2, 2, 0, 0));
    c.count(machine(3, 9, 0, 0));
    Map<String, String> before = state.all();
    a.stop();
    b.stop();
    c.stop();

    giveBack(order.split(""));

    assertEquals(before, state.all());
    assertArrayEquals(new long[] {2, 0, 0, 1, 0}, state.totals("ppwp", "01"));
    assertEquals(3, distinctForms());
  }

  /** Three contents of one revision at every station; the nodes settle them against each other. */
  @Test
  void conflictsOfThreeJournalsGivenBackAtOnce_endAsOneAfterTheOther() {
    for (int round = 0; round < 5; round++) {
      begin("conflicts-" + round);
      for (String name : List.of("a", "b", "c")) {
        List<Submission> own = new ManyForms(election, 100 * round + name.charAt(0)).some(40);
        CountNode node = node(name);
        node.count(own.toArray(Submission[]::new));
        node.stop();
        rig.flush();
      }
      giveBack("b", "c", "a");
      Map<String, String> expected = state.all();
      giveBack("a", "b", "c");
      assertEquals(expected, state.all(), "round " + round);
      rig.flush();
      List<CompletableFuture<CountNode>> starting =
          Stream.of("a", "b", "c").map(n -> CompletableFuture.supplyAsync(() -> node(n))).toList();
      starting.forEach(each -> each.join().stop());
      assertEquals(expected, state.all(), "round " + round);
    }
  }

  @Test
  void randomFormsThroughThreeNodes_anyOrderOfJournals_leadsToTheSameState() {
    Random random = new Random(42);
    for (int round = 0; round < 12; round++) {
      begin("rounds-" + round);
      List<Submission> all = new ManyForms(election, round).some(30);
      List<CountNode> nodes = List.of(node("a"), node("b"), node("c"));
      for (List<Submission> batch : new Shuffled(all).batches(random)) {
        nodes.get(random.nextInt(3)).count(batch.toArray(Submission[]::new));
      }
      Map<String, String> before = state.all();
      nodes.forEach(CountNode::stop);
      List<String> order = new ArrayList<>(List.of("a", "b", "c"));
      Collections.shuffle(order, random);

      giveBack(order.toArray(String[]::new));

      assertEquals(before, state.all(), "round " + round + " " + order);
    }
  }

  @Test
  void olderRevisionMissing_comesBackAsHistoryAndChangesNothing() {
    CountNode a = node("a");
    CountNode b = node("b");
    a.count(machine(1, 10, 20, 30));
    b.count(machine(2, 11, 21, 31));
    Map<String, String> before = state.all();
    a.stop();
    b.stop();

    giveBack("b", "a");

    assertEquals(before, state.all());
    assertEquals(List.of(LogEntry.COUNTED, LogEntry.HISTORY), state.outcomes("01"));
  }

  @Test
  void refilledTwice_theSecondTimeNothingIsWritten() {
    CountNode a = node("a");
    a.count(machine(1, 10, 20, 30), machine(2, 11, 21, 31), neighbour(1));
    a.stop();
    giveBack("a");
    Map<String, String> before = state.all();
    int entries = state.log("01").size();

    CountNode again = node("a");
    assertEquals(before, state.all());
    assertEquals(entries, state.log("01").size());
    assertEquals(Status.DUPLICATE, again.status(machine(2, 11, 21, 31)));
  }

  /** Where a refill stops half way nothing new is counted, and it is tried again. */
  @Test
  void refillFails_isTriedAgainBeforeAnythingNewIsCounted() {
    CountNode a = node("a");
    a.count(machine(1, 10, 20, 30));
    rig.flush();
    String log = new id.pantau.platform.RedisKeys(election.id()).log("01");
    rig.ask(Command.SET, log, "no stream");
    var waits = a.offer(List.of(neighbour(1)));
    Waiting.until("the epoch rose", () -> new Position(2, 0).equals(state.position("01")));
    rig.ask(Command.DEL, log);

    assertEquals(Status.COUNTED, Waiting.get(waits).get(0).status());
    assertArrayEquals(new long[] {11, 20, 30, 2, 0}, state.totals("ppwp", "01"));
    assertEquals(2, distinctForms());
  }

  @Test
  void refilledForms_keepThePositionThatFirstHeldThem() {
    CountNode a = node("a");
    a.count(machine(1, 10, 20, 30));
    a.count(neighbour(1));
    a.stop();
    giveBack("a");
    giveBack("a");
    List<Position> origins =
        state.log("01").stream()
            .flatMap(entry -> entry.forms().stream())
            .map(form -> id.pantau.platform.PackedForm.envelope(form.packed()).origin())
            .toList();
    assertEquals(List.of(new Position(1, 1), new Position(1, 2)), origins);
    Position position = state.position("01");
    assertNotNull(position);
    assertTrue(position.epoch() >= 3, position::toString);
  }

  private long distinctForms() {
    return state.log("01").stream()
        .flatMap(entry -> entry.forms().stream())
        .map(
            form -> java.util.Arrays.hashCode(id.pantau.platform.PackedForm.content(form.packed())))
        .distinct()
        .count();
  }
}
