package id.pantau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Contest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is not what the forms add up to.
 *
 * @param figure as in the results body: {@code counted}, {@code held}, {@code expected}, {@code
 *     votes.100025}, {@code asSent.100025}; {@code place} where one side does not know the place,
 *     or has it twice
 * @param published null where the body does not have it
 */
record RecountDifference(
    String contest, String place, String figure, @Nullable Long published, long recounted) {

  private static final String PLACE = "place";

  /** What differs in a row of a results body, its own or a child's. */
  static List<RecountDifference> in(Contest contest, String place, JsonNode row, RecountRow own) {
    List<RecountDifference> found = new ArrayList<>();
    JsonNode votes = row.path("totals").path("votes");
    JsonNode sent = row.path("totals").path("asSent");
    JsonNode stations = row.path("stations");
    for (int i = 0; i < contest.choices().size(); i++) {
      String id = contest.choices().get(i).id();
      check(found, contest, place, "votes." + id, votes.path(id), own.votes()[i]);
      check(found, contest, place, "asSent." + id, sent.path(id), own.sent()[i]);
    }
    check(found, contest, place, "counted", stations.path("counted"), own.counted());
    check(found, contest, place, "held", stations.path("held"), own.held());
    check(found, contest, place, "expected", stations.path("expected"), own.expected());
    for (int i = 0; i < own.paper().length && RecountRow.hasPaper(row); i++) {
      String figure = RecountRow.PAPER.get(i);
      String name = figure.substring(1).replace('/', '.');
      check(found, contest, place, name, row.path("totals").at(figure), own.paper()[i]);
    }
    return found;
  }

  /** A place that only one side has. */
  static RecountDifference place(String contest, String place) {
    return new RecountDifference(contest, place, PLACE, null, 0);
  }

  private static void check(
      List<RecountDifference> found,
      Contest contest,
      String place,
      String figure,
      JsonNode value,
      long own) {
    Long published = value.isIntegralNumber() ? (Long) value.longValue() : null;
    if (published == null || published != own) {
      found.add(new RecountDifference(contest.id(), place, figure, published, own));
    }
  }

  @Override
  public String toString() {
    String where = contest + "/" + place + ": ";
    return figure.equals(PLACE)
        ? where + "published and reference data do not have the same place"
        : where
            + figure
            + " published "
            + (published == null ? "not at all" : published)
            + ", recounted "
            + recounted;
  }
}
