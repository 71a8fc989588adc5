package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Election;
import id.pantau.platform.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** {@code /data.json}: the catalogue in the vocabulary of DCAT, in the shape of DCAT-US 1.1. */
final class Catalogue {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String SCHEMA = "https://project-open-data.cio.gov/v1.1/schema";
  private static final Map<String, String> EVERY =
      Map.of("csv", "CSV", "ndjson", "NDJSON", "parquet", "Apache Parquet", "json", "JSON");

  private final Election election;
  private final Settings.OpenData settings;

  Catalogue(Election election, Settings.OpenData settings) {
    this.election = election;
    this.settings = settings;
  }

  /**
   * @param base scheme and host without a slash at its end
   */
  byte[] bytes(Snapshot snapshot, String base) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator g = JSON.createGenerator(out)) {
      g.writeStartObject();
      g.writeStringField("@context", SCHEMA + "/catalog.jsonld");
      g.writeStringField("@id", base + "/data.json");
      g.writeStringField("@type", "dcat:Catalog");
      g.writeStringField("conformsTo", SCHEMA);
      g.writeStringField("describedBy", SCHEMA + "/catalog.json");
      g.writeArrayFieldStart("dataset");
      dataset(g, snapshot, base);
      g.writeEndArray();
      g.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void dataset(JsonGenerator g, Snapshot snapshot, String base) throws IOException {
    g.writeStartObject();
    g.writeStringField("@type", "dcat:Dataset");
    g.writeStringField("identifier", base + "/data/");
    g.writeStringField(
        "title", "Pantau Suara: " + election.names().getOrDefault("en", election.id()));
    g.writeStringField(
        "description",
        "Every polling-station form in every revision, and all totals. "
            + election.notices().getOrDefault("en", "")
            + " "
            + Licence.ORIGIN);
    g.writeArrayFieldStart("keyword");
    for (String word : new String[] {"election", "pemilu", "Indonesia", "polling stations"}) {
      g.writeString(word);
    }
    g.writeEndArray();
    g.writeStringField("modified", snapshot.takenAt().toString());
    if (settings.everySeconds() > 0) {
      g.writeStringField("accrualPeriodicity", "R/PT" + settings.everySeconds() + "S");
    }
    g.writeStringField("accessLevel", "public");
    g.writeStringField("license", Licence.PATH);
    g.writeStringField("rights", election.notices().getOrDefault("id", ""));
    g.writeStringField("spatial", "Indonesia");
    g.writeArrayFieldStart("language");
    g.writeString("id");
    g.writeString("en");
    g.writeEndArray();
    g.writeStringField("landingPage", base + "/data/");
    g.writeStringField("describedBy", base + "/data/latest/" + Snapshot.PACKAGE);
    g.writeStringField("describedByType", "application/json");
    publisher(g);
    g.writeArrayFieldStart("distribution");
    for (FileNote file : snapshot.files().values()) {
      if (!file.name().equals(Snapshot.SUMS)) {
        distribution(g, file, base);
      }
    }
    g.writeEndArray();
    g.writeEndObject();
  }

  private void publisher(JsonGenerator g) throws IOException {
    g.writeObjectFieldStart("publisher");
    g.writeStringField("@type", "org:Organization");
    g.writeStringField("name", "Pantau Suara");
    g.writeEndObject();
    // DCAT-US asks for somebody; without an address it is a name.
    g.writeObjectFieldStart("contactPoint");
    g.writeStringField("@type", "vcard:Contact");
    g.writeStringField("fn", "Pantau Suara");
    if (!settings.contact().isEmpty()) {
      g.writeStringField("hasEmail", "mailto:" + settings.contact());
    }
    g.writeEndObject();
  }

  private static void distribution(JsonGenerator g, FileNote file, String base) throws IOException {
    String type = file.type();
    String format = EVERY.getOrDefault(file.format(), file.format());
    g.writeStartObject();
    g.writeStringField("@type", "dcat:Distribution");
    g.writeStringField("title", file.name());
    g.writeStringField("downloadURL", base + "/data/latest/" + file.name());
    g.writeStringField(
        "mediaType", type.contains(";") ? type.substring(0, type.indexOf(';')) : type);
    g.writeStringField("format", file.isGzip() ? format + " (gzip)" : format);
    g.writeEndObject();
  }
}
