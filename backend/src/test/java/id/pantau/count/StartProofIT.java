package id.pantau.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Answer.Status;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Position;
import id.pantau.model.Submission;
import id.pantau.platform.LogEntry;
import id.pantau.platform.RedisKeys;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which starts read no log, and that none of them overlooks a loss. An entry taken out of the
 * middle of a log by hand, which no loss of Redis does, tells whether it was read: whoever reads
 * gives it back.
 */
final class StartProofIT {
  private static final String STATION = "0102011001001";
  private static final String NEIGHBOUR = "0102011001002";

  private CountRig rig;
  private Election election;
  private Forms forms;
  private CountState state;
  private String log;

  @BeforeEach
  void startRedis(@TempDir Path folder, TestInfo test) {
    rig = new CountRig(folder);
    election = CountRig.election(test.getTestMethod().orElseThrow().getName());
    forms = new Forms(election);
    state = new CountState(rig, election);
    log = new RedisKeys(election.id()).log("01");
  }

  @AfterEach
  void stopRedis() {
    rig.close();
  }

  private CountNode node(String name) {
    return rig.node(name, election);
  }

  private Submission station(int revision) {
    return forms.sound("ppwp", STATION, revision, Method.MACHINE, revision, 0, 0);
  }

  private Submission neighbour(int revision) {
    return forms.sound("ppwp", NEIGHBOUR, revision, Method.MACHINE, revision, 0, 0);
  }

  /** A node that counted batches of one form each, and went. */
  private void counted(Submission... each) {
    CountNode a = node("a");
    for (Submission form : each) {
      assertEquals(Status.COUNTED, a.status(form));
    }
    a.stop();
  }

  /** Starts the node and stops it again; how much it gave back. */
  private double givenBack(String name) {
    CountNode back = node(name);
    assertTrue(back.isReady());
    back.stop();
    return back.refilled();
  }

  /** Another run of Redis that lost nothing, and no proof: the next start reads all. */
  private void checkedInANewRun() {
    rig.tear(0);
    forgetProofs();
    assertEquals(0, givenBack("a"));
    assertEquals(new Position(2, 3), state.position("01"));
  }

