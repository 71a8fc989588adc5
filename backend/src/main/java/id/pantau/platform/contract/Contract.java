package id.pantau.platform.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The OpenAPI document, whole, and its operations by their names. */
public final class Contract {
  private static final String FOLDER = "/openapi/";
  private static final String PARTS = "x-parts";
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);

  private final ObjectNode document;
  private final Map<String, Operation> operations = new LinkedHashMap<>();

  Contract(ObjectNode document) {
    this.document = document;
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(method -> add(path.getKey(), method.getKey(), method.getValue())));
  }

  private static final class Packed {
    static final Contract ALL = new Contract(read());
  }

  /** The one of this jar. */
  public static Contract packed() {
    return Packed.ALL;
  }

  /** The parts in the order in which {@code document.json} names them, each member in its place. */
  private static ObjectNode read() {
    ObjectNode whole = part("document.json");
    JsonNode parts = whole.remove(PARTS);
    for (JsonNode name : parts) {
      merge(whole, part(name.asText()), name.asText());
    }
    return whole;
  }

  private static ObjectNode part(String name) {
    try (InputStream in = Contract.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + FOLDER + name);
      }
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER + name, e);
    }
  }

  private static void merge(ObjectNode into, ObjectNode part, String name) {
    part.properties()
        .forEach(
            member -> {
              JsonNode there = into.get(member.getKey());
              if (there == null) {
                into.set(member.getKey(), member.getValue());
              } else if (there instanceof ObjectNode both
                  && member.getValue() instanceof ObjectNode more) {
                merge(both, more, name);
              } else {
                throw new IllegalStateException(name + " says " + member.getKey() + " again");
              }
            });
  }

  private void add(String path, String method, JsonNode operation) {
    Operation made = new Operation(path, method, operation, this::resolved);
    if (operations.put(made.id(), made) != null) {
      throw new IllegalStateException("the contract has two operations " + made.id());
    }
  }

  /** What a node says, or what it refers to within this document. */
  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    JsonNode found = reference.isEmpty() ? node : document.at(reference.substring(1));
    if (found.isMissingNode()) {
      throw new IllegalStateException("the contract has no " + reference);
    }
    return found;
  }

  /** The document as it is shown. */
  public String json() {
    return document.toString();
  }

  /** A schema, a list of parameters …: what stands under a JSON pointer. */
  public JsonNode at(String pointer) {
    return document.at(pointer);
  }

  /**
   * An operation by its {@code operationId}.
   *
   * @throws IllegalStateException where the document has none: then the node does not start
   */
  public Operation operation(String id) {
    Operation found = operations.get(id);
    if (found == null) {
      throw new IllegalStateException("the contract has no operation " + id);
    }
    return found;
  }

  /** All of them, in the order of the document. */
  public Map<String, Operation> operations() {
    return Collections.unmodifiableMap(operations);
  }

  /** What the paths begin with, {@code api}, {@code feed} …: everything under it is described. */
  Set<String> rooms() {
    return operations.values().stream()
        .map(operation -> room(operation.path()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The first segment of a path. */
  static String room(String path) {
    return path.split("/", -1)[1];
  }
}
