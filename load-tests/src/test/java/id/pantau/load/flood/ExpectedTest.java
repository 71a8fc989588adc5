package id.pantau.load.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.pantau.election.ElectionReader;
import id.pantau.model.Contest;
import id.pantau.model.Form;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExpectedTest {
  private final Contest contest = ElectionReader.packed("contoh").contests().get(0);
  private final MadeUp made = new MadeUp(contest);
  private final Form first = made.form("1101012001001", 1);
  private final Form second = made.form("1101012001001", 2);

  private static Sums sums(Form form, int stations) {
    Sums sums = new Sums();
    sums.add(form.votes(), stations, 1);
    return sums;
  }

  @Test
  void difference_exactlyTheCountedForm_isNone() {
    Expected expected = new Expected(form -> null);
    expected.answered(first, "counted", false);
    Map<String, Sums> after = Map.of("0", sums(first, 1), "11", sums(first, 1), "12", new Sums());
    assertNull(expected.difference(contest.id(), Map.of(), after));
  }

  @Test
  void difference_aFormThatWasNotPublished_namesTheArea() {
    Expected expected = new Expected(form -> null);
    expected.answered(first, "counted", false);
    Map<String, Sums> after = Map.of("11", new Sums());
    String difference = expected.difference(contest.id(), Map.of(), after);
    assertNotNull(difference);
    assertEquals("ppwp/11", difference.substring(0, 7));
  }

  @Test
  void difference_ofAnotherContest_isItsOwn() {
    Contest other = ElectionReader.packed("contoh").contests().get(1);
    Expected expected = new Expected(form -> null);
    expected.answered(first, "counted", false);
    Form its = new MadeUp(other).form("1101012001001", 1);
    expected.answered(its, "counted", false);
    assertNull(expected.difference(contest.id(), Map.of(), Map.of("11", sums(first, 1))));
    assertNull(expected.difference(other.id(), Map.of(), Map.of("11", sums(its, 1))));
  }

  @Test
  void answered_otherThanCounted_isNotExpected() {
    Expected expected = new Expected(form -> null);
    for (String status : List.of("held", "stale", "conflict", "refused", "duplicate", "stored")) {
      expected.answered(first, status, false);
    }
    assertEquals(0, expected.doubtful());
    assertNull(expected.difference(contest.id(), Map.of(), Map.of("11", new Sums())));
    expected.answered(first, "duplicate", true);
    assertEquals(1, expected.doubtful());
  }

  @Test
  void difference_votesPublishedThatNobodyCounted_isOne() {
    assertNotNull(
        new Expected(form -> null)
            .difference(contest.id(), Map.of(), Map.of("11", sums(first, 1))));
  }

  @Test
  void difference_aCorrection_movesByNewLessOldAndNoStation() {
    Expected expected = new Expected(form -> form.revision() == 1 ? null : first);
    expected.answered(second, "counted", true);
    Map<String, Sums> before = Map.of("0", sums(first, 1), "11", sums(first, 1));
    Map<String, Sums> after = Map.of("0", sums(second, 1), "11", sums(second, 1));
    assertNull(expected.difference(contest.id(), before, after));
    assertNotNull(expected.difference(contest.id(), before, Map.of("11", sums(second, 2))));
  }
}
