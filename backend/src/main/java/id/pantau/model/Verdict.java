package id.pantau.model;

import java.util.List;

/** What the rules say of a form before it meets the count. */
public record Verdict(Outcome outcome, List<Finding> findings) {
  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Every form ends as one of these; STORED is a form with nothing to count. */
  public enum Outcome {
    REFUSED,
    HELD,
    COUNTED,
    STORED
  }

  /** The findings as a bit set, bit = {@link Code#ordinal()}. */
  public int codeBits() {
    int bits = 0;
    for (Finding f : findings) {
      bits |= f.code().bit();
    }
    return bits;
  }
}
