package id.pantau.model;

/**
 * Section I.B of C.HASIL-PPWP: who voted, on the list (DPT), moved in (DPTb), by ID card (DPK),
 * all.
 */
public record Users(Electors dpt, Electors dptb, Electors dpk, Electors all) {
  /** Nothing written in any row. */
  public static final Users NONE =
      new Users(Electors.NONE, Electors.NONE, Electors.NONE, Electors.NONE);

  public boolean isEmpty() {
    return dpt.isEmpty() && dptb.isEmpty() && dpk.isEmpty() && all.isEmpty();
  }
}
