package id.pantau.rules;

import id.pantau.model.Code;
import id.pantau.model.Form;
import org.jspecify.annotations.Nullable;

/**
 * The administrative figures of a form that may enter totals; null where a figure was not written
 * or one of its own rules failed.
 *
 * <p>A figure's own rules are the T and A rules that compare it with something:
 *
 * <table>
 *   <caption>Which failed rules keep a figure out of the totals</caption>
 *   <tr><th>figure</th><th>on the paper</th><th>own rules</th></tr>
 *   <tr><td>valid</td><td>V.A</td><td>T00 T01 T02</td></tr>
 *   <tr><td>invalid</td><td>V.B</td><td>T02</td></tr>
 *   <tr><td>registered.all</td><td>I.A</td><td>A03 A04 A06</td></tr>
 *   <tr><td>users.all.all</td><td>I.B.4</td><td>T04 A01 A02 A03 A04</td></tr>
 * </table>
 *
 * <p>T00 counts against valid because without the total nothing proves which of the two was
 * misread. T06 and T07 are about the whole form, and a form counted in spite of them is counted
 * whole. A05 compares ballots alone, which enter no total. The W rules say that a number is odd,
 * not that it is wrong. Codes carry no fields, so A04 of any row keeps out both registered and
 * users: too few stations in a sum is the error that shows.
 */
public record Figures(
    @Nullable Integer valid,
    @Nullable Integer invalid,
    @Nullable Integer registered,
    @Nullable Integer users) {
  private static final int VALID = bits(Code.T00, Code.T01, Code.T02);
  private static final int INVALID = bits(Code.T02);
  private static final int REGISTERED = bits(Code.A03, Code.A04, Code.A06);
  private static final int USERS = bits(Code.T04, Code.A01, Code.A02, Code.A03, Code.A04);

  /**
   * The clean figures of a form.
   *
   * @param failed the form's failed rules, as {@link id.pantau.model.Verdict#codeBits()} gives them
   */
  public static Figures of(Form form, int failed) {
    return new Figures(
        clean(form.valid(), VALID, failed),
        clean(form.invalid(), INVALID, failed),
        clean(form.registered().all(), REGISTERED, failed),
        clean(form.users().all().all(), USERS, failed));
  }

  /** True where the failed rules leave the valid votes in the totals. */
  public static boolean keepsValid(int failed) {
    return (VALID & failed) == 0;
  }

  /** True where the failed rules leave the invalid votes in the totals. */
  public static boolean keepsInvalid(int failed) {
    return (INVALID & failed) == 0;
  }

  /** True where the failed rules leave the registered voters in the totals. */
  public static boolean keepsRegistered(int failed) {
    return (REGISTERED & failed) == 0;
  }

  /** True where the failed rules leave those who voted in the totals. */
  public static boolean keepsUsers(int failed) {
    return (USERS & failed) == 0;
  }

  private static @Nullable Integer clean(@Nullable Integer figure, int own, int failed) {
    return (own & failed) == 0 ? figure : null;
  }

  private static int bits(Code... codes) {
    int bits = 0;
    for (Code code : codes) {
      bits |= code.bit();
    }
    return bits;
  }
}
