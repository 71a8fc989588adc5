package id.pantau.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.pantau.model.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the node answered so far, counted. Safe for all lanes at once. */
public final class ReplayTally {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int REFUSALS_MAX = 10;

  private final Map<Answer.Status, Long> counts = new EnumMap<>(Answer.Status.class);
  private final List<String> refusals = new ArrayList<>();
  private long skipped;

  /** Takes one line of a batch's answer, or the body of a single form's. */
  synchronized void add(String answer) throws IOException {
    add(status(answer), answer);
  }

  synchronized void add(Answer.Status status, String answer) {
    counts.merge(status, 1L, Long::sum);
    if (status == Answer.Status.REFUSED && refusals.size() < REFUSALS_MAX) {
      refusals.add(answer);
    }
  }

  /** Rows of the file that were no form. */
  synchronized void skip(long rows) {
    skipped += rows;
  }

  /** Forms with that answer. */
  public synchronized long count(Answer.Status status) {
    return counts.getOrDefault(status, 0L);
  }

  /** Forms that were answered. */
  public synchronized long sent() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  public synchronized long skipped() {
    return skipped;
  }

  /** The first refusals, as answered. */
  public synchronized List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** The last line of the verb (design §4.1): one JSON object of counts. */
  public synchronized String json() {
    StringBuilder json = new StringBuilder("{\"sent\":").append(sent());
    for (Answer.Status status : Answer.Status.values()) {
      json.append(",\"").append(status.wire()).append("\":").append(count(status));
    }
    return json.append(",\"skipped\":").append(skipped).append('}').toString();
  }

  private static Answer.Status status(String answer) throws IOException {
    try (JsonParser p = JSON.createParser(answer)) {
      if (p.nextToken() == JsonToken.START_OBJECT) {
        while (p.nextToken() == JsonToken.FIELD_NAME) {
          boolean found = p.currentName().equals("status");
          if (p.nextToken() == JsonToken.VALUE_STRING && found) {
            return Answer.Status.valueOf(p.getText().toUpperCase(Locale.ROOT));
          }
          p.skipChildren();
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("an unknown status in " + answer, e);
    }
    throw new IOException("an answer without a status: " + answer);
  }
}
