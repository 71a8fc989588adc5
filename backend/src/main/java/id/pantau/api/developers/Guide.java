package id.pantau.api.developers;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page says, as the resource {@code developers/guide.json} has it; texts by language.
 *
 * @param sections in the order of the page
 */
record Guide(List<Section> sections) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final String FOLDER = "/developers/";

  record Section(
      String id, Map<String, String> title, List<Map<String, String>> text, List<Entry> entries) {}

  /**
   * One thing that can be asked, with an example. Exactly one of {@code ask}, {@code script} and
   * {@code markup} is there; the latter two name a file of {@code developers/answers}.
   *
   * @param operation in the OpenAPI document, whose parameters are shown; null where it has none
   * @param ask an address with {@link Addresses}' names in it
   * @param status of the answer; null for 200
   * @param stream true where the answer does not end
   * @param answer a file of {@code developers/answers}; null where there is none to show
   */
  record Entry(
      @Nullable String operation,
      Map<String, String> title,
      Map<String, String> text,
      @Nullable String ask,
      @Nullable String script,
      @Nullable String markup,
      @Nullable Integer status,
      boolean stream,
      @Nullable String answer) {}

  static Guide packed() {
    try {
      return JSON.readValue(resource("guide.json"), Guide.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of {@code developers/answers} that entries name, without the break at their end. */
  Map<String, String> files() {
    Map<String, String> files = new HashMap<>();
    for (Section section : sections) {
      for (Entry entry : section.entries()) {
        Stream.of(entry.script(), entry.markup(), entry.answer())
            .filter(Objects::nonNull)
            .forEach(name -> files.put(name, resource("answers/" + name).stripTrailing()));
      }
    }
    return files;
  }

  static String resource(String name) {
    try (InputStream in = Guide.class.getResourceAsStream(FOLDER + name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
