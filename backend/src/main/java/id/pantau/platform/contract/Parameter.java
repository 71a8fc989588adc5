package id.pantau.platform.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parameter, with its schema made into a check when the document is read. The kinds of schemas
 * that a parameter may have are those that are understood here; any other stops the node.
 *
 * @param in {@code path}, {@code query} or {@code header}
 * @param usual the schema's {@code default}; empty where it has none
 * @param words what it is, as the sentence of an error ends: its {@code x-is}, or made from the
 *     schema
 * @param check of a text that was given
 */
public record Parameter(
    String name,
    String in,
    boolean required,
    String usual,
    String words,
    String description,
    String example,
    Predicate<String> check) {
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "enum",
          "pattern",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "default",
          "description");

  static Parameter of(JsonNode said, JsonNode schema) {
    schema
        .fieldNames()
        .forEachRemaining(
            keyword -> {
              if (!KEYWORDS.contains(keyword)) {
                throw new IllegalStateException(
                    "the contract checks no " + keyword + " of a parameter: " + said);
              }
            });
    boolean isNumber = schema.path("type").asText().equals("integer");
    String own = said.path("x-is").asText();
    return new Parameter(
        said.path("name").asText(),
        said.path("in").asText(),
        said.path("required").asBoolean(),
        schema.path("default").asText(),
        own.isEmpty() ? words(schema, isNumber) : own,
        said.path("description").asText(),
        said.path("example").asText(),
        isNumber ? number(schema) : text(schema));
  }

  private static Predicate<String> number(JsonNode schema) {
    long least = schema.path("minimum").asLong(0);
    long most = schema.path("maximum").asLong(999_999_999);
    int digits = Long.toString(most).length();
    return text -> {
      if (text.isEmpty() || text.length() > digits) {
        return false;
      }
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) < '0' || text.charAt(i) > '9') {
          return false;
        }
      }
      long number = Long.parseLong(text);
      return number >= least && number <= most;
    };
  }

  private static Predicate<String> text(JsonNode schema) {
    Set<String> words = new HashSet<>();
    schema.path("enum").forEach(word -> words.add(word.asText()));
    if (!words.isEmpty()) {
      return words::contains;
    }
    int least = schema.path("minLength").asInt(0);
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    Pattern pattern =
        schema.has("pattern") ? Pattern.compile(schema.path("pattern").asText()) : null;
    return text ->
        text.length() >= least
            && text.length() <= most
            && (pattern == null || pattern.matcher(text).find());
  }

  private static String words(JsonNode schema, boolean isNumber) {
    if (isNumber) {
      String most = schema.has("maximum") ? ", at most " + schema.path("maximum").asText() : "";
      return "a whole number, at least " + schema.path("minimum").asText("0") + most;
    }
    StringBuilder words = new StringBuilder();
    schema
        .path("enum")
        .forEach(w -> words.append(words.isEmpty() ? "" : " or ").append(w.asText()));
    return words.isEmpty() ? "not as the document says" : words.toString();
  }

  boolean accepts(@Nullable String text) {
    return text == null ? !required : check.test(text);
  }
}
