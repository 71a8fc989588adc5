package id.pantau.load.truth;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.load.flood.Answers;
import id.pantau.model.Form;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form that stands at each station of a node that began empty, known from what was sent and how
 * it was answered. Any thread; to be read when all is sent.
 */
public final class Standing implements Answers {
  private final Map<String, Stood> stations = new HashMap<>();
  private final List<Form> doubtful = new ArrayList<>();
  private final Map<String, Long> notTaken = new TreeMap<>();

  /**
   * @param counted false where it is held, so that its votes are in no total
   */
  record Stood(Form form, boolean counted) {}

  @Override
  public synchronized void answered(Form form, String status, boolean again) {
    switch (status) {
      case "counted" -> stand(form, true);
      case "held" -> stand(form, false);
      case "duplicate" -> {
        if (again) {
          doubtful.add(form);
        }
      }
      default -> notTaken.merge(status, 1L, Long::sum);
    }
  }

  private void stand(Form form, boolean counted) {
    String key = form.contest() + "/" + form.station();
    Stood old = stations.get(key);
    if (old != null && old.form().revision() > form.revision()) {
      return;
    }
    if (old != null && old.counted() != counted) {
      throw new IllegalArgumentException(
          key + ": a revision is counted and another held; no scenario sends that");
    }
    stations.put(key, new Stood(form, counted));
  }

  /**
   * A form that was sent again and answered {@code duplicate} stands as the node says it does: of
   * those, and only of those, the first answer was lost.
   */
  synchronized void settle(Bodies bodies) throws IOException, InterruptedException {
    for (Form form : doubtful) {
      JsonNode body = bodies.get("/api/v1/stations/" + form.station() + "/" + form.contest());
      for (JsonNode revision : body.path("revisions")) {
        if (revision.path("revision").asInt() == form.revision()) {
          // A newer one may have replaced it since; then its body says what it had been.
          answered(form, revision.path("was").asText(revision.path("status").asText()), false);
        }
      }
    }
    doubtful.clear();
  }

  /** Forms that were refused, stale or in conflict, by status: a scenario sends none. */
  public synchronized Map<String, Long> notTaken() {
    return new TreeMap<>(notTaken);
  }

  /** Forms sent again whose first answer was lost. */
  public synchronized int doubtful() {
    return doubtful.size();
  }

  /** What stands, a form a station. */
  synchronized List<Stood> forms() {
    return List.copyOf(stations.values());
  }
}
