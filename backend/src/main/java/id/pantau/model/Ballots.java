package id.pantau.model;

import org.jspecify.annotations.Nullable;

/** Section II of C.HASIL-PPWP: ballot papers received, used, returned (spoiled), unused. */
public record Ballots(
    @Nullable Integer received,
    @Nullable Integer used,
    @Nullable Integer returned,
    @Nullable Integer unused) {
  /** Nothing written. */
  public static final Ballots NONE = new Ballots(null, null, null, null);

  public boolean isEmpty() {
    return received == null && used == null && returned == null && unused == null;
  }
}
