package id.pantau.rules;

import id.pantau.model.Code;
import id.pantau.model.Election;
import id.pantau.model.Finding;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Reason;
import id.pantau.model.Thresholds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The T rules: is the transcription equal to the paper? A machine-read form counts only when its
 * own arithmetic proves it; where a person has agreed, a failed T rule is a flag. They concern
 * forms with votes only. Each method returns the finding, or null where the rule is kept or an
 * operand is absent.
 */
final class Transcription {
  private Transcription() {}

  /** Every T rule the form fails, in the order of codes. */
  static List<Finding> of(Form form, Election election, Sightings images) {
    return Found.in(
        t00(form),
        t01(form),
        t02(form),
        t04(form),
        t06(form, election.thresholds()),
        t07(form, images));
  }

  /** T00: valid and total are present. Source: C.HASIL-PPWP, V.A and V.C. */
  static @Nullable Finding t00(Form form) {
    if (form.valid() != null && form.total() != null) {
      return null;
    }
    List<String> absent = new ArrayList<>(2);
    if (form.valid() == null) {
      absent.add("valid");
    }
    if (form.total() == null) {
      absent.add("total");
    }
    return new Finding(Code.T00, absent, String.join(" and ", absent) + " not written");
  }

  /** T01: valid = Σ votes. Source: C.HASIL-PPWP, V.A is the sum of IV. */
  static @Nullable Finding t01(Form form) {
    Integer valid = form.valid();
    long sum = form.sumOfVotes();
    return valid == null || valid == sum
        ? null
        : new Finding(
            Code.T01, List.of("valid", "votes"), "valid is " + valid + ", votes add up to " + sum);
  }

  /** T02: total = valid + invalid. Source: C.HASIL-PPWP, V.C is the sum of V.A and V.B. */
  static @Nullable Finding t02(Form form) {
    Integer valid = form.valid();
    Integer invalid = form.invalid();
    Integer total = form.total();
    if (valid == null || invalid == null || total == null) {
      return null;
    }
    long sum = (long) valid + invalid;
    return total == sum
        ? null
        : new Finding(
            Code.T02,
            List.of("total", "valid", "invalid"),
            "total is " + total + ", valid " + valid + " and invalid " + invalid + " are " + sum);
  }

  /** T04: Σ votes ≤ users. Source: C.HASIL-PPWP, IV against I.B.4. */
  static @Nullable Finding t04(Form form) {
    Integer users = form.users().all().all();
    long sum = form.sumOfVotes();
    return users == null || sum <= users
        ? null
        : new Finding(
            Code.T04,
            List.of("votes", "users.all.all"),
            "votes add up to " + sum + ", users are " + users);
  }

  /**
   * T06: Σ votes ≤ capacity and total ≤ capacity, which is the election's most ballots a station
   * (in 2024 300 voters + 2 %), or the ballots received where they are fewer; none overseas.
   * Source: C.HASIL-PPWP, II.1; domain.md §3.
   */
  static @Nullable Finding t06(Form form, Thresholds thresholds) {
    if (Places.within(form.station(), thresholds.overseas())) {
      return null;
    }
    Integer received = form.ballots().received();
    boolean fewer = received != null && received < thresholds.ballotsPerStationMax();
    int capacity = fewer ? received : thresholds.ballotsPerStationMax();
    long sum = form.sumOfVotes();
    Integer total = form.total();
    if (sum <= capacity && (total == null || total <= capacity)) {
      return null;
    }
    List<String> fields = new ArrayList<>(3);
    fields.add("votes");
    if (total != null) {
      fields.add("total");
    }
    if (fewer) {
      fields.add("ballots.received");
    }
    return new Finding(
        Code.T06,
        fields,
        "votes add up to "
            + sum
            + (total == null ? "" : ", total is " + total)
            + (fewer ? ", ballots received are " : ", a station has at most ")
            + capacity);
  }

  /**
   * True where T06 holds the form whatever its method: above twice the election's maximum no paper
   * is plausible, however many agreed. The ballots received play no part, a misread of them would
   * hold what two people typed; a decision that names T06 overrides.
   */
  static boolean isFarAboveCapacity(Form form, Thresholds thresholds) {
    Reason reason = form.reason();
    boolean overridden =
        reason.kind() == Reason.Kind.DECISION && reason.codes().contains(Code.T06.name());
    if (overridden || Places.within(form.station(), thresholds.overseas())) {
      return false;
    }
    long twice = 2L * thresholds.ballotsPerStationMax();
    Integer total = form.total();
    return form.sumOfVotes() > twice || (total != null && total > twice);
  }

  /** T07: no image was seen for another station or contest. Source: domain.md §3. */
  static @Nullable Finding t07(Form form, Sightings images) {
    int i = 0;
    for (Image image : form.images()) {
      String hash = image.sha256();
      String where = hash == null ? null : images.elsewhere(hash, form.contest(), form.station());
      if (where != null) {
        return new Finding(
            Code.T07,
            List.of("images." + i + ".sha256"),
            "page " + image.page() + " was already sent for " + where);
      }
      i++;
    }
    return null;
  }
}
