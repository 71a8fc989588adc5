package id.pantau.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.board.LogMaker.Form;
import id.pantau.count.CountRig;
import id.pantau.count.Forms;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Position;
import id.pantau.model.Submission;
import id.pantau.platform.FormContent;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One province's fold: what it makes of logs that are whole, damaged, or begin again. */
final class ProvinceFoldTest {
  private static final String STATION = "0102011001001";
  private static final String NEIGHBOUR = "0102011001002";

  private final Election election = CountRig.election("fold");
  private final Forms forms = new Forms(election);
  private final LogMaker log = new LogMaker(election, "ppwp");
  private final ProvinceFold fold = new ProvinceFold(election, election.areas().find("01"));

  private Submission machine(String station, int revision, int... votes) {
    return forms.sound("ppwp", station, revision, Method.MACHINE, votes);
  }

  private Submission withdrawal(String station, int revision) {
    return forms.withdrawal("ppwp", station, revision, Method.MACHINE);
  }

  private Submission person(int revision, int... votes) {
    return forms.sound("ppwp", STATION, revision, Method.SINGLE, votes);
  }

  private void apply(LogEntry... entries) {
    for (LogEntry entry : entries) {
      fold.apply(entry, 7);
    }
  }

  private List<Long> sums(String area) {
    int index = election.areas().find(area);
    return List.of(
        fold.sums().sum(0, index, 0),
        fold.sums().sum(0, index, 1),
        fold.sums().sum(0, index, 2),
        fold.sums().sum(0, index, 3),
        fold.sums().sum(0, index, 4));
  }

  private List<Long> sent(String area) {
    int index = election.areas().find(area);
    int from = new Layout(3).sent();
    return List.of(
        fold.sums().sum(0, index, from),
        fold.sums().sum(0, index, from + 1),
        fold.sums().sum(0, index, from + 2));
  }

  private StationState state(String station) {
    return fold.stations(0).state(slot(station));
  }

  private int slot(String station) {
    return Objects.requireNonNull(election.areas().station(station)).slot();
  }

  @Test
  void readFromBeginning_addedUpAtTheEnd_isWhatFollowingGives() {
    ProvinceFold whole = new ProvinceFold(election, fold.province());
    whole.readFromBeginning();
    for (LogEntry entry :
        List.of(
            log.next(Form.of(machine(STATION, 1, 10, 20, 30), LogEntry.COUNTED)),
            log.next(Form.of(machine(NEIGHBOUR, 1, 1, 2, 3), LogEntry.COUNTED)),
            log.next(Form.of(machine(STATION, 2, 11, 20, 29), LogEntry.COUNTED)))) {
      fold.apply(entry, 7);
      whole.apply(entry, 7);
    }
    assertTrue(whole.agrees());
    whole.readToEnd();
    for (String code : List.of("01", "0102", "010201", "0102011001", "0101")) {
      int area = election.areas().find(code);
      for (int figure = 0; figure < new Layout(3).width(); figure++) {
        assertEquals(fold.sums().sum(0, area, figure), whole.sums().sum(0, area, figure), code);
      }
      assertEquals(
          fold.sums().countedAtMillis(0, area), whole.sums().countedAtMillis(0, area), code);
    }
  }

  @Test
  void apply_wholeLog_agreesAndSumsEveryAncestor() {
    apply(
        log.next(Form.of(machine(STATION, 1, 10, 20, 30), LogEntry.COUNTED)),
        log.next(
            Form.of(machine(NEIGHBOUR, 1, 1, 1, 1), LogEntry.COUNTED),
            Form.of(machine(STATION, 2, 9, 20, 30), LogEntry.COUNTED)),
        log.next(Form.of(forms.unproven("ppwp", NEIGHBOUR, 2, 5, 5, 5), LogEntry.HELD)));
    assertTrue(fold.agrees());
    assertFalse(fold.isMerged());
    for (String area : List.of("01", "0102", "010201", "0102011001")) {
      assertEquals(List.of(9L, 20L, 30L, 1L, 1L), sums(area), area);
    }
    assertEquals(List.of(0L, 0L, 0L, 0L, 0L), sums("0101"));
    assertEquals(StationState.HELD, state(NEIGHBOUR));
    assertEquals(new Position(1, 3), fold.position());
    assertEquals(3, fold.entries().size());
    int changed = election.areas().find("0102011001");
    assertEquals(7, fold.sums().changed(0, changed));
    assertEquals(3_000, fold.sums().countedAtMillis(0, changed));
  }

  @Test
  void apply_machineBesideAPersonsForm_changesNothingButIsThere() {
    apply(
        log.next(Form.of(person(1, 10, 20, 30), LogEntry.COUNTED)),
        log.next(Form.of(machine(STATION, 2, 9, 9, 9), LogEntry.BESIDE)));
    assertTrue(fold.agrees());
    assertEquals(List.of(10L, 20L, 30L, 1L, 0L), sums("01"));
    int slot = slot(STATION);
    assertEquals(StationState.COUNTED, state(STATION));
    assertTrue(fold.stations(0).newest(slot) != fold.stations(0).standing(slot));
  }

