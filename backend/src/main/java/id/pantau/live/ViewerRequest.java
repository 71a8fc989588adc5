package id.pantau.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer asks for: {@code {"watch":["ppwp/0"]}}, {@code {"unwatch":[…]}}, or both.
 *
 * @param watch topics as they were written
 * @param unwatch taken away before the others are added
 */
record ViewerRequest(List<String> watch, List<String> unwatch) {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Reads a message, strictly; null where it is no request. */
  static @Nullable ViewerRequest parse(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      ViewerRequest request = read(parser);
      return request == null || parser.nextToken() != null ? null : request;
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable ViewerRequest read(JsonParser parser) throws IOException {
    List<String> watch = new ArrayList<>();
    List<String> unwatch = new ArrayList<>();
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      boolean known = field.equals("watch") || field.equals("unwatch");
      if (!known || !readTopics(parser, field.equals("watch") ? watch : unwatch)) {
        return null;
      }
    }
    boolean closed = parser.currentToken() == JsonToken.END_OBJECT;
    return closed && watch.size() + unwatch.size() > 0 ? new ViewerRequest(watch, unwatch) : null;
  }

  private static boolean readTopics(JsonParser parser, List<String> topics) throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      return false;
    }
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      topics.add(parser.getText());
    }
    return parser.currentToken() == JsonToken.END_ARRAY;
  }
}
