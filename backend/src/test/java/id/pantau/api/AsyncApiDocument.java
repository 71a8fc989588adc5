package id.pantau.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code /asyncapi.json} as a client reads it, whose schemas are those of {@code /openapi.json}.
 */
final class AsyncApiDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final String OTHER = "/openapi.json#";
  private final JsonNode document;
  private final JsonNode other;
  private final JsonNode schemas;

  AsyncApiDocument(String text, JsonNode openApi) {
    document = OpenApiDocument.json(text);
    other = openApi;
    ObjectNode definitions = JSON.createObjectNode();
    String all = openApi.toString().replace("\"#/components/", "\"#/$defs/reading/components/");
    definitions.set("reading", OpenApiDocument.json(all));
    schemas = definitions;
  }

  JsonNode messages() {
    return document.path("components").path("messages");
  }

  /** What is wrong with a message of that name; empty where it is as described. */
  Set<String> errors(String name, String text) {
    String payload = messages().path(name).path("payload").path("$ref").asText();
    ObjectNode schema = JSON.createObjectNode();
    schema.set("$defs", schemas);
    schema.put("$ref", payload.replace(OTHER, "#/$defs/reading"));
    Set<String> errors = new TreeSet<>();
    SCHEMAS
        .getSchema(schema)
        .validate(OpenApiDocument.json(text))
        .forEach(e -> errors.add(e.getMessage()));
    return errors;
  }

  /** References to what is not there. */
  Set<String> dangling() {
    Set<String> lost = new TreeSet<>();
    for (JsonNode reference : document.findValues("$ref")) {
      String to = reference.asText();
      JsonNode within = to.startsWith(OTHER) ? other : document;
      if (within.at(to.substring(to.indexOf('#') + 1)).isMissingNode()) {
        lost.add(to);
      }
    }
    return lost;
  }
}
