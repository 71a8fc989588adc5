package id.pantau.command;

import id.pantau.model.Election;
import id.pantau.model.Station;
import org.jspecify.annotations.Nullable;

/** Contests and stations as requests name them; {@link Reply.No} 404 for what there is not. */
public final class Places {
  private Places() {}

  /** The contest's index in the election's list. */
  public static int contest(Election election, @Nullable String id) {
    int contest = id == null ? -1 : election.contestIndex(id);
    if (contest < 0) {
      throw new Reply.No(404, "unknown-contest", "there is no contest " + id);
    }
    return contest;
  }

  public static Station station(Election election, @Nullable String code) {
    Station station = code == null ? null : election.areas().station(code);
    if (station == null) {
      throw new Reply.No(404, "unknown-station", "there is no station " + code);
    }
    return station;
  }
}
