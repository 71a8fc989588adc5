package id.pantau.rules;

import id.pantau.model.Code;
import id.pantau.model.Finding;
import id.pantau.model.Form;
import id.pantau.model.Thresholds;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The W rules: what a reader would look at twice. Flags only; they concern forms with votes. Where
 * noken applies a unanimous, complete result is lawful, so W02 and W03 are not asked there. Each
 * method returns the finding, or null where the rule is kept or an operand is absent.
 */
final class Plausibility {
  private Plausibility() {}

  /** Every W rule the form fails, in the order of codes. */
  static List<Finding> of(Form form, Thresholds thresholds) {
    return Found.in(w01(form), w02(form, thresholds), w03(form, thresholds), w04(form, thresholds));
  }

  /** W01: the administrative section is there. Source: C.HASIL-PPWP, I. */
  static @Nullable Finding w01(Form form) {
    return form.registered().isEmpty() && form.users().isEmpty()
        ? new Finding(
            Code.W01, List.of("registered", "users"), "registered and users are not written")
        : null;
  }

  /** W02: more than one choice has votes. Source: domain.md §3; §5 for noken. */
  static @Nullable Finding w02(Form form, Thresholds thresholds) {
    long sum = form.sumOfVotes();
    if (sum == 0 || Places.within(form.station(), thresholds.noken())) {
      return null;
    }
    for (Map.Entry<String, Integer> vote : form.votes().entrySet()) {
      if (vote.getValue() == sum) {
        return new Finding(
            Code.W02,
            List.of("votes." + vote.getKey()),
            "choice " + vote.getKey() + " has all " + sum + " votes");
      }
    }
    return null;
  }

  /** W03: turnout within 20…95 %, users against registered. Source: domain.md §3. */
  static @Nullable Finding w03(Form form, Thresholds thresholds) {
    Integer users = form.users().all().all();
    Integer registered = form.registered().all();
    if (users == null
        || registered == null
        || Places.within(form.station(), thresholds.noken())
        || Places.within(form.station(), thresholds.overseas())) {
      return null;
    }
    long share = 100L * users;
    long min = (long) thresholds.turnoutPercentMin() * registered;
    long max = (long) thresholds.turnoutPercentMax() * registered;
    return share >= min && share <= max
        ? null
        : new Finding(
            Code.W03,
            List.of("users.all.all", "registered.all"),
            "users are " + users + " of " + registered + " registered");
  }

  /** W04: invalid < 10 % of total; no invalid vote is always few enough. Source: domain.md §3. */
  static @Nullable Finding w04(Form form, Thresholds thresholds) {
    Integer invalid = form.invalid();
    Integer total = form.total();
    if (invalid == null
        || total == null
        || invalid == 0
        || 100L * invalid < (long) thresholds.invalidPercentMax() * total) {
      return null;
    }
    return new Finding(
        Code.W04, List.of("invalid", "total"), "invalid are " + invalid + " of " + total);
  }
}
