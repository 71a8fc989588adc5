package id.pantau.rules;

import static id.pantau.model.Verdict.Outcome.COUNTED;
import static id.pantau.model.Verdict.Outcome.REFUSED;

import id.pantau.model.Code;
import id.pantau.model.Form.Section;
import id.pantau.model.Method;
import id.pantau.model.Reason.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakerTest {
  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "1101", "110101", "1101012001", "1101012001001"})
  void r09_areaAboveTheStation_passes(String area) {
    Ruling.on(d -> {}, speaker(area), Sightings.NONE).is(COUNTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"31", "1102", "110102", "1101012002", "1101012001002"})
  void r09_foreignArea_refuses(String area) {
    Ruling ruling = Ruling.on(d -> {}, speaker(area), Sightings.NONE);
    ruling.is(REFUSED, Code.R09);
    ruling.says(Code.R09, "the key does not speak for station 1101012001001", "station");
  }

  @Test
  void r09_foreignMethod_refuses() {
    Speaker machine =
        new Speaker(List.of("0"), Set.of(Method.MACHINE), Sample.submittersReasons(), false);
    Ruling ruling = Ruling.on(d -> d.method = Method.DOUBLE, machine, Sightings.NONE);
    ruling.is(REFUSED, Code.R09);
    ruling.says(Code.R09, "the key does not speak with method double", "method");
    Ruling.on(d -> {}, machine, Sightings.NONE).is(COUNTED);
  }

  @Test
  void r09_decisionOfASubmitter_refuses() {
    Ruling ruling = Ruling.on(d -> d.reason = Draft.decision("T01"));
    ruling.is(REFUSED, Code.R09);
    ruling.says(Code.R09, "the key does not give the reason decision", "reason.kind");
  }

  @Test
  void r09_reasonTheKeyDoesNotGive_refuses() {
    Speaker onlyNew =
        new Speaker(List.of("0"), EnumSet.allOf(Method.class), Set.of(Kind.NEW), false);
    Consumer<Draft> withdraws = d -> d.section(Section.WITHDRAWAL, Kind.WITHDRAWN);
    Ruling.on(withdraws, onlyNew, Sightings.NONE).is(REFUSED, Code.R09);
    Ruling.on(d -> {}, onlyNew, Sightings.NONE).is(COUNTED);
  }

  private static Speaker speaker(String area) {
    return new Speaker(
        List.of(area), EnumSet.allOf(Method.class), Sample.submittersReasons(), false);
  }
}
