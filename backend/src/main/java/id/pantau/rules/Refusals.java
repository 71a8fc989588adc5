package id.pantau.rules;

import id.pantau.model.Choice;
import id.pantau.model.Code;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Finding;
import id.pantau.model.Form;
import id.pantau.model.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The R rules: whether this is a form of this election at all. A form that fails one is refused,
 * and nothing of it is stored. Each method returns the finding, or null where the rule is kept or
 * an operand is absent.
 */
final class Refusals {
  /** No decree has opened another one. */
  private static final int OPEN_GENERATION = 0;

  private static final int NAMED_MAX = 5;

  private Refusals() {}

  /** Every R rule the form fails, in the order of codes. */
  static List<Finding> of(Form form, Election election, Speaker speaker) {
    Contest contest = election.contest(form.contest());
    boolean knownStation = election.areas().station(form.station()) != null;
    return Found.in(
        r01(form, contest),
        r02(form, knownStation),
        knownStation ? r03(form, contest) : null,
        r04(form, contest),
        r05(form),
        r06(form),
        r07(form),
        r08(form),
        r09(form, speaker));
  }

  /** R01: the contest is known. Source: domain.md §5, the election's own list. */
  static @Nullable Finding r01(Form form, @Nullable Contest contest) {
    return contest != null
        ? null
        : finding(Code.R01, "contest", "there is no contest " + form.contest());
  }

  /** R02: the station is known. Source: the reference data of polling stations, domain.md §1. */
  static @Nullable Finding r02(Form form, boolean known) {
    return known ? null : finding(Code.R02, "station", "there is no station " + form.station());
  }

  /** R03: the station is in the contest's scope, which is data. Source: domain.md §5. */
  static @Nullable Finding r03(Form form, @Nullable Contest contest) {
    if (contest == null || Places.within(form.station(), contest.scope())) {
      return null;
    }
    return finding(
        Code.R03,
        "station",
        "station " + form.station() + " takes no form of contest " + contest.id());
  }

  /** R04: all choices of the ballot and no others. Source: C.HASIL-PPWP, IV. */
  static @Nullable Finding r04(Form form, @Nullable Contest contest) {
    if (contest == null || form.section() != Form.Section.VOTES) {
      return null;
    }
    List<String> missing = new ArrayList<>(0);
    for (Choice choice : contest.choices()) {
      if (!form.votes().containsKey(choice.id())) {
        missing.add(choice.id());
      }
    }
    List<String> unknown = new ArrayList<>(0);
    for (String id : form.votes().keySet()) {
      if (contest.indexOf(id) < 0) {
        unknown.add(id);
      }
    }
    if (missing.isEmpty() && unknown.isEmpty()) {
      return null;
    }
    String message =
        "votes"
            + (missing.isEmpty() ? "" : " lack " + named(missing))
            + (missing.isEmpty() || unknown.isEmpty() ? "" : " and")
            + (unknown.isEmpty() ? "" : " name " + named(unknown) + ", not on the ballot");
    missing.addAll(unknown);
    List<String> fields = missing.stream().limit(NAMED_MAX).map(id -> "votes." + id).toList();
    return new Finding(Code.R04, fields, message);
  }

  private static String named(List<String> ids) {
    List<String> first = ids.subList(0, Math.min(NAMED_MAX, ids.size()));
    int rest = ids.size() - first.size();
    return String.join(", ", first) + (rest == 0 ? "" : " and " + rest + " more");
  }

  /** R05: integers 0…9,999,999, everywhere in the form. Source: domain.md §3. */
  static @Nullable Finding r05(Form form) {
    List<String> fields = new ArrayList<>(0);
    StringBuilder says = new StringBuilder();
    Numbers.forEach(
        form,
        (field, value) -> {
          if ((value < 0 || value > Form.NUMBER_MAX) && fields.size() < NAMED_MAX) {
            says.append(fields.isEmpty() ? "" : ", ").append(field).append(" is ").append(value);
            fields.add(field);
          }
        });
    return fields.isEmpty()
        ? null
        : new Finding(Code.R05, fields, says + "; a number is 0 to " + Form.NUMBER_MAX);
  }

  /** R06: revision 1…65,535. Source: domain.md §4. */
  static @Nullable Finding r06(Form form) {
    return form.revision() >= 1 && form.revision() <= Form.REVISION_MAX
        ? null
        : finding(
            Code.R06,
            "revision",
            "revision is " + form.revision() + ", it is 1 to " + Form.REVISION_MAX);
  }

  /** R07: the open generation, opened by a decree. Source: domain.md §4. */
  static @Nullable Finding r07(Form form) {
    return form.generation() == OPEN_GENERATION
        ? null
        : finding(
            Code.R07,
            "generation",
            "generation is " + form.generation() + ", " + OPEN_GENERATION + " is open");
  }

  /** R08: a withdrawal or correction says why. Source: domain.md §4. */
  static @Nullable Finding r08(Form form) {
    Reason reason = form.reason();
    boolean withdrawn = reason.kind() == Reason.Kind.WITHDRAWN;
    if (withdrawn != (form.section() == Form.Section.WITHDRAWAL)) {
      return finding(
          Code.R08,
          "reason.kind",
          withdrawn
              ? "a form withdrawn has votes null"
              : "votes null withdraws, the reason is " + reason.kind().wire());
    }
    if (form.revision() > 1 && reason.kind() == Reason.Kind.NEW) {
      return finding(
          Code.R08, "reason.kind", "revision " + form.revision() + " does not say why it exists");
    }
    if (reason.kind() == Reason.Kind.RECAPITULATION_CORRECTION && isBlank(reason.cites())) {
      return finding(Code.R08, "reason.cites", "a recapitulation correction cites its D.Hasil");
    }
    return reason.kind() == Reason.Kind.DECISION ? decision(reason) : null;
  }

  private static @Nullable Finding decision(Reason reason) {
    if (reason.codes().isEmpty() && isBlank(reason.note())) {
      return finding(
          Code.R08,
          "reason.codes",
          "a decision names the codes it overrides, or says in its note why it overrides none");
    }
    for (String code : reason.codes()) {
      if (!isCode(code)) {
        return finding(Code.R08, "reason.codes", "a decision overrides " + code + ", no rule");
      }
    }
    return reason.by().isEmpty() || reason.by().stream().anyMatch(Refusals::isBlank)
        ? finding(Code.R08, "reason.by", "a decision names the people who decided")
        : null;
  }

  /** R09: the submitter may speak for the area, with this method and reason. domain.md §3. */
  static @Nullable Finding r09(Form form, Speaker speaker) {
    if (!speaker.speaksFor(form.station())) {
      return finding(Code.R09, "station", "the key does not speak for station " + form.station());
    }
    if (!speaker.methods().contains(form.method())) {
      return finding(
          Code.R09, "method", "the key does not speak with method " + form.method().wire());
    }
    Reason.Kind kind = form.reason().kind();
    return speaker.mayGive(kind)
        ? null
        : finding(Code.R09, "reason.kind", "the key does not give the reason " + kind.wire());
  }

  private static boolean isCode(String text) {
    for (Code code : Code.values()) {
      if (code.name().equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static Finding finding(Code code, String field, String message) {
    return new Finding(code, List.of(field), message);
  }
}
