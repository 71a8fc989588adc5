package id.pantau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Code;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Verdict.Outcome;
import id.pantau.rules.Judge;
import id.pantau.rules.Sightings;
import id.pantau.rules.Speaker;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Forms of a file, judged again and put to their stations. A key that may say everything speaks for
 * them: whether a submitter was allowed to send a form is no question of its numbers.
 */
final class RecountForms {
  private static final Speaker ANYBODY =
      new Speaker(
          List.of("0"), EnumSet.allOf(Method.class), EnumSet.allOf(Reason.Kind.class), true);

  private static final String SUPERSEDED = "superseded";

  private final Judge judge;
  private final RecountStations stations;
  private final RecountImages images = new RecountImages();
  private final Set<String> contests = new HashSet<>();
  private long forms;
  private long refused;

  RecountForms(Election election, RecountStations stations) {
    this.judge = new Judge(election);
    this.stations = stations;
  }

  /** Takes every form of a source, in its order. */
  void take(ReplaySource source) {
    while (source.hasNext()) {
      forms++;
      Form form = RecountJson.form(source.next().json());
      Outcome outcome =
          form == null ? Outcome.REFUSED : judge.judge(form, ANYBODY, images).outcome();
      if (form == null || outcome == Outcome.REFUSED) {
        refused++;
      } else {
        images.saw(form);
        contests.add(form.contest());
        stations.take(form, outcome);
      }
    }
  }

  /**
   * Takes a form as a node's log has it. Whether its image was seen elsewhere is taken from the
   * finding: only the node knows what it had seen then. A form that was superseded when it came in
   * changed nothing; of two with one revision the log's later one stands.
   */
  void takeLogged(JsonNode change) {
    forms++;
    Form form = RecountJson.form(change);
    if (form == null) {
      refused++;
    } else if (!change.path("status").asText().equals(SUPERSEDED)) {
      boolean seen = has(change.path("findings"), Code.T07);
      Sightings then = (sha256, contest, station) -> seen ? "another station" : null;
      Outcome outcome = judge.judge(form, ANYBODY, then).outcome();
      if (outcome == Outcome.REFUSED) {
        refused++;
      } else {
        contests.add(form.contest());
        stations.takeAgain(form, outcome);
      }
    }
  }

  private static boolean has(JsonNode codes, Code code) {
    for (JsonNode each : codes) {
      if (each.asText().equals(code.name())) {
        return true;
      }
    }
    return false;
  }

  /** The contests of which a form was taken. */
  Set<String> contests() {
    return contests;
  }

  long forms() {
    return forms;
  }

  /** Forms that no node takes: malformed, or an R rule. */
  long refused() {
    return refused;
  }
}
