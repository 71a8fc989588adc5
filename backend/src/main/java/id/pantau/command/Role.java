package id.pantau.command;

import java.util.Locale;

/** What an operator may do; each is given by name, none includes another. */
public enum Role {
  /** See every figure and queue. */
  WATCH,
  /** Propose and settle decisions on held forms. */
  DECIDE,
  /** Withhold, explain, and manage submitters. */
  SUPERVISE;

  /** The name in files and on the wire, lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
