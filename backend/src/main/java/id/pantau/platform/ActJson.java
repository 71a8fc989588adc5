package id.pantau.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.model.Act;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An act as text, one way only: fields in this order, no spaces. In the log and in the file. */
final class ActJson {
  private static final ObjectMapper READ = new ObjectMapper();
  private static final JsonFactory JSON = new JsonFactory();

  private ActJson() {}

  static String text(Act act) {
    StringWriter out = new StringWriter();
    try (JsonGenerator g = JSON.createGenerator(out)) {
      g.writeStartObject();
      g.writeStringField("id", act.id());
      g.writeStringField("kind", act.kind().wire());
      g.writeStringField("contest", act.contest());
      g.writeStringField("subject", act.subject());
      ActFields.statement(g, act);
      g.writeStringField("by", act.by());
      grant(g, act.grant());
      g.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void grant(JsonGenerator g, Act.@Nullable Grant grant) throws IOException {
    if (grant == null) {
      return;
    }
    g.writeObjectFieldStart("grant");
    g.writeStringField("label", grant.label());
    g.writeStringField("hash", grant.hash());
    FormFields.texts(g, "areas", grant.areas());
    FormFields.texts(g, "methods", grant.methods());
    g.writeEndObject();
  }

  /** The act; null where the text is none that this node knows. */
  static @Nullable Act read(String text) {
    try {
      JsonNode n = READ.readTree(text);
      Act.Kind kind = Act.Kind.of(n.path("kind").asText());
      if (kind == null || n.path("id").asText().isEmpty()) {
        return null;
      }
      Map<String, String> reason = new TreeMap<>();
      n.path("reason").properties().forEach(e -> reason.put(e.getKey(), e.getValue().asText()));
      String until = n.path("until").textValue();
      JsonNode grant = n.get("grant");
      return new Act(
          n.path("id").asText(),
          kind,
          n.path("contest").textValue(),
          n.path("subject").asText(),
          n.path("office").asText(),
          reason,
          Instant.parse(n.path("since").asText()),
          until == null ? null : Instant.parse(until),
          n.path("by").asText(),
          grant == null
              ? null
              : new Act.Grant(
                  grant.path("label").asText(),
                  grant.path("hash").asText(),
                  texts(grant.path("areas")),
                  texts(grant.path("methods"))));
    } catch (IOException | DateTimeException e) {
      return null;
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
