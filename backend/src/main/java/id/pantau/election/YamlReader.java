package id.pantau.election;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Reader;

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
          .build();

  private YamlReader() {}

  static ElectionYaml read(Reader in, String file) throws IOException {
    try {
      ElectionYaml yaml = YAML.readValue(in, ElectionYaml.class);
      if (yaml == null) {
        throw new Place(file, 0).refused("the file is empty");
      }
      return yaml;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new Place(file, at == null ? 0 : at.getLineNr()).refused(reason(e));
    }
  }

  private static String reason(JsonProcessingException e) {
    String text =
        e instanceof UnrecognizedPropertyException unknown
            ? "unknown key " + unknown.getPropertyName()
            : e.getOriginalMessage().lines().findFirst().orElse("not readable");
    String path = e instanceof JsonMappingException mapping ? path(mapping) : "";
    return path.isEmpty() ? text : path + ": " + text;
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference part : e.getPath()) {
      if (part.getFieldName() == null) {
        path.append('[').append(part.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
      }
    }
    return path.toString();
  }
}
