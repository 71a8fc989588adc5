package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Election;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** {@code latest.json}: the one small file that changes. It names the newest snapshot. */
final class LatestJson {
  private static final JsonFactory JSON = new JsonFactory();

  private LatestJson() {}

  /**
   * @param checkedAt when nothing had been counted since that is not in it
   */
  static byte[] bytes(Election election, Snapshot snapshot, Instant checkedAt) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator g = JSON.createGenerator(out)) {
      g.writeStartObject();
      g.writeStringField("snapshot", snapshot.id());
      g.writeStringField("path", "/data/" + snapshot.id() + "/");
      g.writeStringField("datapackage", "/data/" + snapshot.id() + "/" + Snapshot.PACKAGE);
      g.writeStringField("takenAt", snapshot.takenAt().toString());
      g.writeStringField("checkedAt", checkedAt.toString());
      g.writeStringField("digest", snapshot.digest());
      g.writeNumberField("bytes", snapshot.bytes());
      g.writeBooleanField("official", false);
      g.writeBooleanField("isTest", election.isTest());
      g.writeObjectFieldStart("notice");
      for (Map.Entry<String, String> text : new TreeMap<>(election.notices()).entrySet()) {
        g.writeStringField(text.getKey(), text.getValue());
      }
      g.writeEndObject();
      g.writeEndObject();
    }
    out.write('\n');
    return out.toByteArray();
  }
}
