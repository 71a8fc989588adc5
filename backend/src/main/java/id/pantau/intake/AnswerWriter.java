package id.pantau.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Answer;
import id.pantau.model.Code;
import id.pantau.model.Finding;
import id.pantau.model.Position;
import id.pantau.platform.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers forms: a batch with one JSON line a form, a single form with the same members, as a
 * problem where it is an error. There {@code status} is the HTTP status, as RFC 9457 has it, and
 * {@code title} the word.
 */
final class AnswerWriter {
  private static final JsonFactory JSON = new JsonFactoryBuilder().rootValueSeparator("\n").build();
  private static final int BYTES_PER_LINE = 160;

  private AnswerWriter() {}

  /** Ends the response to a batch. */
  static void batch(HttpServerResponse response, List<Answered> forms) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(forms.size() * BYTES_PER_LINE);
    // One generator for all lines: to make one costs more than to write one.
    try (JsonGenerator json = JSON.createGenerator(out)) {
      for (Answered form : forms) {
        json.writeStartObject();
        members(json, form, true);
        json.writeEndObject();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    out.write('\n');
    end(response, 200, "application/x-ndjson", out);
  }

  /** Ends the response to a single form. */
  static void single(HttpServerResponse response, Answered form) {
    Answer answer = form.answer();
    int status = answer == null ? Statuses.MALFORMED : Statuses.of(answer);
    ByteArrayOutputStream out = new ByteArrayOutputStream(BYTES_PER_LINE);
    if (status < Statuses.MALFORMED) {
      write(out, json -> members(json, form, true));
      end(response, status, "application/json", out);
      return;
    }
    String code = answer == null ? "malformed" : Statuses.problem(answer);
    write(
        out,
        json -> {
          json.writeStringField("type", "urn:pantau:problem:" + code);
          json.writeStringField("title", code);
          json.writeNumberField("status", status);
          json.writeStringField("detail", detail(form));
          members(json, form, false);
        });
    end(response, status, "application/problem+json", out);
  }

  private static void end(
      HttpServerResponse response, int status, String type, ByteArrayOutputStream out) {
    if (response.headWritten() || response.closed()) {
      return;
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-store")
        .end(Buffer.buffer(out.toByteArray()));
  }

  private static String detail(Answered form) {
    if (form.form() instanceof Judged.Broken broken) {
      return broken.malformed().sentence();
    }
    Answer answer = form.answer();
    if (answer != null && answer.currentRevision() != null) {
      return "revision "
          + answer.currentRevision()
          + (answer.status() == Answer.Status.CONFLICT
              ? " is there with other content"
              : " is there already");
    }
    return answer == null || answer.findings().isEmpty()
        ? "the form is " + form.status()
        : answer.findings().get(0).message();
  }

  private static void members(JsonGenerator json, Answered form, boolean statusWord)
      throws IOException {
    Answer answer = form.answer();
    json.writeNumberField("line", form.form().line());
    json.writeStringField("station", form.station());
    if (statusWord) {
      json.writeStringField("status", form.status());
    }
    json.writeArrayFieldStart("findings");
    if (form.form() instanceof Judged.Broken broken) {
      malformed(json, broken.malformed());
    } else if (answer != null) {
      for (Finding finding : answer.findings()) {
        Problem.writeFinding(json, finding);
      }
    }
    json.writeEndArray();
    position(json, answer == null ? null : answer.position());
    if (answer != null && answer.currentRevision() != null) {
      json.writeNumberField("currentRevision", answer.currentRevision());
      json.writeStringField("currentHash", answer.currentHash());
    }
  }

  /** What is malformed has no rule's code, but for a number out of range. */
  private static void malformed(JsonGenerator json, Malformed malformed) throws IOException {
    Code code = malformed.code();
    json.writeStartObject();
    json.writeStringField("code", code == null ? "malformed" : code.name());
    json.writeArrayFieldStart("fields");
    if (!malformed.field().isEmpty()) {
      json.writeString(malformed.field());
    }
    json.writeEndArray();
    json.writeStringField("message", malformed.sentence());
    json.writeEndObject();
  }

  private static void position(JsonGenerator json, @Nullable Position position) throws IOException {
    if (position == null) {
      json.writeNullField("position");
      return;
    }
    json.writeObjectFieldStart("position");
    json.writeNumberField("epoch", position.epoch());
    json.writeNumberField("revision", position.revision());
    json.writeEndObject();
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private static void write(ByteArrayOutputStream out, Body body) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }
}
