package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;

/** {@code /openapi.json} as a client reads it: which paths there are, and what they answer with. */
final class OpenApiDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final JsonNode document;
  private final JsonNode definitions;

  OpenApiDocument(String text) {
    document = json(text);
    definitions =
        json(text.replace("#/components/schemas/", "#/$defs/")).path("components").path("schemas");
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  JsonNode root() {
    return document;
  }

  Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    for (Iterator<String> names = document.path("paths").fieldNames(); names.hasNext(); ) {
      paths.add(names.next());
    }
    return paths;
  }

  /** What a GET of a path may answer with that status; fails where the document does not say. */
  void check(String path, int status, String contentType, String body) {
    JsonNode content =
        document
            .path("paths")
            .path(path)
            .path("get")
            .path("responses")
            .path(Integer.toString(status))
            .path("content")
            .path(contentType);
    assertFalse(content.isMissingNode(), path + " does not say " + status + " " + contentType);
    String schema = content.path("schema").path("$ref").asText();
    if (schema.isEmpty()) {
      // This document, which says no more of itself than that it is an object.
      assertEquals("object", content.path("schema").path("type").asText(), path);
    } else {
      assertEquals(Set.of(), errors(schema, body), () -> path + " answers " + body);
    }
  }

  /** What a body has that a schema of the document does not allow, or lacks. */
  Set<String> errors(String reference, String body) {
    ObjectNode schema = JSON.createObjectNode();
    schema.set("$defs", definitions);
    schema.put("$ref", reference.replace("#/components/schemas/", "#/$defs/"));
    Set<String> errors = new TreeSet<>();
    SCHEMAS.getSchema(schema).validate(json(body)).forEach(e -> errors.add(e.getMessage()));
    return errors;
  }
}
