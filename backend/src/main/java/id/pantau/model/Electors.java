package id.pantau.model;

import org.jspecify.annotations.Nullable;

/** One row of people on the paper form: all, male, female; null = not written. */
public record Electors(@Nullable Integer all, @Nullable Integer male, @Nullable Integer female) {
  /** A row of which nothing is known. */
  public static final Electors NONE = new Electors(null, null, null);

  public boolean isEmpty() {
    return all == null && male == null && female == null;
  }
}
