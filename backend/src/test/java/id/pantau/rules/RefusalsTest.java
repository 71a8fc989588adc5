package id.pantau.rules;

import static id.pantau.model.Verdict.Outcome.COUNTED;
import static id.pantau.model.Verdict.Outcome.REFUSED;
import static id.pantau.model.Verdict.Outcome.STORED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.pantau.model.Ballots;
import id.pantau.model.Code;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Form.Section;
import id.pantau.model.Image;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Reason.Kind;
import id.pantau.model.Users;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
  @Test
  void r01_knownContest_passes() {
    Ruling.on(d -> {}).is(COUNTED);
  }

  @Test
  void r01_unknownContest_refusesAndSkipsScopeAndBallot() {
    Ruling ruling = Ruling.on(d -> d.contest = "pdpr");
    ruling.is(REFUSED, Code.R01);
    ruling.says(Code.R01, "there is no contest pdpr", "contest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1101012001401",
        "1101012001000",
        "1101012001",
        "11010120010001",
        "",
        "110101200100x",
        "9901012001001"
      })
  void r02_unknownStation_refusesAndSkipsScope(String station) {
    Ruling ruling = Ruling.on(d -> d.station = station);
    ruling.is(REFUSED, Code.R02);
    ruling.says(Code.R02, "there is no station " + station, "station");
  }

  @ParameterizedTest
  @ValueSource(strings = {Sample.STATION, Sample.NOKEN, Sample.OVERSEAS, "1101012001400"})
  void r02_knownStation_passes(String station) {
    Ruling.on(d -> d.station = station).is(COUNTED);
  }

  @Test
  void r03_stationInScope_passes() {
    Consumer<Draft> inside =
        d -> {
          d.contest = "pkwkp";
          d.station = Sample.ELSEWHERE;
        };
    Ruling.on(inside).is(COUNTED);
  }

  @Test
  void r03_stationOutsideScope_refuses() {
    Ruling ruling = Ruling.on(d -> d.contest = "pkwkp");
    ruling.is(REFUSED, Code.R03);
    ruling.says(Code.R03, "station 1101012001001 takes no form of contest pkwkp", "station");
  }

  @Test
  void r04_choiceMissing_refuses() {
    Ruling ruling = Ruling.on(d -> d.votes = Map.of("100025", 163, "100026", 2));
    ruling.is(REFUSED, Code.R04);
    ruling.says(Code.R04, "votes lack 100027", "votes.100027");
  }

  @Test
  void r04_unknownChoice_refuses() {
    Ruling ruling = Ruling.on(d -> d.votes.put("100028", 0));
    ruling.is(REFUSED, Code.R04);
    ruling.says(Code.R04, "votes name 100028, not on the ballot", "votes.100028");
  }

  @Test
  void r04_missingAndUnknown_saysBoth() {
    Ruling ruling = Ruling.on(d -> d.votes = Map.of("100025", 163, "100026", 2, "1000270", 0));
    ruling.says(
        Code.R04,
        "votes lack 100027 and name 1000270, not on the ballot",
        "votes.100027",
        "votes.1000270");
  }

  @Test
  void r04_noVotesSection_isSkipped() {
    Ruling.on(d -> d.section(Section.ADMINISTRATIVE, Kind.NEW)).is(STORED);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Form.NUMBER_MAX + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void r05_numberOutOfRange_refusesInEveryField(int wrong) {
    refusesNumber(d -> d.votes.put("100025", wrong), "votes.100025");
    refusesNumber(d -> d.valid = wrong, "valid");
    refusesNumber(d -> d.invalid = wrong, "invalid");
    refusesNumber(d -> d.total = wrong, "total");
    refusesNumber(d -> d.registered = new Electors(wrong, 1, 1), "registered.all");
    refusesNumber(d -> d.registered = new Electors(1, wrong, 1), "registered.male");
    refusesNumber(d -> d.registered = new Electors(1, 1, wrong), "registered.female");
    Electors one = new Electors(1, 1, 0);
    Electors bad = new Electors(wrong, 1, 0);
    refusesNumber(d -> d.users = new Users(bad, one, one, one), "users.dpt.all");
    refusesNumber(d -> d.users = new Users(one, bad, one, one), "users.dptb.all");
    refusesNumber(d -> d.users = new Users(one, one, bad, one), "users.dpk.all");
    refusesNumber(d -> d.users = new Users(one, one, one, bad), "users.all.all");
    refusesNumber(d -> d.ballots = new Ballots(wrong, 1, 1, 1), "ballots.received");
    refusesNumber(d -> d.ballots = new Ballots(1, wrong, 1, 1), "ballots.used");
    refusesNumber(d -> d.ballots = new Ballots(1, 1, wrong, 1), "ballots.returned");
    refusesNumber(d -> d.ballots = new Ballots(1, 1, 1, wrong), "ballots.unused");
    refusesNumber(d -> d.images = List.of(new Image(wrong, null, null)), "images.0.page");
  }

  private static void refusesNumber(Consumer<Draft> change, String field) {
    Ruling ruling = Ruling.on(change);
    ruling.is(REFUSED, Code.R05);
    assertEquals(List.of(field), ruling.verdict().findings().get(0).fields());
  }

  @Test
  void r05_severalNumbersOutOfRange_saysThemInOneSentence() {
    Consumer<Draft> change =
        d -> {
          d.valid = -1;
          d.total = 10_000_000;
        };
    Ruling.on(change)
        .says(
            Code.R05, "valid is -1, total is 10000000; a number is 0 to 9999999", "valid", "total");
  }

  @Test
  void r05_zeroMaximumAndAbsent_pass() {
    Ruling.on(d -> d.votes = Draft.votes(0, 0, Form.NUMBER_MAX)).lacks(Code.R05);
    Ruling.on(Draft::withoutAdministration).lacks(Code.R05);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, Form.REVISION_MAX + 1})
  void r06_revisionOutOfRange_refuses(int revision) {
    Consumer<Draft> change =
        d -> {
          d.revision = revision;
          d.reason = Draft.because(Kind.TRANSCRIPTION_CORRECTION);
        };
    Ruling.on(change).is(REFUSED, Code.R06);
    Ruling.on(change).says(Code.R06, "revision is " + revision + ", it is 1 to 65535", "revision");
  }

  @Test
  void r06_highestRevision_passes() {
    Consumer<Draft> change =
        d -> {
          d.revision = Form.REVISION_MAX;
          d.reason = Draft.because(Kind.TRANSCRIPTION_CORRECTION);
        };
    Ruling.on(change).is(COUNTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 31})
  void r07_anotherGenerationThanTheOpenOne_refuses(int generation) {
    Ruling ruling = Ruling.on(d -> d.generation = generation);
    ruling.is(REFUSED, Code.R07);
    ruling.says(Code.R07, "generation is " + generation + ", 0 is open", "generation");
  }

  @Test
  void r08_withdrawalWithAnotherReason_refuses() {
    Ruling ruling = Ruling.on(d -> d.section(Section.WITHDRAWAL, Kind.NEW));
    ruling.is(REFUSED, Code.R08);
    ruling.says(Code.R08, "votes null withdraws, the reason is new", "reason.kind");
  }

  @ParameterizedTest
  @EnumSource(names = {"VOTES", "ADMINISTRATIVE"})
  void r08_withdrawnWithoutWithdrawal_refuses(Section section) {
    Consumer<Draft> change =
        d -> {
          d.section = section;
          d.votes = section == Section.VOTES ? d.votes : Map.of();
          d.reason = Draft.because(Kind.WITHDRAWN);
        };
    Ruling.on(change).is(REFUSED, Code.R08);
  }

  @Test
  void r08_withdrawalThatSaysSo_passes() {
    Ruling.on(d -> d.section(Section.WITHDRAWAL, Kind.WITHDRAWN)).is(STORED);
  }

  @Test
  void r08_laterRevisionThatIsNew_refuses() {
    Ruling ruling = Ruling.on(d -> d.revision = 2);
    ruling.is(REFUSED, Code.R08);
    ruling.says(Code.R08, "revision 2 does not say why it exists", "reason.kind");
  }

  @Test
  void r08_recapitulationCorrectionWithoutDocument_refuses() {
    Ruling ruling = Ruling.on(d -> d.reason = Draft.because(Kind.RECAPITULATION_CORRECTION));
    ruling.is(REFUSED, Code.R08);
    ruling.says(Code.R08, "a recapitulation correction cites its D.Hasil", "reason.cites");
    Reason cited =
        new Reason(Kind.RECAPITULATION_CORRECTION, null, List.of(), List.of(), "D.HASIL 110101");
    Ruling.on(d -> d.reason = cited).is(COUNTED);
  }

  @Test
  void r08_decisionWithoutCodesOrPeople_refuses() {
    refusesDecision(new Reason(Kind.DECISION, null, List.of(), List.of("a"), null), "codes");
    refusesDecision(new Reason(Kind.DECISION, null, List.of("T99"), List.of("a"), null), "codes");
    refusesDecision(new Reason(Kind.DECISION, null, List.of("T01"), List.of(), null), "by");
    refusesDecision(new Reason(Kind.DECISION, null, List.of("T01"), List.of(" "), null), "by");
    Ruling.on(d -> d.reason = Draft.decision("T01"), Sample.command(), Sightings.NONE).is(COUNTED);
    Reason reRead = new Reason(Kind.DECISION, "re-read", List.of(), List.of("a"), null);
    Ruling.on(d -> d.reason = reRead, Sample.command(), Sightings.NONE).is(COUNTED);
  }

  private static void refusesDecision(Reason reason, String field) {
    Ruling ruling = Ruling.on(d -> d.reason = reason, Sample.command(), Sightings.NONE);
    ruling.is(REFUSED, Code.R08);
    assertEquals(List.of("reason." + field), ruling.verdict().findings().get(0).fields());
  }

  @Test
  void judge_severalRefusals_reportsAllAndNothingElse() {
    Consumer<Draft> change =
        d -> {
          d.votes = Map.of("100025", -5);
          d.revision = 0;
          d.generation = 1;
          d.valid = 12;
          d.registered = new Electors(900, 1, 1);
        };
    Speaker foreign =
        new Speaker(List.of("31"), EnumSet.allOf(Method.class), Sample.submittersReasons(), false);
    Ruling.on(change, foreign, Sightings.NONE)
        .is(REFUSED, Code.R04, Code.R05, Code.R06, Code.R07, Code.R09);
  }
}
