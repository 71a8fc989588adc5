package id.pantau.load.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.election.ElectionReader;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Verdict;
import id.pantau.rules.Judge;
import id.pantau.rules.Sightings;
import id.pantau.rules.Speaker;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MadeUpTest {
  private static final Speaker EVERYTHING =
      new Speaker(
          List.of("0"), EnumSet.allOf(Method.class), EnumSet.allOf(Reason.Kind.class), false);

  private final Election election = ElectionReader.packed("contoh");
  private final Contest contest = election.contests().get(0);
  private final MadeUp made = new MadeUp(contest);

  @Test
  void form_ofEveryStationAndRevision_isOneTheRulesCount() {
    Judge judge = new Judge(election);
    Forms forms = Forms.madeUp(election, contest, 1);
    assertEquals(election.areas().stations(0), forms.size());
    for (int revision = 1; revision <= 3; revision++) {
      for (int i = 0; i < forms.size(); i++) {
        Form form = made.form(forms.form().apply(i).station(), revision);
        assertEquals(
            Verdict.Outcome.COUNTED,
            judge.judge(form, EVERYTHING, Sightings.NONE).outcome(),
            () -> form + " is not counted");
      }
    }
  }

  @Test
  void form_sameStationAndRevision_isTheSame() {
    String station = Forms.madeUp(election, contest, 1).form().apply(0).station();
    assertEquals(made.form(station, 2), made.form(station, 2));
    assertNotEquals(made.form(station, 1).votes(), made.form(station, 2).votes());
  }

  @Test
  void madeUp_everyStation_comesOnce() {
    Forms forms = Forms.madeUp(election, contest, 1);
    Set<String> stations = new HashSet<>();
    for (int i = 0; i < forms.size(); i++) {
      assertTrue(stations.add(forms.form().apply(i).station()));
    }
    assertEquals(election.areas().stations(0), stations.size());
  }

  @Test
  void byTurns_twoContests_givesEveryFormOfBothAndTheLongerAlone() {
    Forms one = Forms.madeUp(election, contest, 1);
    Forms other = Forms.madeUp(election, election.contests().get(1), 1).first(3);
    Forms both = Forms.byTurns(List.of(one, other));
    assertEquals(one.size() + 3, both.size());
    assertEquals(one.form().apply(0), both.form().apply(0));
    assertEquals(other.form().apply(0), both.form().apply(1));
    assertEquals(other.form().apply(2), both.form().apply(5));
    assertEquals(one.form().apply(3), both.form().apply(6));
    assertEquals(one.form().apply(one.size() - 1), both.form().apply(both.size() - 1));
  }
}
