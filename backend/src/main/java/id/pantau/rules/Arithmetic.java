package id.pantau.rules;

import id.pantau.model.Ballots;
import id.pantau.model.Code;
import id.pantau.model.Electors;
import id.pantau.model.Finding;
import id.pantau.model.Form;
import id.pantau.model.Thresholds;
import id.pantau.model.Users;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The A rules: does the paper add up? A failure is a public flag and never holds a form, because
 * officers do write inconsistent forms and their correction belongs to the recapitulation. Each
 * method returns the finding, or null where the rule is kept or an operand is absent.
 */
final class Arithmetic {
  private Arithmetic() {}

  /** Every A rule the form fails, in the order of codes. */
  static List<Finding> of(Form form, Thresholds thresholds) {
    return Found.in(a01(form), a02(form), a03(form), a04(form), a05(form), a06(form, thresholds));
  }

  /**
   * A01: total = users = ballots used; the heaviest flag, its failure is a legal ground for a
   * recount. Source: UU 7/2017 art. 374(2)(h); C.HASIL-PPWP, V.C, I.B.4 and II.2.
   */
  static @Nullable Finding a01(Form form) {
    Integer total = form.total();
    Integer users = form.users().all().all();
    Integer used = form.ballots().used();
    if (total == null
        || ((users == null || users.equals(total)) && (used == null || used.equals(total)))) {
      return null;
    }
    List<String> fields = new ArrayList<>(3);
    fields.add("total");
    StringBuilder says = new StringBuilder("total is ").append(total);
    if (users != null) {
      fields.add("users.all.all");
      says.append(", users are ").append(users);
    }
    if (used != null) {
      fields.add("ballots.used");
      says.append(", ballots used are ").append(used);
    }
    return new Finding(Code.A01, fields, says.toString());
  }

  /**
   * A02: users = DPT + DPTb + DPK, in the column of all; the columns by sex enter no total. Source:
   * C.HASIL-PPWP, I.B.
   */
  static @Nullable Finding a02(Form form) {
    Users users = form.users();
    Integer all = users.all().all();
    Integer dpt = users.dpt().all();
    Integer dptb = users.dptb().all();
    Integer dpk = users.dpk().all();
    if (all == null || dpt == null || dptb == null || dpk == null) {
      return null;
    }
    long sum = (long) dpt + dptb + dpk;
    return all == sum
        ? null
        : new Finding(
            Code.A02,
            List.of("users.all.all", "users.dpt.all", "users.dptb.all", "users.dpk.all"),
            "users are "
                + all
                + ", DPT "
                + dpt
                + ", DPTb "
                + dptb
                + " and DPK "
                + dpk
                + " are "
                + sum);
  }

  /** A03: users on the list ≤ registered. Source: C.HASIL-PPWP, I.B.1 against I.A. */
  static @Nullable Finding a03(Form form) {
    Integer dpt = form.users().dpt().all();
    Integer registered = form.registered().all();
    return dpt == null || registered == null || dpt <= registered
        ? null
        : new Finding(
            Code.A03,
            List.of("users.dpt.all", "registered.all"),
            "users on the list are " + dpt + ", registered are " + registered);
  }

  /** A04: all = male + female, each row of section I. Source: C.HASIL-PPWP, I.A and I.B. */
  static @Nullable Finding a04(Form form) {
    List<String> fields = new ArrayList<>(0);
    StringBuilder says = new StringBuilder();
    row("registered", form.registered(), fields, says);
    row("users.dpt", form.users().dpt(), fields, says);
    row("users.dptb", form.users().dptb(), fields, says);
    row("users.dpk", form.users().dpk(), fields, says);
    row("users.all", form.users().all(), fields, says);
    return fields.isEmpty() ? null : new Finding(Code.A04, fields, says.toString());
  }

  private static void row(String name, Electors row, List<String> fields, StringBuilder says) {
    Integer all = row.all();
    Integer male = row.male();
    Integer female = row.female();
    if (all == null || male == null || female == null || all == (long) male + female) {
      return;
    }
    says.append(fields.isEmpty() ? "" : "; ").append(name).append(" is ").append(all);
    says.append(", male ").append(male).append(" and female ").append(female);
    says.append(" are ").append((long) male + female);
    fields.add(name + ".all");
    fields.add(name + ".male");
    fields.add(name + ".female");
  }

  /** A05: received = used + returned + unused. Source: C.HASIL-PPWP, II. */
  static @Nullable Finding a05(Form form) {
    Ballots ballots = form.ballots();
    Integer received = ballots.received();
    Integer used = ballots.used();
    Integer returned = ballots.returned();
    Integer unused = ballots.unused();
    if (received == null || used == null || returned == null || unused == null) {
      return null;
    }
    long sum = (long) used + returned + unused;
    return received == sum
        ? null
        : new Finding(
            Code.A05,
            List.of("ballots.received", "ballots.used", "ballots.returned", "ballots.unused"),
            "ballots received are "
                + received
                + ", used "
                + used
                + ", returned "
                + returned
                + " and unused "
                + unused
                + " are "
                + sum);
  }

  /**
   * A06: registered within the legal maximum of a station. The law also compares with the reference
   * data's own registration; no published reference data has it, so that half has no operand.
   * Source: domain.md §3 (300 in 2024).
   */
  static @Nullable Finding a06(Form form, Thresholds thresholds) {
    Integer registered = form.registered().all();
    int max = thresholds.registeredPerStationMax();
    return registered == null || registered <= max
        ? null
        : new Finding(
            Code.A06,
            List.of("registered.all"),
            "registered are " + registered + ", a station has at most " + max);
  }
}
