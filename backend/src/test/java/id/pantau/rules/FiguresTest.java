package id.pantau.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.pantau.model.Code;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Users;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FiguresTest {
  private static final EnumSet<Code> VALID = EnumSet.of(Code.T00, Code.T01, Code.T02);
  private static final EnumSet<Code> INVALID = EnumSet.of(Code.T02);
  private static final EnumSet<Code> REGISTERED = EnumSet.of(Code.A03, Code.A04, Code.A06);
  private static final EnumSet<Code> USERS =
      EnumSet.of(Code.T04, Code.A01, Code.A02, Code.A03, Code.A04);

  @ParameterizedTest
  @EnumSource
  void of_oneFailedRule_keepsOutExactlyItsFigures(Code code) {
    Figures figures = Figures.of(new Draft().form(), 1 << code.ordinal());
    assertEquals(VALID.contains(code) ? null : 165, figures.valid());
    assertEquals(INVALID.contains(code) ? null : 1, figures.invalid());
    assertEquals(REGISTERED.contains(code) ? null : 284, figures.registered());
    assertEquals(USERS.contains(code) ? null : 166, figures.users());
  }

  @Test
  void of_noFailedRule_hasEveryFigure() {
    assertEquals(new Figures(165, 1, 284, 166), Figures.of(new Draft().form(), 0));
  }

  @Test
  void of_figuresNotWritten_areAbsentAndNotZero() {
    Draft draft = new Draft();
    draft.withoutAdministration();
    assertEquals(new Figures(null, null, null, null), Figures.of(draft.form(), 0));
  }

  @Test
  void of_theJudgesOwnBits_keepOutWhatDidNotAddUp() {
    Draft draft = new Draft();
    draft.registered = new Electors(301, 150, 151);
    draft.users = Users.NONE;
    Form form = draft.form();
    int failed =
        new Judge(Sample.election()).judge(form, Sample.everywhere(), Sightings.NONE).codeBits();
    assertEquals(new Figures(165, 1, null, null), Figures.of(form, failed));
  }
}