  @Test
  void apply_heldForm_isInTheVotesAsSentAndInNoOthers() {
    apply(
        log.next(Form.of(machine(STATION, 1, 10, 20, 30), LogEntry.COUNTED)),
        log.next(Form.of(forms.unproven("ppwp", NEIGHBOUR, 1, 5, 6, 7), LogEntry.HELD)));
    for (String area : List.of("01", "0102", "010201", "0102011001")) {
      assertEquals(List.of(10L, 20L, 30L, 1L, 1L), sums(area), area);
      assertEquals(List.of(15L, 26L, 37L), sent(area), area);
    }
    apply(log.next(Form.of(forms.unproven("ppwp", STATION, 2, 1, 1, 1), LogEntry.HELD)));
    assertEquals(List.of(6L, 7L, 8L), sent("01"));
    apply(
        log.next(Form.of(withdrawal(NEIGHBOUR, 2), LogEntry.WITHDRAWN)),
        log.next(Form.of(forms.administrative("ppwp", STATION, 3), LogEntry.STORED)));
    assertEquals(List.of(0L, 0L, 0L), sent("01"));
    assertTrue(fold.agrees());
  }

  /**
   * The person's form stands where it counts; where it does not, the machine's is what is there.
   */
  @Test
  void apply_machineBesideAPersonsForm_theOneThatStandsIsAsSent() {
    apply(
        log.next(Form.of(person(1, 10, 20, 30), LogEntry.COUNTED)),
        log.next(Form.of(machine(STATION, 2, 9, 9, 9), LogEntry.BESIDE)));
    assertEquals(List.of(10L, 20L, 30L), sent("01"));
    apply(
        log.next(
            Form.of(forms.withdrawal("ppwp", NEIGHBOUR, 1, Method.SINGLE), LogEntry.WITHDRAWN)),
        log.next(Form.of(machine(NEIGHBOUR, 2, 1, 1, 1), LogEntry.BESIDE)));
    assertEquals(List.of(11L, 21L, 31L), sent("01"));
  }

  @Test
  void corrections_areTheFormsThatTookVotesFromACountedStation() {
    apply(
        log.next(Form.of(machine(STATION, 1, 10, 20, 30), LogEntry.COUNTED)),
        log.next(Form.of(forms.unproven("ppwp", NEIGHBOUR, 1, 50, 50, 50), LogEntry.HELD)),
        log.next(Form.of(machine(NEIGHBOUR, 2, 5, 5, 5), LogEntry.COUNTED)),
        log.next(Form.of(machine(STATION, 2, 11, 20, 30), LogEntry.COUNTED)));
    assertEquals(List.of(), corrected(), "a held form was in no total, and more is no fall");
    apply(
        log.next(Form.of(machine(STATION, 3, 12, 19, 90), LogEntry.COUNTED)),
        log.next(Form.of(forms.unproven("ppwp", NEIGHBOUR, 3, 5, 5, 5), LogEntry.HELD)),
        log.next(Form.of(withdrawal(NEIGHBOUR, 4), LogEntry.WITHDRAWN)),
        log.next(Form.of(withdrawal(STATION, 4), LogEntry.WITHDRAWN)),
        log.next(Form.of(machine(STATION, 5, 0, 0, 0), LogEntry.COUNTED)),
        log.next(Form.of(forms.administrative("ppwp", STATION, 6), LogEntry.STORED)));
    List<String> expected =
        List.of(STATION + " 3", NEIGHBOUR + " 3", STATION + " 4", STATION + " 6");
    assertEquals(expected, corrected());
    assertTrue(fold.agrees());
  }

  @Test
  void corrections_machineBesideAPersonsForm_isNone() {
    apply(
        log.next(Form.of(person(1, 10, 20, 30), LogEntry.COUNTED)),
        log.next(Form.of(machine(STATION, 2, 9, 9, 9), LogEntry.BESIDE)));
    assertEquals(List.of(), corrected());
    apply(log.next(Form.of(person(3, 10, 20, 29), LogEntry.COUNTED)));
    assertEquals(List.of(STATION + " 3"), corrected());
  }

  /** What Redis gives back after a loss has moved nothing here. */
  @Test
  void corrections_sameFormsAgainAfterALoss_areNotTwice() {
    Submission one = machine(STATION, 1, 10, 20, 30);
    Submission two = machine(STATION, 2, 10, 20, 29);
    apply(log.next(Form.of(one, LogEntry.COUNTED)), log.next(Form.of(two, LogEntry.COUNTED)));
    log.lose();
    apply(
        log.at(new Position(2, 1), new Form(one, LogEntry.COUNTED, new Position(1, 1))),
        log.next(new Form(two, LogEntry.COUNTED, new Position(1, 2))));
    assertEquals(List.of(STATION + " 2"), corrected());
  }

  private List<String> corrected() {
    Corrections all = fold.corrections(0);
    return IntStream.range(0, all.size())
        .mapToObj(place -> fold.store().get(all.offset(place)))
        .map(stored -> FormContent.key(PackedForm.content(stored.packed())))
        .map(key -> key.station() + " " + key.revision())
        .toList();
  }

