package id.pantau.api.developers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the OpenAPI document says of the addresses: their paths and parameters, by operation. */
final class Parameters {
  private final Map<String, Operation> operations = new LinkedHashMap<>();

  /**
   * @param path with its parameters in braces
   */
  record Operation(String method, String path, List<Parameter> parameters) {}

  /**
   * @param values what may stand there: a pattern, a list, a range; empty where it says nothing
   */
  record Parameter(String name, boolean required, String description, String values) {}

  /**
   * @param document an OpenAPI 3.1 document
   */
  Parameters(JsonNode document) {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        read(document, path.getKey(), method.getKey(), path.getValue());
      }
    }
  }

  private void read(JsonNode document, String path, String method, JsonNode item) {
    JsonNode operation = item.path(method);
    String id = operation.path("operationId").asText();
    if (id.isEmpty()) {
      return;
    }
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode list : List.of(item.path("parameters"), operation.path("parameters"))) {
      for (JsonNode each : list) {
        parameters.add(parameter(resolved(document, each), document));
      }
    }
    operations.put(id, new Operation(method.toUpperCase(java.util.Locale.ROOT), path, parameters));
  }

  private static JsonNode resolved(JsonNode document, JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : document.at(reference.substring(1));
  }

  private static Parameter parameter(JsonNode node, JsonNode document) {
    JsonNode schema = resolved(document, node.path("schema"));
    String described = node.path("description").asText(schema.path("description").asText());
    return new Parameter(
        node.path("name").asText(), node.path("required").asBoolean(), described, values(schema));
  }

  private static String values(JsonNode schema) {
    if (schema.has("enum")) {
      List<String> words = new ArrayList<>();
      schema.path("enum").forEach(word -> words.add(word.asText()));
      return String.join(", ", words);
    }
    if (schema.has("minimum") && schema.has("maximum")) {
      return schema.path("minimum").asText() + "…" + schema.path("maximum").asText();
    }
    return "";
  }

  /** The operation of that name; an unknown one is a mistake in the guide. */
  Operation of(String id) {
    Operation operation = operations.get(id);
    if (operation == null) {
      throw new IllegalStateException("no operation " + id + " in the OpenAPI document");
    }
    return operation;
  }
}
