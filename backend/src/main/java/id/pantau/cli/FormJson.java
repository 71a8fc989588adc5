package id.pantau.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Reason;
import id.pantau.platform.FormFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form as a submitter writes it (wire-protocol.md §6): what the paper lacks is left out. */
public final class FormJson {
  private static final JsonFactory JSON = new JsonFactory();

  private FormJson() {}

  /** The form as one line of UTF-8 JSON, without a line end. */
  public static byte[] bytes(Form form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(768);
    try (JsonGenerator g = JSON.createGenerator(out)) {
      write(g, form);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Writes the form as one object. */
  public static void write(JsonGenerator g, Form form) throws IOException {
    g.writeStartObject();
    g.writeStringField("contest", form.contest());
    g.writeStringField("station", form.station());
    g.writeNumberField("generation", form.generation());
    g.writeNumberField("revision", form.revision());
    g.writeStringField("method", form.method().wire());
    if (form.recordedAt() != null) {
      g.writeStringField(
          "recordedAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(form.recordedAt()));
    }
    writeVotes(g, form);
    FormFields.paper(g, form);
    images(g, form.images());
    reason(g, form.reason());
    g.writeEndObject();
  }

  /** No field at all says "administrative section only", null says "withdrawn". */
  private static void writeVotes(JsonGenerator g, Form form) throws IOException {
    switch (form.section()) {
      case ADMINISTRATIVE -> {}
      case WITHDRAWAL -> g.writeNullField("votes");
      case VOTES -> FormFields.votes(g, form);
    }
  }

  private static void images(JsonGenerator g, List<Image> images) throws IOException {
    if (!images.isEmpty()) {
      g.writeArrayFieldStart("images");
      for (Image image : images) {
        g.writeStartObject();
        g.writeNumberField("page", image.page());
        text(g, "url", image.url());
        text(g, "sha256", image.sha256());
        g.writeEndObject();
      }
      g.writeEndArray();
    }
  }

  private static void reason(JsonGenerator g, Reason reason) throws IOException {
    if (reason.equals(Reason.NEW)) {
      return;
    }
    g.writeObjectFieldStart("reason");
    g.writeStringField("kind", reason.kind().wire());
    text(g, "note", reason.note());
    texts(g, "codes", reason.codes());
    texts(g, "by", reason.by());
    text(g, "cites", reason.cites());
    g.writeEndObject();
  }

  private static void texts(JsonGenerator g, String name, List<String> values) throws IOException {
    if (!values.isEmpty()) {
      g.writeArrayFieldStart(name);
      for (String value : values) {
        g.writeString(value);
      }
      g.writeEndArray();
    }
  }

  private static void text(JsonGenerator g, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      g.writeStringField(name, value);
    }
  }
}
