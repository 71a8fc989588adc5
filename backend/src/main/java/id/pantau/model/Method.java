package id.pantau.model;

/** How the numbers came from the paper into the form. */
public enum Method {
  /** Read by software; no person has agreed with it yet. */
  MACHINE,
  /** Typed or confirmed by one person. */
  SINGLE,
  /** Two independent entries agree. */
  DOUBLE;

  /** True where at least one person has agreed with the transcription. */
  public boolean byPerson() {
    return this != MACHINE;
  }

  /** The name on the wire, lower case. */
  public String wire() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
