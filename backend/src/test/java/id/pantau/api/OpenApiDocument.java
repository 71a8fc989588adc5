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
public final class OpenApiDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final JsonNode document;
  private final JsonNode definitions;

  public OpenApiDocument(String text) {
    document = json(text);
    definitions =
        json(text.replace("#/components/schemas/", "#/$defs/")).path("components").path("schemas");
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  public JsonNode root() {
    return document;
  }

  public Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    for (Iterator<String> names = document.path("paths").fieldNames(); names.hasNext(); ) {
      paths.add(names.next());
    }
    return paths;
  }

  /** A node, or what it refers to. */
  JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    JsonNode found = reference.isEmpty() ? node : document.at(reference.substring(1));
    assertFalse(found.isMissingNode(), reference);
    return found;
  }

  /** What a path says of an answer. */
  JsonNode response(String path, String method, int status) {
    JsonNode operation = document.path("paths").path(path).path(method);
    JsonNode response = operation.path("responses").path(Integer.toString(status));
    assertFalse(response.isMissingNode(), path + " does not say " + status);
    return resolved(response);
  }

  /** What a path may answer with that status; fails where the document does not say. */
  public void check(String path, String method, int status, String contentType, String body) {
    JsonNode content = response(path, method, status).path("content").path(contentType);
    assertFalse(content.isMissingNode(), path + " does not say " + status + " " + contentType);
    String schema = content.path("schema").path("$ref").asText();
    if (!schema.isEmpty()) {
      assertEquals(Set.of(), errors(schema, body), () -> path + " answers " + body);
    } else if (contentType.endsWith("json")) {
      // What another standard describes, which is an object or a list.
      assertFalse(json(body).isValueNode(), path);
    }
  }

  /** What a body has that a schema of the document does not allow, or lacks. */
  public Set<String> errors(String reference, String body) {
    ObjectNode schema = JSON.createObjectNode();
    schema.set("$defs", definitions);
    schema.put("$ref", reference.replaceFirst(".*#/components/schemas/", "#/\\$defs/"));
    Set<String> errors = new TreeSet<>();
    SCHEMAS.getSchema(schema).validate(json(body)).forEach(e -> errors.add(e.getMessage()));
    return errors;
  }
}