  /** Whatever bit of a form is flipped: the votes are noticed at once, and nothing ever throws. */
  @Test
  void apply_tamperedForm_neverThrowsAndOtherVotesAreNoticed() {
    LogEntry first = log.next(Form.of(machine(NEIGHBOUR, 1, 1, 1, 1), LogEntry.COUNTED));
    LogEntry second = log.next(Form.of(machine(STATION, 1, 10, 20, 30), LogEntry.COUNTED));
    int bits = second.forms().get(0).packed().length * 8;
    int noticed = 0;
    for (int bit = 0; bit < bits; bit++) {
      ProvinceFold each = new ProvinceFold(election, election.areas().find("01"));
      each.apply(first, 1);
      each.apply(LogMaker.tampered(second, 0, bit), 1);
      boolean sumsDiffer =
          each.sums().sum(0, election.areas().find("01"), 0) != 11
              || each.sums().sum(0, election.areas().find("01"), 1) != 21
              || each.sums().sum(0, election.areas().find("01"), 2) != 31;
      assertFalse(sumsDiffer && each.agrees(), "bit " + bit);
      noticed += each.agrees() ? 0 : 1;
    }
    assertTrue(noticed > 24, "only " + noticed + " of " + bits);
  }

  @Test
  void apply_entryThatCannotBeRead_isNoticedForGood() {
    LogEntry lost = log.next(Form.of(forms.administrative("ppwp", STATION, 1), LogEntry.STORED));
    apply(new LogEntry(lost.position(), 1, lost.sums(), List.of()));
    assertFalse(fold.agrees());
    apply(log.next(Form.of(machine(NEIGHBOUR, 1, 1, 1, 1), LogEntry.COUNTED)));
    assertFalse(fold.agrees(), "a later entry must not hide it");
  }

  /** A form that counts nothing is missed by no sum: the gap must be remembered. */
  @Test
  void apply_gapInOneEpoch_isNoticedForGood() {
    apply(log.next(Form.of(machine(NEIGHBOUR, 1, 1, 1, 1), LogEntry.COUNTED)));
    LogEntry missed = log.next(Form.of(forms.administrative("ppwp", STATION, 1), LogEntry.STORED));
    assertEquals(2, missed.position().revision());
    apply(log.next(Form.of(machine(NEIGHBOUR, 2, 2, 2, 2), LogEntry.COUNTED)));
    assertFalse(fold.agrees());
    apply(log.next(Form.of(machine(NEIGHBOUR, 3, 3, 3, 3), LogEntry.COUNTED)));
    assertFalse(fold.agrees());
  }

  @Test
  void apply_epochRisesAndNothingWasLost_isNotMerged() {
    apply(
        log.next(Form.of(machine(STATION, 1, 10, 20, 30), LogEntry.COUNTED)),
        log.at(new Position(2, 2), Form.of(machine(NEIGHBOUR, 1, 1, 1, 1), LogEntry.COUNTED)));
    assertTrue(fold.agrees());
    assertFalse(fold.isMerged());
  }

  @Test
  void apply_redisLostEverythingAndGetsItBack_sumsNeverFall() {
    Submission one = machine(STATION, 1, 10, 20, 30);
    Submission two = machine(NEIGHBOUR, 1, 1, 1, 1);
    Submission three = machine(STATION, 2, 11, 20, 30);
    apply(
        log.next(Form.of(one, LogEntry.COUNTED), Form.of(two, LogEntry.COUNTED)),
        log.next(Form.of(three, LogEntry.COUNTED)));
    List<Long> before = sums("01");
    log.lose();
    apply(log.at(new Position(2, 1), new Form(two, LogEntry.COUNTED, new Position(1, 1))));
    assertEquals(before, sums("01"));
    assertTrue(fold.isMerged());
    assertFalse(fold.agrees());
    apply(log.next(new Form(three, LogEntry.COUNTED, new Position(1, 2))));
    assertEquals(before, sums("01"));
    assertTrue(fold.agrees());
    apply(log.next(new Form(one, LogEntry.HISTORY, new Position(1, 1))));
    assertEquals(before, sums("01"));
    assertTrue(fold.agrees());
    assertEquals(3, fold.refilled());
    assertEquals(List.of(2, 1, 0, 0, 0), formsByEntry());
  }

  /** After a settled conflict a form may be let stand a second time; only the log can say so. */
  @Test
  void apply_formComesAgainWithoutALoss_standsAgain() {
    Submission first = machine(STATION, 1, 10, 20, 30);
    Submission other = machine(STATION, 1, 11, 20, 30);
    apply(
        log.next(Form.of(first, LogEntry.COUNTED)),
        log.next(Form.of(other, LogEntry.COUNTED)),
        log.next(Form.of(first, LogEntry.COUNTED)),
        log.next(Form.of(other, LogEntry.HISTORY)));
    assertTrue(fold.agrees());
    assertEquals(List.of(10L, 20L, 30L, 1L, 0L), sums("01"));
    assertEquals(List.of(1, 1, 1, 0), formsByEntry());
  }

  private List<Integer> formsByEntry() {
    return fold.entries().stream().map(mark -> mark.forms().length).toList();
  }
}
