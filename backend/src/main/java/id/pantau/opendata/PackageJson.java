package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import id.pantau.model.Election;
import id.pantau.model.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** {@code datapackage.json} of a snapshot (Frictionless Data Package 1.0). */
final class PackageJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final Election election;

  PackageJson(Election election) {
    this.election = election;
  }

  byte[] bytes(Instant takenAt, Inventory inventory) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator g = JSON.createGenerator(out)) {
      g.setPrettyPrinter(new DefaultPrettyPrinter());
      g.writeStartObject();
      g.writeStringField("profile", "data-package");
      g.writeStringField("name", "pantau-suara-" + election.id());
      g.writeStringField("title", title());
      texts(g, "titles", election.names());
      g.writeStringField("description", notice());
      texts(g, "notice", election.notices());
      g.writeBooleanField("official", false);
      g.writeBooleanField("isTest", election.isTest());
      g.writeStringField("created", takenAt.toString());
      g.writeStringField("election", election.id());
      g.writeStringField("referenceHash", election.hash());
      g.writeStringField("digest", Snapshot.digest(inventory.files()));
      Licence.array(g);
      sources(g);
      positions(g, inventory);
      g.writeArrayFieldStart("resources");
      for (Inventory.Item item : inventory.items()) {
        resource(g, item);
      }
      g.writeEndArray();
      g.writeEndObject();
    }
    out.write('\n');
    return out.toByteArray();
  }

  private String title() {
    return "Pantau Suara: " + election.names().getOrDefault("en", election.id());
  }

  private String notice() {
    return election.notices().getOrDefault("en", "") + " " + Licence.ORIGIN;
  }

  private void sources(JsonGenerator g) throws IOException {
    g.writeArrayFieldStart("sources");
    source(g, Licence.ORIGIN);
    for (String source : election.sources()) {
      source(g, source);
    }
    g.writeEndArray();
  }

  private static void source(JsonGenerator g, String title) throws IOException {
    g.writeStartObject();
    g.writeStringField("title", title);
    g.writeEndObject();
  }

  private static void positions(JsonGenerator g, Inventory inventory) throws IOException {
    g.writeObjectFieldStart("positions");
    for (Map.Entry<String, Map<String, Position>> contest : inventory.positions().entrySet()) {
      g.writeObjectFieldStart(contest.getKey());
      for (Map.Entry<String, Position> at : contest.getValue().entrySet()) {
        g.writeStringField(at.getKey(), at.getValue().epoch() + "-" + at.getValue().revision());
      }
      g.writeEndObject();
    }
    g.writeEndObject();
  }

  private static void resource(JsonGenerator g, Inventory.Item item) throws IOException {
    String name = item.file().name();
    String format = item.file().format();
    boolean csv = format.equals("csv");
    g.writeStartObject();
    g.writeStringField("profile", csv ? "tabular-data-resource" : "data-resource");
    g.writeStringField("name", name.replace('.', '-'));
    g.writeStringField("title", item.table().title());
    g.writeStringField("path", name);
    g.writeStringField("format", format);
    String type = item.file().type();
    g.writeStringField(
        "mediatype", type.contains(";") ? type.substring(0, type.indexOf(';')) : type);
    if (item.file().isGzip()) {
      g.writeStringField("compression", "gz");
    }
    g.writeStringField("encoding", "utf-8");
    g.writeNumberField("bytes", item.file().bytes());
    g.writeStringField("hash", "sha256:" + item.file().sha256());
    if (csv) {
      g.writeObjectFieldStart("dialect");
      g.writeStringField("delimiter", ",");
      g.writeStringField("lineTerminator", "\n");
      g.writeBooleanField("header", true);
      g.writeEndObject();
      schema(g, item.table());
    }
    g.writeEndObject();
  }

  private static void schema(JsonGenerator g, Table<?> table) throws IOException {
    g.writeObjectFieldStart("schema");
    g.writeArrayFieldStart("fields");
    for (Column column : table.columns()) {
      g.writeStartObject();
      g.writeStringField("name", column.name());
      g.writeStringField("type", column.type().frictionless());
      if (column.type() == Column.Type.TIME) {
        g.writeStringField("format", "any");
      }
      g.writeStringField("description", column.says());
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeArrayFieldStart("missingValues");
    g.writeString("");
    g.writeEndArray();
    g.writeEndObject();
  }

  private static void texts(JsonGenerator g, String name, Map<String, String> texts)
      throws IOException {
    g.writeObjectFieldStart(name);
    for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
      g.writeStringField(text.getKey(), text.getValue());
    }
    g.writeEndObject();
  }
}
