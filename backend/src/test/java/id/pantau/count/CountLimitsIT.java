package id.pantau.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Answer;
import id.pantau.model.Answer.Status;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Submission;
import id.pantau.platform.Counting.Busy;
import id.pantau.platform.LogEntry;
import id.pantau.platform.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Full queues, large batches, and a journal that is slow or cannot be written. */
final class CountLimitsIT {
  private static final String STATION = "0102011001001";

  private static CountRig rig;

  private Election election;
  private Forms forms;
  private CountState state;
  private Settings.Count limits;

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
    limits = rig.settings().count();
  }

  @AfterEach
  void usualLimits() {
    rig.limits(limits);
  }

  private CountNode node() {
    return rig.node(election.id(), election);
  }

  private Submission form(int revision) {
    return forms.sound("ppwp", STATION, revision, Method.MACHINE, revision % 100, 0, 0);
  }

  private Submission[] forms(int from, int to) {
    List<Submission> all = new ArrayList<>();
    for (int revision = from; revision < to; revision++) {
      all.add(form(revision));
    }
    return all.toArray(Submission[]::new);
  }

  @Test
  void count_moreThanABatch_isSplitAndAnsweredInOrder() {
    rig.limits(new Settings.Count(10, 1_000, 1 << 24, 1 << 26));
    List<Answer> answers = node().count(forms(1, 36));
    assertEquals(35, answers.size());
    assertTrue(answers.stream().allMatch(a -> a.status() == Status.COUNTED));
    List<Integer> sizes = state.log("01").stream().map(LogEntry::forms).map(List::size).toList();
    assertTrue(sizes.stream().allMatch(size -> size <= 10), sizes::toString);
    assertEquals(35, sizes.stream().mapToInt(size -> size).sum());
    assertArrayEquals(new long[] {35, 0, 0, 1, 0}, state.totals("ppwp", "01"));
  }

  /** A station's papers come one behind the other, and a call to Redis is of one contest. */
  @Test
  void count_contestsByTurns_isABatchEach() {
    List<Submission> papers = new ArrayList<>();
    for (int revision = 1; revision <= 20; revision++) {
      papers.add(form(revision));
      papers.add(forms.sound("pkwkk-0102", STATION, revision, Method.MACHINE, revision, 0));
    }
    List<Answer> answers = node().count(papers.toArray(Submission[]::new));
    assertTrue(answers.stream().allMatch(a -> a.status() == Status.COUNTED));
    List<Integer> sizes = state.log("01").stream().map(LogEntry::forms).map(List::size).toList();
    assertEquals(List.of(20, 20), sizes);
    assertArrayEquals(new long[] {20, 0, 0, 1, 0}, state.totals("ppwp", "01"));
    assertArrayEquals(new long[] {20, 0, 1, 0}, state.totals("pkwkk-0102", "01"));
  }

  /** Readers take many entries at a time: one must not be of megabytes. */
  @Test
  void count_largeForms_entriesOfTheLogStaySmall() {
    List<Answer> answers =
        node()
            .count(
                java.util.stream.IntStream.range(1, 101)
                    .mapToObj(revision -> forms.wordy("ppwp", STATION, revision, 12_000))
                    .toArray(Submission[]::new));
    assertTrue(answers.stream().allMatch(a -> a.status() == Status.COUNTED));
    for (LogEntry entry : state.log("01")) {
      int bytes = entry.forms().stream().mapToInt(form -> form.packed().length).sum();
      assertTrue(bytes <= Call.PACKED_BYTES_MAX, () -> bytes + " bytes");
    }
    assertEquals(100, state.outcomes("01").size());
  }

  @Test
  void count_queueFull_isBusyAndNothingOfItIsCounted() {
    rig.limits(new Settings.Count(10, 50, 1 << 24, 1 << 26));
    CountNode node = node();
    Throwable busy = Waiting.failure(node.offer(List.of(forms(1, 52))));
    assertInstanceOf(Busy.class, busy);
    assertTrue(((Busy) busy).retryAfterSeconds() > 0);
    assertEquals(List.of(), state.log("01"));
    node.count(forms(1, 51));
    assertEquals(50, state.outcomes("01").size());
  }

  /** Ten requests at once: those that find no room are told so, the others are counted whole. */
  @Test
  void count_manyRequestsAtOnce_eachIsCountedWholeOrNotAtAll() {
    rig.limits(new Settings.Count(10, 60, 1 << 24, 1 << 26));
    CountNode node = node();
    List<Future<List<Answer>>> all = new ArrayList<>();
    for (int request = 0; request < 10; request++) {
      all.add(node.offer(List.of(forms(1 + request * 20, 21 + request * 20))));
    }
    int counted = 0;
    for (Future<List<Answer>> each : all) {
      if (isAnswered(each)) {
        counted += Waiting.get(each).size();
      } else {
        assertInstanceOf(Busy.class, Waiting.failure(each));
      }
    }
    assertTrue(counted >= 60, "counted " + counted);
    assertEquals(counted, state.outcomes("01").size());
  }

  private static boolean isAnswered(Future<List<Answer>> each) {
    Waiting.until("it is answered", each::isComplete);
    return each.succeeded();
  }

  /** F42, seen from the door: Redis has the form, nobody was told, the retry finds it. */
  @Test
  void count_journalCannotBeWritten_isBusyUntilItCan() throws IOException {
    CountNode node = node();
    Files.delete(node.journal());
    assertInstanceOf(Busy.class, Waiting.failure(node.offer(List.of(form(1)))));
    assertInstanceOf(Busy.class, Waiting.failure(node.offer(List.of(form(1)))));
    assertArrayEquals(new long[] {1, 0, 0, 1, 0}, state.totals("ppwp", "01"));

    Files.createDirectory(node.journal());

    assertEquals(Status.DUPLICATE, node.status(form(1)));
    assertEquals(1, node.journaled().size());
  }

  /**
   * A form that Redis counted waits for a slow journal; Redis loses it meanwhile. It is
   * acknowledged in the end, so it must be back by then.
   */
  @Test
  void count_redisLosesAFormBeforeTheJournalHasIt_itIsBackWhenItIsAcknowledged() throws Exception {
    Path folder = rig.data(election.id()).resolve("journal");
    CountDownLatch slow = new CountDownLatch(1);
    Journal journal = Journal.open(folder, 1 << 26, nanos -> {});
    JournalFolder files = new JournalFolder(folder);
    AtomicReference<Count> made = new AtomicReference<>();
    Context context = Objects.requireNonNull(rig.vertx().getOrCreateContext());
    Promise<Void> started = Promise.promise();
    context.runOnContext(
        go -> {
          Count count = count(journal, files);
          made.set(count);
          count.start().onComplete(started);
        });
    Waiting.get(started.future());
    Count count = Objects.requireNonNull(made.get());
    try {
      // The writer answers this one for as long as the disk is slow.
      journal.append(List.of(), failure -> await(slow));
      Future<List<Answer>> waits = count.count(List.of(form(1)));
      Waiting.until("Redis counted it", () -> state.totals("ppwp", "01")[0] == 1);
      rig.flush();
      Future<List<Answer>> next = count.count(List.of(form(2)));
      assertFalse(waits.isComplete());
      slow.countDown();
      assertEquals(Status.COUNTED, Waiting.get(waits).get(0).status());
      Waiting.until("the next is answered", next::isComplete);
      Waiting.until(
          "revision 1 is in the log", () -> state.log("01").stream().anyMatch(this::hasOne));
    } finally {
      slow.countDown();
      context.runOnContext(go -> count.close());
      journal.close();
    }
  }

  private boolean hasOne(LogEntry entry) {
    return entry.forms().stream()
        .map(form -> id.pantau.platform.PackedForm.content(form.packed()))
        .anyMatch(content -> id.pantau.platform.FormContent.key(content).revision() == 1);
  }

  private Count count(Journal journal, JournalFolder files) {
    try {
      return new Count(
          rig.vertx(),
          rig.settings(),
          election,
          journal,
          files.contents(),
          files,
          new SimpleMeterRegistry(),
          InstantSource.system());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
