package id.pantau.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.election.ElectionReader;
import id.pantau.model.Code;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Verdict;
import id.pantau.rules.Judge;
import id.pantau.rules.Sightings;
import id.pantau.rules.Speaker;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ContohRoundTest {
  private static final Election ELECTION = ElectionReader.packed("contoh-bergerak");
  private static final Speaker MOVER =
      new Speaker(
          List.of("0"),
          EnumSet.allOf(Method.class),
          EnumSet.complementOf(EnumSet.of(Reason.Kind.DECISION)),
          false);

  private static List<ContohRound.Step> inOrder(ContohRound round) {
    return Stream.concat(round.opening().stream(), round.steps().stream())
        .sorted(Comparator.comparingDouble(ContohRound.Step::at))
        .toList();
  }

  private static final Set<Reason.Kind> REASONS =
      EnumSet.of(
          Reason.Kind.NEW,
          Reason.Kind.TRANSCRIPTION_CORRECTION,
          Reason.Kind.WITHDRAWN,
          Reason.Kind.RESTORED);

  @Test
  void of_theSameSeedAndRound_isTheSame() {
    assertEquals(ContohRound.of(ELECTION, 7, 3), ContohRound.of(ELECTION, 7, 3));
    assertNotEquals(ContohRound.of(ELECTION, 7, 3), ContohRound.of(ELECTION, 8, 3));
    assertNotEquals(ContohRound.of(ELECTION, 7, 3), ContohRound.of(ELECTION, 7, 4));
  }

  /** The front door takes each form: nothing is refused, and revisions of a station rise by one. */
  @Test
  void of_manyRounds_hasNothingThatARuleRefuses_andEveryRoundHasALife() {
    Judge judge = new Judge(ELECTION);
    for (long round = 1; round <= 20; round++) {
      Map<Verdict.Outcome, Integer> outcomes = new EnumMap<>(Verdict.Outcome.class);
      Set<Code> held = EnumSet.noneOf(Code.class);
      Set<Reason.Kind> reasons = EnumSet.noneOf(Reason.Kind.class);
      Set<String> counted = new HashSet<>();
      Map<String, Integer> newest = new HashMap<>();
      double before = 0;
      ContohRound forms = ContohRound.of(ELECTION, 1, round);
      assertEquals(ELECTION.areas().provinces().length, forms.opening().size());
      for (ContohRound.Step step : inOrder(forms)) {
        Form form = step.form();
        Verdict verdict = judge.judge(form, MOVER, Sightings.NONE);
        assertTrue(step.at() >= before && step.at() <= ContohRound.END, form.toString());
        before = step.at();
        assertNotEquals(Verdict.Outcome.REFUSED, verdict.outcome(), verdict.toString());
        outcomes.merge(verdict.outcome(), 1, Integer::sum);
        reasons.add(form.reason().kind());
        String key = form.contest() + form.station();
        assertEquals(newest.merge(key, 1, Integer::sum), form.revision(), key);
        if (verdict.outcome() == Verdict.Outcome.HELD) {
          verdict.findings().forEach(finding -> held.add(finding.code()));
        } else if (form.section() == Form.Section.VOTES) {
          counted.add(key);
        }
      }
      assertTrue(outcomes.getOrDefault(Verdict.Outcome.HELD, 0) >= 10, outcomes.toString());
      assertTrue(held.containsAll(Set.of(Code.T00, Code.T01)), held.toString());
      assertEquals(REASONS, reasons, "round " + round);
      assertTrue(counted.size() > 350, counted.size() + " stations in round " + round);
    }
  }
}
