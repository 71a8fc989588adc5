package id.pantau.election;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.pantau.model.Election;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads {@code election.yaml} strictly: no unknown, missing, repeated or empty key, no coercion.
 */
final class YamlReader {
  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .injectableValues(
              new InjectableValues.Std()
                  .addValue(ElectionYaml.CADENCE, Election.CADENCE_SECONDS_USUAL)
                  .addValue(
                      ElectionYaml.REFERENCE_AT,
                      new Text(Election.REFERENCE_AT_UNKNOWN.toString(), 0))
                  .addValue(ElectionYaml.VOTING_DAY, new Text("", 0)))
          .build();
  private static final Pattern MISSING = Pattern.compile("[Mm]issing .*creator property '(.+?)'");

  private YamlReader() {}

  static ElectionYaml read(Reader in, String file) throws IOException {
    StringWriter text = new StringWriter();
    in.transferTo(text);
    try {
      ElectionYaml yaml = YAML.readValue(text.toString(), ElectionYaml.class);
      if (yaml == null) {
        throw new Place(file, 0).refused("the file is empty");
      }
      return yaml;
    } catch (JsonMappingException e) {
      String path =
          e.getPath().stream()
              .map(p -> "/" + (p.getFieldName() == null ? p.getIndex() : p.getFieldName()))
              .collect(Collectors.joining());
      String key = path.isEmpty() ? "" : path.substring(1) + ": ";
      throw new Place(file, line(path, text.toString())).refused(key + fault(e));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new Place(file, at == null ? 0 : at.getLineNr()).refused(fault(e));
    }
  }

  /**
   * The line of a path, or of what it lies in where it is missing; 0 where that is the file. The
   * library's own location is that of the end of the object, since it makes records last.
   */
  private static int line(String path, String text) throws IOException {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = YAML.createParser(text)) {
      while (parser.nextToken() != null) {
        lines.putIfAbsent(
            parser.getParsingContext().pathAsPointer().toString(),
            parser.currentTokenLocation().getLineNr());
      }
    } catch (JsonProcessingException e) {
      // The fault that is to be placed came before this one, and so did its line.
    }
    String at = path;
    while (!at.isEmpty() && !lines.containsKey(at)) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return at.isEmpty() ? 0 : lines.getOrDefault(at, 0);
  }

  /** The first line of what the library says, without its own switches. */
  private static String fault(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException) {
      return "unknown key";
    }
    String text = e.getOriginalMessage().lines().findFirst().orElse("not readable");
    Matcher missing = MISSING.matcher(text);
    return missing.find()
        ? "the key is missing"
        : text.replaceFirst("; `DeserializationFeature.*| \\(but .*", "");
  }
}
