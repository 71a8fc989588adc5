package id.pantau.load.truth;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Contest;
import id.pantau.model.Form;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What must stand in one place: votes by choice of counted forms, counted and held stations. */
final class Tally {
  private final Contest contest;
  private final long[] votes;
  private long counted;
  private long held;

  Tally(Contest contest) {
    this.contest = contest;
    this.votes = new long[contest.choices().size()];
  }

  void add(Form form, boolean isCounted) {
    if (!isCounted) {
      held++;
      return;
    }
    counted++;
    for (int i = 0; i < votes.length; i++) {
      votes[i] += form.votes().getOrDefault(contest.choices().get(i).id(), 0);
    }
  }

  long counted() {
    return counted;
  }

  long held() {
    return held;
  }

  /** What a body, or a row of one, says otherwise, in words; null where it says this. */
  @Nullable String difference(JsonNode row) {
    Tally said = new Tally(contest);
    JsonNode saidVotes = row.path("totals").path("votes");
    for (int i = 0; i < votes.length; i++) {
      said.votes[i] = saidVotes.path(contest.choices().get(i).id()).asLong(-1);
    }
    said.counted = row.path("stations").path("counted").asLong(-1);
    said.held = row.path("stations").path("held").asLong(-1);
    return said.toString().equals(toString()) ? null : "says " + said + ", sent was " + this;
  }

  @Override
  public String toString() {
    return Arrays.toString(votes) + ", " + counted + " counted, " + held + " held";
  }
}
