package id.pantau.api.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The small classes of the format that every other one holds. */
record NistWriter(JsonGenerator json) {
  /** Writes what stands inside an object. */
  @FunctionalInterface
  interface Fields {
    void write() throws IOException;
  }

  /** An element of an array, or an anonymous object, of a class. */
  void object(String type, Fields fields) throws IOException {
    json.writeStartObject();
    json.writeStringField("@type", "ElectionResults." + type);
    fields.write();
    json.writeEndObject();
  }

  /** The same with an id that others refer to. */
  void object(String type, String id, Fields fields) throws IOException {
    object(
        type,
        () -> {
          json.writeStringField("@id", id);
          fields.write();
        });
  }

  void array(String name, Fields elements) throws IOException {
    json.writeArrayFieldStart(name);
    elements.write();
    json.writeEndArray();
  }

  /** {@code InternationalizedText}, its languages in the order of their codes. */
  void text(String name, Map<String, String> byLanguage) throws IOException {
    json.writeFieldName(name);
    object(
        "InternationalizedText",
        () ->
            array(
                "Text",
                () -> {
                  for (Map.Entry<String, String> text : new TreeMap<>(byLanguage).entrySet()) {
                    object(
                        "LanguageString",
                        () -> {
                          json.writeStringField("Content", text.getValue());
                          json.writeStringField("Language", text.getKey());
                        });
                  }
                }));
  }

  /** A name of the reference data: it has one language. */
  void name(String field, String text) throws IOException {
    text(field, Map.of("id", text));
  }

  /** An identifier that is Indonesia's own. */
  void national(String label, String value) throws IOException {
    object(
        "ExternalIdentifier",
        () -> {
          json.writeStringField("Type", "national-level");
          json.writeStringField("Label", label);
          json.writeStringField("Value", value);
        });
  }

  /** An identifier of a kind that the format has no word for. */
  void identifier(String kind, String value) throws IOException {
    object(
        "ExternalIdentifier",
        () -> {
          json.writeStringField("Type", "other");
          json.writeStringField("OtherType", kind);
          json.writeStringField("Value", value);
        });
  }
}
