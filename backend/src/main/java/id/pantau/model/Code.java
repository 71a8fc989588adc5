package id.pantau.model;

import java.util.Arrays;
import java.util.List;

/**
 * The codes of the rules (domain.md §3). The code is the contract: it names the rule's method, its
 * test, its translation key and the public legend. The order is that of the packed findings: append
 * only.
 */
public enum Code {
  R01("the contest is known"),
  R02("the station is known"),
  R03("the station is in the contest's scope"),
  R04("all choices of the ballot and no others"),
  R05("integers 0…9,999,999"),
  R06("revision 1…65,535"),
  R07("the open generation"),
  R08("a withdrawal or correction says why"),
  R09("the submitter may speak for the area, with this method and reason"),
  T00("valid and total are present"),
  T01("valid = Σ votes"),
  T02("total = valid + invalid"),
  T04("Σ votes ≤ users"),
  T06("Σ votes ≤ capacity and total ≤ capacity"),
  T07("no image was seen for another station or contest"),
  A01("total = users = ballots used"),
  A02("users = DPT + DPTb + DPK"),
  A03("users on the list ≤ registered"),
  A04("all = male + female, each row"),
  A05("received = used + returned + unused"),
  A06("registered as in the reference data, and within the legal maximum"),
  W01("the administrative section is there"),
  W02("more than one choice has votes"),
  W03("turnout within 20…95 %"),
  W04("invalid < 10 % of total");

  private final String law;

  Code(String law) {
    this.law = law;
  }

  /** The rule in one line. */
  public String law() {
    return law;
  }

  /** Its place in a packed set of codes. */
  public int bit() {
    return 1 << ordinal();
  }

  /** True where a packed set holds it. */
  public boolean in(int bits) {
    return (bits & bit()) != 0;
  }

  /** The codes of a packed set, in order. */
  public static List<Code> of(int bits) {
    return Arrays.stream(values()).filter(code -> code.in(bits)).toList();
  }

  /** R: refused. T: held if machine, else flag. A and W: flag. */
  public char family() {
    return name().charAt(0);
  }
}
