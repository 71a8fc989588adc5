package id.pantau.rules;

import static id.pantau.model.Verdict.Outcome.COUNTED;
import static id.pantau.model.Verdict.Outcome.HELD;
import static id.pantau.model.Verdict.Outcome.REFUSED;
import static id.pantau.model.Verdict.Outcome.STORED;

import id.pantau.model.Ballots;
import id.pantau.model.Code;
import id.pantau.model.Electors;
import id.pantau.model.Form.Section;
import id.pantau.model.Image;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Reason.Kind;
import id.pantau.model.Users;
import id.pantau.model.Verdict.Outcome;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptionTest {
  private static final String HASH = "ab".repeat(32);

  /** Held from a machine; counted with the same flags from a person, and from a decision. */
  private static void holdsMachineFlagsPerson(Consumer<Draft> change, Code... codes) {
    Ruling.on(change).is(HELD, codes);
    for (Method method : List.of(Method.SINGLE, Method.DOUBLE)) {
      Ruling.on(change.andThen(d -> d.method = method)).is(COUNTED, codes);
    }
    Ruling.on(
            change.andThen(d -> d.reason = Draft.decision("T01")), Sample.command(), Sightings.NONE)
        .is(COUNTED, codes);
  }

  @Test
  void t00_validAbsent_holdsMachineForm() {
    holdsMachineFlagsPerson(d -> d.valid = null, Code.T00);
    Ruling.on(d -> d.valid = null).says(Code.T00, "valid not written", "valid");
  }

  @Test
  void t00_totalAbsent_holdsMachineForm() {
    holdsMachineFlagsPerson(d -> d.total = null, Code.T00);
  }

  @Test
  void t00_noAdministrationAtAll_holdsMachineForm() {
    holdsMachineFlagsPerson(Draft::withoutAdministration, Code.T00, Code.W01);
    Ruling.on(Draft::withoutAdministration)
        .says(Code.T00, "valid and total not written", "valid", "total");
  }

  @Test
  void t00_bothPresent_passes() {
    Ruling.on(d -> {}).is(COUNTED);
  }

  @Test
  void t00_noVotesSection_isSkipped() {
    Consumer<Draft> change =
        d -> {
          d.section(Section.ADMINISTRATIVE, Kind.NEW);
          d.valid = null;
          d.total = null;
        };
    Ruling.on(change).is(STORED);
  }

  @Test
  void t01_validDiffersFromSum_holdsMachineForm() {
    Consumer<Draft> change = d -> d.votes = Draft.votes(144, 18, 2);
    holdsMachineFlagsPerson(change, Code.T01);
    Ruling.on(change).says(Code.T01, "valid is 165, votes add up to 164", "valid", "votes");
  }

  @Test
  void t01_validAbsent_isSkipped() {
    Ruling.on(d -> d.valid = null).lacks(Code.T01);
  }

  @Test
  void t01_sumBeyondAnInt_doesNotWrapAround() {
    Consumer<Draft> change =
        d -> {
          d.votes = Draft.votes(9_999_999, 9_999_999, 9_999_999);
          d.valid = 9_999_999;
        };
    Ruling.on(change)
        .says(Code.T01, "valid is 9999999, votes add up to 29999997", "valid", "votes");
  }

  @Test
  void t02_totalDiffersFromValidAndInvalid_holdsMachineForm() {
    Consumer<Draft> change = d -> d.invalid = 2;
    holdsMachineFlagsPerson(change, Code.T02);
    Ruling.on(change)
        .says(
            Code.T02, "total is 166, valid 165 and invalid 2 are 167", "total", "valid", "invalid");
  }

  @Test
  void t02_anOperandAbsent_isSkipped() {
    Ruling.on(d -> d.invalid = null).is(COUNTED);
    Ruling.on(d -> d.valid = null).lacks(Code.T02);
    Ruling.on(d -> d.total = null).lacks(Code.T02);
  }

  @Test
  void t04_moreVotesThanUsers_holdsMachineForm() {
    Consumer<Draft> change = d -> d.users = Draft.users(160, 1, 3, 164);
    holdsMachineFlagsPerson(change, Code.T04, Code.A01);
    Ruling.on(change)
        .says(Code.T04, "votes add up to 165, users are 164", "votes", "users.all.all");
  }

  @Test
  void t04_asManyVotesAsUsers_passes() {
    Ruling.on(d -> d.users = Draft.users(162, 1, 2, 165)).lacks(Code.T04);
  }

  @Test
  void t04_usersAbsent_isSkipped() {
    Ruling.on(d -> d.users = Users.NONE).is(COUNTED);
    Ruling.on(d -> d.users = Draft.users(1, 0, 0, null)).is(COUNTED);
  }

  @Test
  void t06_sumAboveTheElectionsMaximum_holdsMachineForm() {
    Consumer<Draft> change = d -> d.consistentWith(307);
    holdsMachineFlagsPerson(change, Code.T06, Code.A03, Code.W03);
    Ruling.on(change)
        .says(
            Code.T06,
            "votes add up to 307, total is 307, a station has at most 306",
            "votes",
            "total");
  }

  @Test
  void t06_atTheElectionsMaximum_passes() {
    Ruling.on(d -> d.consistentWith(306)).lacks(Code.T06);
  }

  @Test
  void t06_onlyTotalAbove_holdsMachineForm() {
    Consumer<Draft> change =
        d -> {
          d.consistentWith(306);
          d.invalid = 1;
          d.total = 307;
        };
    Ruling.on(change).is(HELD, Code.T06, Code.A01, Code.A03, Code.W03);
  }

  @Test
  void t06_fewerBallotsReceived_areTheCapacity() {
    Consumer<Draft> change = d -> d.ballots = new Ballots(165, null, null, null);
    holdsMachineFlagsPerson(change, Code.T06);
    Ruling.on(change)
        .says(
            Code.T06,
            "votes add up to 165, total is 166, ballots received are 165",
            "votes",
            "total",
            "ballots.received");
    Ruling.on(d -> d.ballots = new Ballots(166, null, null, null)).is(COUNTED);
  }

  @Test
  void t06_moreBallotsReceived_raiseNothing() {
    Consumer<Draft> change =
        d -> {
          d.consistentWith(307);
          d.ballots = new Ballots(400, null, null, null);
        };
    Ruling.on(change).is(HELD, Code.T06, Code.A03, Code.W03);
  }

  @Test
  void t06_totalAbsent_comparesTheSumAlone() {
    Ruling.on(
            d -> {
              d.consistentWith(307);
              d.total = null;
            })
        .says(Code.T06, "votes add up to 307, a station has at most 306", "votes");
  }

  @Test
  void t06_overseas_hasNoCapacity() {
    Consumer<Draft> change =
        d -> {
          d.consistentWith(3000);
          d.station = Sample.OVERSEAS;
        };
    Ruling.on(change).is(COUNTED, Code.A03);
  }

  @ParameterizedTest
  @CsvSource({"SINGLE, 612, COUNTED", "SINGLE, 613, HELD", "DOUBLE, 613, HELD"})
  void t06_aboveTwiceTheMaximum_holdsWhateverTheMethod(Method method, int sum, Outcome expected) {
    Consumer<Draft> change =
        d -> {
          d.consistentWith(sum);
          d.method = method;
        };
    Ruling.on(change).is(expected, Code.T06, Code.A03, Code.W03);
  }

  @Test
  void t06_totalAboveTwiceTheMaximum_holdsWhateverTheMethod() {
    Consumer<Draft> change =
        d -> {
          d.total = 613;
          d.method = Method.DOUBLE;
        };
    Ruling.on(change).is(HELD, Code.T02, Code.T06, Code.A01);
  }

  @ParameterizedTest
  @CsvSource({"T06, COUNTED", "T01, HELD"})
  void t06_decisionOverridesOnlyWhereItNamesT06(String code, Outcome expected) {
    Consumer<Draft> change =
        d -> {
          d.consistentWith(700);
          d.reason = Draft.decision(code);
        };
    Ruling.on(change, Sample.command(), Sightings.NONE).is(expected, Code.T06, Code.A03, Code.W03);
  }

  @Test
  void t06_reasonOfAnotherKindThatNamesT06_doesNotOverride() {
    Consumer<Draft> change =
        d -> {
          d.consistentWith(700);
          d.method = Method.DOUBLE;
          d.reason =
              new Reason(Kind.TRANSCRIPTION_CORRECTION, null, List.of("T06"), List.of(), null);
        };
    Ruling.on(change).is(HELD, Code.T06, Code.A03, Code.W03);
  }

  @Test
  void t07_imageOfAnotherStation_holdsMachineForm() {
    Sightings seen = (sha256, contest, station) -> "ppwp/" + Sample.NEIGHBOUR;
    Consumer<Draft> change =
        d -> d.images = List.of(new Image(1, null, null), new Image(2, null, HASH));
    Ruling held = Ruling.on(change, Sample.everywhere(), seen);
    held.is(HELD, Code.T07);
    held.says(Code.T07, "page 2 was already sent for ppwp/1101012001002", "images.1.sha256");
    Ruling.on(change.andThen(d -> d.method = Method.SINGLE), Sample.everywhere(), seen)
        .is(COUNTED, Code.T07);
    Ruling.on(change, Sample.everywhere(), Sightings.NONE).is(COUNTED);
  }

  @Test
  void t07_noHash_isSkipped() {
    Sightings seen = (sha256, contest, station) -> "ppwp/" + Sample.NEIGHBOUR;
    Ruling.on(
            d -> d.images = List.of(new Image(1, "https://example.org/1.jpg", null)),
            Sample.everywhere(),
            seen)
        .is(COUNTED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void t_formsWithoutVotes_areStoredWhateverTheirArithmetic(boolean withdrawal) {
    Consumer<Draft> change =
        d -> {
          d.section(
              withdrawal ? Section.WITHDRAWAL : Section.ADMINISTRATIVE,
              withdrawal ? Kind.WITHDRAWN : Kind.NEW);
          d.valid = 900;
          d.total = 901;
          d.registered = new Electors(301, 1, 300);
        };
    Ruling.on(change).is(STORED, Code.A01, Code.A06);
  }

  @Test
  void judge_refusedForm_hasNoOtherFindings() {
    Ruling.on(
            d -> {
              d.generation = 3;
              d.withoutAdministration();
            })
        .is(REFUSED, Code.R07);
  }
}