  private void forgetProofs() {
    try {
      Files.delete(ProofFile.file(CountVerticle.journalFolder(rig.data("a"), election.id())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void lose(int entry) {
    lose(state.log("01").get(entry).position());
  }

  private void lose(Position at) {
    assertEquals(1, rig.ask(Command.XDEL, log, LogEntry.id(at)).toInteger());
  }

  @Test
  void start_nothingWasLostSinceTheFirstForm_readsNoLog() {
    counted(station(1), station(2), neighbour(1));
    lose(1);
    assertEquals(0, givenBack("a"));
  }

  @Test
  void start_nothingWasLostSinceACheck_readsNoLog() {
    counted(station(1), station(2), neighbour(1));
    checkedInANewRun();
    lose(1);
    assertEquals(0, givenBack("a"));
  }

  @Test
  void start_nothingWasLostSinceACheckAndMoreWasCounted_readsNoLog() {
    counted(station(1), station(2), neighbour(1));
    checkedInANewRun();
    counted(neighbour(2), neighbour(3));
    lose(1);
    lose(2);
    assertEquals(0, givenBack("a"));
  }

  @Test
  void start_inANewRunThatLostNothing_readsNoLog() {
    counted(station(1), station(2), neighbour(1));
    lose(1);
    rig.tear(0);
    assertEquals(0, givenBack("a"));
    assertEquals(new Position(2, 3), state.position("01"));
  }

  /** What the start before found holds for what is counted after it, in the epoch of then. */
  @Test
  void start_afterANewRunAndMoreWasCounted_readsNoLog() {
    counted(station(1), station(2), neighbour(1));
    rig.tear(0);
    counted(neighbour(2), neighbour(3));
    lose(new Position(1, 2));
    lose(new Position(2, 4));
    assertEquals(0, givenBack("a"));
    rig.tear(0);
    assertEquals(0, givenBack("a"));
    assertEquals(new Position(3, 5), state.position("01"));
  }

  @Test
  void start_afterANewRunTheNewestOfBeforeIsLost_givesItBack() {
    counted(station(1), station(2), neighbour(1));
    rig.tear(0);
    assertEquals(0, givenBack("a"));
    lose(2);
    assertEquals(1, givenBack("a"));
  }

  @Test
  void start_inANewRunThatLostItsEnd_givesItBack() {
    counted(station(1), station(2), neighbour(1));
    rig.tear(20);
    assertEquals(1, givenBack("a"));
  }

  /** Another node noticed the new run first and has counted in it. */
  @Test
  void start_inANewRunInWhichAnotherNodeCounted_readsNoLog() {
    counted(station(1), station(2));
    lose(0);
    rig.tear(0);
    CountNode b = node("b");
    assertEquals(Status.COUNTED, b.status(neighbour(1)));
    b.stop();
    assertEquals(0, givenBack("a"));
  }

  /** The same where that run had lost our end, and has come as far again since. */
  @Test
  void start_inANewRunThatLostOurEndInWhichAnotherNodeCounted_givesItBack() {
    counted(station(1), station(2));
    rig.tear(20);
    CountNode b = node("b");
    assertEquals(Status.COUNTED, b.status(neighbour(1)));
    assertEquals(Status.COUNTED, b.status(neighbour(2)));
    b.stop();
    assertEquals(1, givenBack("a"));
  }

  @Test
  void start_theNewestFormIsLost_givesItBack() {
    counted(station(1), station(2), neighbour(1));
    lose(2);
    assertEquals(1, givenBack("a"));
  }

  @Test
  void start_theEndOfWhatWasCheckedIsLost_givesItBack() {
    counted(station(1), station(2), neighbour(1));
    checkedInANewRun();
    lose(2);
    assertEquals(1, givenBack("a"));
  }

  @Test
  void start_theBeginningOfWhatWasCheckedIsLost_givesItBack() {
    counted(station(1), station(2), neighbour(1));
    checkedInANewRun();
    lose(0);
    assertEquals(1, givenBack("a"));
  }

  @Test
  void start_whatWasCheckedIsLostButNotWhatCameAfter_givesItBack() {
    counted(station(1), station(2), neighbour(1));
    checkedInANewRun();
    counted(neighbour(2));
    lose(2);
    assertEquals(1, givenBack("a"));
  }

  /** The log is another one that has come as far: what was checked and what is newest differ. */
  @Test
  void start_otherEntriesAtThePositionsOfOurs_givesAllBack() {
    counted(station(1), station(2), neighbour(1));
    anotherLog(3);
    assertEquals(3, givenBack("a"));
    counted(neighbour(2));
    assertEquals(0, givenBack("a"));
  }

  @Test
  void start_otherEntriesWhereTheCheckedOnesWere_givesAllBack() {
    counted(station(1), station(2), neighbour(1));
    checkedInANewRun();
    anotherLog(3);
    assertEquals(3, givenBack("a"));
  }

  /** Puts a log in the place of ours, of other forms at the same positions. */
  private void anotherLog(int entries) {
    rig.ask(Command.DEL, log);
    for (int n = 1; n <= entries; n++) {
      byte[] packed =
          Item.of(
                  forms.sound("ppwp", STATION, 40 + n, Method.MACHINE, n, 1, 1),
                  Objects.requireNonNull(election.contest("ppwp")),
                  Objects.requireNonNull(election.areas().station(STATION)))
              .packed();
      byte[] data =
          ByteBuffer.allocate(3 + packed.length)
              .put((byte) LogEntry.COUNTED)
              .putShort((short) packed.length)
              .put(packed)
              .array();
      rig.ask(Command.XADD, log, LogEntry.id(new Position(1, n)), "t", "1", "d", data);
    }
  }

  /**
   * Another node raised the epoch after a loss, ours counted one more in it and ended before it had
   * given back its own: the newest is there, what came before is not.
   */
  @Test
  void start_onlyWhatWasCountedAfterALossIsThere_givesTheRestBack() throws Exception {
    CountNode b = node("b");
    assertEquals(Status.COUNTED, b.status(neighbour(1)));
    counted(station(1));
    rig.flush();
    assertEquals(Status.COUNTED, b.status(neighbour(2)));
    b.stop();
    LogEntry there = state.log("01").get(state.log("01").size() - 1);
    assertEquals(2, there.position().epoch());
    LogEntry.Logged form = there.forms().get(0);
    Path folder = CountVerticle.journalFolder(rig.data("a"), election.id());
    try (Journal journal = Journal.open(folder, 1 << 20, nanos -> {})) {
      JournalEntry last = new JournalEntry(form.outcome(), there.position(), form.packed());
      assertTrue(JournalBench.isSafe(JournalBench.append(journal, last)));
    }

    assertEquals(1, givenBack("a"));
    assertArrayEquals(new long[] {3, 0, 0, 2, 0}, state.totals("ppwp", "01"));
  }

  /** What a refill gave back may be lost again, and no epoch rises: it is not proved by it. */
  @Test
  void start_whatWasGivenBackIsLostAgain_givesItBackAgain() {
    counted(station(1), station(2), neighbour(1));
    rig.tear(20);
    assertEquals(1, givenBack("a"));
    lose(new Position(2, 3));
    assertEquals(1, givenBack("a"));
  }

  /** The journal of another node, laid into ours: its positions are not in the order of ours. */
  @Test
  void start_formsOfAnotherJournalLaidIntoOurs_areGivenBack() throws Exception {
    counted(station(1), station(2));
    layIn(neighbour(7), new Position(1, 1));
    assertEquals(1, givenBack("a"));
  }

  /** Ours had nothing, and what another node had counted was there already when that was found. */
  @Test
  void start_formsOfAnotherJournalLaidIntoOneOfNothing_areGivenBack() throws Exception {
    CountNode b = node("b");
    assertEquals(Status.COUNTED, b.status(station(1)));
    assertEquals(Status.COUNTED, b.status(station(2)));
    b.stop();
    assertEquals(0, givenBack("a"));
    layIn(neighbour(7), new Position(1, 1));
    assertEquals(1, givenBack("a"));
  }

  private void layIn(Submission lost, Position at) throws IOException {
    Path folder = CountVerticle.journalFolder(rig.data("a"), election.id());
    byte[] packed =
        Item.of(
                lost,
                Objects.requireNonNull(election.contest("ppwp")),
                Objects.requireNonNull(election.areas().station(NEIGHBOUR)))
            .packed();
    try (Journal journal = Journal.open(folder, 1 << 20, nanos -> {})) {
      JournalEntry foreign = new JournalEntry(LogEntry.COUNTED, at, packed);
      assertTrue(JournalBench.isSafe(JournalBench.append(journal, foreign)));
    }
  }

  /** It cannot be given back now, and must not be forgotten for that. */
  @Test
  void start_aFormOfAContestThatTheElectionLacks_provesNothing() throws Exception {
    CountNode b = node("b");
    assertEquals(Status.COUNTED, b.status(station(1)));
    b.stop();
    byte[] packed =
        Item.of(
                neighbour(1),
                Objects.requireNonNull(election.contest("ppwp")),
                Objects.requireNonNull(election.areas().station(NEIGHBOUR)))
            .packed();
    String text = new String(packed, StandardCharsets.ISO_8859_1).replace("ppwp", "zzzz");
    Path folder = CountVerticle.journalFolder(rig.data("a"), election.id());
    try (Journal journal = Journal.open(folder, 1 << 20, nanos -> {})) {
      JournalEntry foreign =
          new JournalEntry(
              LogEntry.COUNTED, new Position(1, 1), text.getBytes(StandardCharsets.ISO_8859_1));
      assertTrue(JournalBench.isSafe(JournalBench.append(journal, foreign)));
    }
    assertEquals(0, givenBack("a"));
    Map<String, Proof> proofs = ProofFile.read(folder);
    assertTrue(proofs.containsKey("02"), proofs::toString);
    assertFalse(proofs.containsKey("01"), proofs::toString);
  }

  @Test
  void start_aRepeatBeforeTheJournalWasRead_isAnsweredAndEndsInItOnceMoreAtMost() {
    counted(station(1), neighbour(1));
    CountNode back = node("a");
    assertEquals(Status.DUPLICATE, back.status(station(1)));
    Waiting.until("repeats are known", () -> !growsByARepeat(back));
    assertEquals(Status.DUPLICATE, back.status(neighbour(1)));
    List<JournalEntry> before = back.journaled();
    assertEquals(Status.DUPLICATE, back.status(neighbour(1)));
    assertEquals(before.size(), back.journaled().size());
  }

  private boolean growsByARepeat(CountNode back) {
    int before = back.journaled().size();
    assertEquals(Status.DUPLICATE, back.status(neighbour(1)));
    return back.journaled().size() > before;
  }

  @Test
  void start_proofsThatWereTamperedWith_readsTheLog() {
    counted(station(1), station(2), neighbour(1));
    lose(1);
    Path file = ProofFile.file(CountVerticle.journalFolder(rig.data("a"), election.id()));
    try {
      byte[] bytes = Files.readAllBytes(file);
      bytes[0] ^= 1;
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertEquals(1, givenBack("a"));
  }
}
