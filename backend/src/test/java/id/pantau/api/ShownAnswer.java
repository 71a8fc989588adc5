package id.pantau.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a page shows it, compared with the real one. {@code …} stands for what differs or
 * goes on: as a text for any value, as a field for further fields, as the last element for further
 * elements, at the end of a text for its rest, within a line for anything.
 */
final class ShownAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MORE = "…";

  private ShownAnswer() {}

  /** Where the real answer is not as shown; empty where it is. */
  static Set<String> differences(String shown, String real) {
    JsonNode wanted = json(shown);
    Set<String> wrong = new TreeSet<>();
    if (wanted == null) {
      lines(shown, real, wrong);
    } else {
      JsonNode is = json(real);
      if (is == null) {
        wrong.add("no JSON: " + real);
      } else {
        compare("", wanted, is, wrong);
      }
    }
    return wrong;
  }

  private static @Nullable JsonNode json(String text) {
    try {
      return text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static void lines(String shown, String real, Set<String> wrong) {
    List<String> wanted = shown.lines().toList();
    List<String> is = real.lines().toList();
    for (int i = 0; i < wanted.size(); i++) {
      if (wanted.get(i).equals(MORE) && i == wanted.size() - 1) {
        return;
      }
      String line = i < is.size() ? is.get(i) : "(nothing)";
      String pattern =
          Pattern.compile(MORE)
              .splitAsStream(wanted.get(i) + " ")
              .map(Pattern::quote)
              .collect(Collectors.joining(".*"));
      if (!Pattern.matches(pattern, line + " ")) {
        wrong.add("line " + (i + 1) + ": shown " + wanted.get(i) + ", is " + line);
      }
    }
    if (is.size() > wanted.size()) {
      wrong.add("more lines than shown: " + is.get(wanted.size()));
    }
  }

  private static void compare(String at, JsonNode shown, JsonNode real, Set<String> wrong) {
    if (shown.asText().equals(MORE)) {
      return;
    }
    if (shown.isObject() && real.isObject()) {
      objects(at, shown, real, wrong);
    } else if (shown.isArray() && real.isArray()) {
      boolean goesOn = !shown.isEmpty() && shown.get(shown.size() - 1).asText().equals(MORE);
      int size = goesOn ? shown.size() - 1 : shown.size();
      if (goesOn ? real.size() < size : real.size() != size) {
        wrong.add(at + ": " + size + " elements shown, " + real.size() + " are there");
        return;
      }
      for (int i = 0; i < size; i++) {
        compare(at + "/" + i, shown.get(i), real.get(i), wrong);
      }
    } else if (!shown.equals(real)) {
      wrong.add(at + ": shown " + shown + ", is " + real);
    }
  }

  private static void objects(String at, JsonNode shown, JsonNode real, Set<String> wrong) {
    for (Map.Entry<String, JsonNode> field : shown.properties()) {
      JsonNode value = real.get(field.getKey());
      if (field.getKey().equals(MORE)) {
        continue;
      }
      if (value == null) {
        wrong.add(at + "/" + field.getKey() + " is not there");
      } else {
        compare(at + "/" + field.getKey(), field.getValue(), value, wrong);
      }
    }
    if (!shown.has(MORE)) {
      for (Map.Entry<String, JsonNode> field : real.properties()) {
        if (!shown.has(field.getKey())) {
          wrong.add(at + "/" + field.getKey() + " is not shown");
        }
      }
    }
  }
}
