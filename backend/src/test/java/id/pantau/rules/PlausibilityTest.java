package id.pantau.rules;

import static id.pantau.model.Verdict.Outcome.COUNTED;

import id.pantau.model.Code;
import id.pantau.model.Electors;
import id.pantau.model.Users;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlausibilityTest {
  @Test
  void w01_noRegisteredAndNoUsers_flags() {
    Consumer<Draft> change =
        d -> {
          d.registered = Electors.NONE;
          d.users = Users.NONE;
        };
    Ruling.on(change).is(COUNTED, Code.W01);
    Ruling.on(change).says(Code.W01, "registered and users are not written", "registered", "users");
  }

  @Test
  void w01_oneOfThemWritten_passes() {
    Ruling.on(d -> d.users = Users.NONE).is(COUNTED);
    Ruling.on(d -> d.registered = Electors.NONE).is(COUNTED);
  }

  @Test
  void w02_oneChoiceHasAllVotes_flags() {
    Consumer<Draft> change = d -> d.votes = Draft.votes(0, 165, 0);
    Ruling.on(change).is(COUNTED, Code.W02);
    Ruling.on(change).says(Code.W02, "choice 100026 has all 165 votes", "votes.100026");
  }

  @Test
  void w02_noVotesAtAll_isSkipped() {
    Ruling.on(d -> d.votes = Draft.votes(0, 0, 0)).lacks(Code.W02);
  }

  @Test
  void w02_oneVoteForAnother_passes() {
    Ruling.on(d -> d.votes = Draft.votes(164, 1, 0)).is(COUNTED);
  }

  @Test
  void w02_noken_isSkipped() {
    Consumer<Draft> change =
        d -> {
          d.votes = Draft.votes(165, 0, 0);
          d.station = Sample.NOKEN;
        };
    Ruling.on(change).is(COUNTED);
  }

  @ParameterizedTest
  @CsvSource({"39, false", "40, true", "190, true", "191, false", "0, false"})
  void w03_turnoutOutsideItsRange_flags(int users, boolean passes) {
    Consumer<Draft> change =
        d -> {
          d.registered = Draft.only(200);
          d.users = Draft.users(null, null, null, users);
        };
    Ruling ruling = Ruling.on(change);
    if (passes) {
      ruling.lacks(Code.W03);
    } else {
      ruling.says(
          Code.W03, "users are " + users + " of 200 registered", "users.all.all", "registered.all");
    }
  }

  @Test
  void w03_nobodyRegisteredButUsers_flags() {
    Ruling.on(d -> d.registered = Draft.only(0))
        .says(Code.W03, "users are 166 of 0 registered", "users.all.all", "registered.all");
  }

  @ParameterizedTest
  @ValueSource(strings = {Sample.NOKEN, Sample.OVERSEAS})
  void w03_nokenAndOverseas_areSkipped(String station) {
    Consumer<Draft> change =
        d -> {
          d.registered = Draft.only(166);
          d.station = station;
        };
    Ruling.on(change).is(COUNTED);
  }

  @Test
  void w03_anOperandAbsent_isSkipped() {
    Ruling.on(d -> d.registered = Electors.NONE).is(COUNTED);
    Ruling.on(d -> d.users = Users.NONE).is(COUNTED);
  }

  @ParameterizedTest
  @CsvSource({"9, true", "10, false", "11, false", "0, true"})
  void w04_tenthOfTheTotalInvalid_flags(int invalid, boolean passes) {
    Consumer<Draft> change =
        d -> {
          d.invalid = invalid;
          d.total = 100;
        };
    Ruling ruling = Ruling.on(change);
    if (passes) {
      ruling.lacks(Code.W04);
    } else {
      ruling.says(Code.W04, "invalid are " + invalid + " of 100", "invalid", "total");
    }
  }

  @Test
  void w04_anOperandAbsentOrNoInvalid_isSkipped() {
    Ruling.on(d -> d.invalid = null).lacks(Code.W04);
    Ruling.on(d -> d.total = null).lacks(Code.W04);
    Ruling.on(
            d -> {
              d.invalid = 0;
              d.total = 0;
            })
        .lacks(Code.W04);
  }
}
