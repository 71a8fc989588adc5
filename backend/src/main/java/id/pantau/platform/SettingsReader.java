package id.pantau.platform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@link Settings}: the packed defaults, overlaid by a file, overlaid by the environment. */
public final class SettingsReader {
  private static final String PREFIX = "PANTAU_";
  private static final ObjectMapper YAML =
      new YAMLMapper()
          .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true)
          .configure(DeserializationFeature.ACCEPT_FLOAT_AS_INT, false)
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
          .configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true);

  private SettingsReader() {}

  /**
   * @param file overlays the defaults; null = defaults only
   * @param environment {@code PANTAU_SECTION_KEY} → value; names without two parts are not ours
   * @throws Refused with one sentence where a key is unknown or a value is of the wrong kind
   */
  public static Settings read(@Nullable Path file, Map<String, String> environment) {
    ObjectNode tree = defaults();
    if (file != null) {
      overlay(tree, parse(file), file.toString());
    }
    environment.forEach((name, value) -> set(tree, name, value));
    try {
      Settings settings = YAML.treeToValue(tree, Settings.class);
      settings.node().check();
      settings.count().check();
      settings.live().check();
      settings.web().check();
      settings.command().check();
      settings.opendata().check();
      settings.webhooks().check();
      settings.reading().check();
      return settings;
    } catch (JsonProcessingException e) {
      throw new Refused("configuration: " + e.getOriginalMessage());
    }
  }

  private static ObjectNode defaults() {
    try (InputStream in = SettingsReader.class.getResourceAsStream("/config/application.yaml")) {
      return (ObjectNode) YAML.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException("the packed application.yaml cannot be read", e);
    }
  }

  private static JsonNode parse(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return YAML.readTree(in);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new Refused(file + ", line " + line + ": " + firstLine(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new Refused(file + ": " + e.getMessage());
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("not YAML");
  }

  private static void overlay(ObjectNode tree, JsonNode over, String where) {
    if (!over.isObject() && !over.isMissingNode() && !over.isNull()) {
      throw new Refused(where + ": not a map of sections");
    }
    for (Map.Entry<String, JsonNode> section : over.properties()) {
      if (!(tree.get(section.getKey()) instanceof ObjectNode known)) {
        throw new Refused(where + ": unknown section " + section.getKey());
      }
      // A section with all its keys commented out is empty.
      if (!section.getValue().isObject() && !section.getValue().isNull()) {
        throw new Refused(where + ": section " + section.getKey() + " is not a map of keys");
      }
      for (Map.Entry<String, JsonNode> key : section.getValue().properties()) {
        if (!known.has(key.getKey())) {
          throw new Refused(where + ": unknown key " + section.getKey() + "." + key.getKey());
        }
        known.set(key.getKey(), key.getValue());
      }
    }
  }

  private static void set(ObjectNode tree, String name, String value) {
    String[] parts = name.split("_", -1);
    if (!name.startsWith(PREFIX) || parts.length != 3) {
      return;
    }
    JsonNode section = tree.get(parts[1].toLowerCase(Locale.ROOT));
    if (!(section instanceof ObjectNode known)) {
      throw new Refused(name + ": no such section of the configuration");
    }
    for (Iterator<String> keys = known.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (key.equalsIgnoreCase(parts[2])) {
        known.put(key, value);
        return;
      }
    }
    throw new Refused(name + ": no such key in section " + parts[1].toLowerCase(Locale.ROOT));
  }
}
