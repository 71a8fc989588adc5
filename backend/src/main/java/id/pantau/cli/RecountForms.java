package id.pantau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Code;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Verdict;
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
  private final Set<String> withheld = new HashSet<>();
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
      Verdict verdict = form == null ? null : judge.judge(form, ANYBODY, images);
      if (form == null || verdict == null || verdict.outcome() == Outcome.REFUSED) {
        refused++;
      } else {
        images.saw(form);
        contests.add(form.contest());
        stations.take(form, verdict);
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
      judged(form, change);
    }
  }

  /**
   * Takes a row of the open data: a station's forms one behind the other, of two with one revision
   * the one that stood last. What is withheld has no figures, and cannot be added up.
   */
  void takeOpen(JsonNode row) {
    forms++;
    contests.add(row.path("contest").asText());
    Form form = row.has("withheld") ? null : RecountJson.form(row);
    if (row.has("withheld")) {
      withheld.add(row.path("contest").asText() + "/" + row.path("station").asText());
    } else if (form == null) {
      refused++;
    } else {
      judged(form, row);
    }
  }

  private void judged(Form form, JsonNode row) {
    boolean seen = has(row.path("findings"), Code.T07);
    Sightings then = (sha256, contest, station) -> seen ? "another station" : null;
    Verdict verdict = judge.judge(form, ANYBODY, then);
    if (verdict.outcome() == Outcome.REFUSED) {
      refused++;
    } else {
      contests.add(form.contest());
      stations.takeAgain(form, verdict);
    }
  }

  /** Contest and station of withheld forms, {@code ppwp/1101012001001}. */
  Set<String> withheld() {
    return withheld;
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
