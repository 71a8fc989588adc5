package id.pantau.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Ballots;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a form's fields as they came in; what was not written on the paper is absent. */
public final class FormFields {
  private FormFields() {}

  /** Every field but those of the form's key, images and section among them. */
  public static void write(JsonGenerator g, Form form) throws IOException {
    write(g, form, Set.of());
  }

  /**
   * The same.
   *
   * @param stored hashes of the photos that our own store holds; their images say so
   */
  public static void write(JsonGenerator g, Form form, Set<String> stored) throws IOException {
    if (form.recordedAt() != null) {
      g.writeStringField("recordedAt", form.recordedAt().toString());
    }
    g.writeStringField("section", form.section().name().toLowerCase(Locale.ROOT));
    if (form.section() == Form.Section.VOTES) {
      votes(g, form);
    }
    paper(g, form);
    g.writeFieldName("images");
    images(g, form, stored);
  }

  /**
   * An array of {@code page}, {@code url}, {@code sha256}.
   *
   * @param stored as in {@link #write}
   */
  public static void images(JsonGenerator g, Form form, Set<String> stored) throws IOException {
    g.writeStartArray();
    for (Image image : form.images()) {
      g.writeStartObject();
      g.writeNumberField("page", image.page());
      g.writeStringField("url", image.url());
      g.writeStringField("sha256", image.sha256());
      if (image.sha256() != null && stored.contains(image.sha256())) {
        g.writeBooleanField("stored", true);
      }
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  /** {@code votes}: choice id → votes. */
  public static void votes(JsonGenerator g, Form form) throws IOException {
    g.writeObjectFieldStart("votes");
    for (Map.Entry<String, Integer> vote : form.votes().entrySet()) {
      g.writeNumberField(vote.getKey(), vote.getValue());
    }
    g.writeEndObject();
  }

  /** The numbers of sections V, I and II. */
  public static void paper(JsonGenerator g, Form form) throws IOException {
    number(g, "valid", form.valid());
    number(g, "invalid", form.invalid());
    number(g, "total", form.total());
    electors(g, "registered", form.registered());
    if (!form.users().isEmpty()) {
      g.writeObjectFieldStart("users");
      electors(g, "dpt", form.users().dpt());
      electors(g, "dptb", form.users().dptb());
      electors(g, "dpk", form.users().dpk());
      electors(g, "all", form.users().all());
      g.writeEndObject();
    }
    ballots(g, form.ballots());
  }

  /** {@code reason}, what it lacks as null. */
  public static void reason(JsonGenerator g, Reason reason) throws IOException {
    g.writeObjectFieldStart("reason");
    g.writeStringField("kind", reason.kind().wire());
    g.writeStringField("note", reason.note());
    texts(g, "codes", reason.codes());
    texts(g, "by", reason.by());
    g.writeStringField("cites", reason.cites());
    g.writeEndObject();
  }

  /** An array of texts. */
  public static void texts(JsonGenerator g, String name, List<String> texts) throws IOException {
    g.writeArrayFieldStart(name);
    for (String text : texts) {
      g.writeString(text);
    }
    g.writeEndArray();
  }

  private static void ballots(JsonGenerator g, Ballots ballots) throws IOException {
    if (!ballots.isEmpty()) {
      g.writeObjectFieldStart("ballots");
      number(g, "received", ballots.received());
      number(g, "used", ballots.used());
      number(g, "returned", ballots.returned());
      number(g, "unused", ballots.unused());
      g.writeEndObject();
    }
  }

  private static void electors(JsonGenerator g, String name, Electors row) throws IOException {
    if (!row.isEmpty()) {
      g.writeObjectFieldStart(name);
      number(g, "all", row.all());
      number(g, "male", row.male());
      number(g, "female", row.female());
      g.writeEndObject();
    }
  }

  private static void number(JsonGenerator g, String name, @Nullable Integer value)
      throws IOException {
    if (value != null) {
      g.writeNumberField(name, value);
    }
  }
}
