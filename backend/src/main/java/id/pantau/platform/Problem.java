package id.pantau.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Finding;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * An RFC 9457 problem: the body of every error on every port.
 *
 * @param status HTTP status
 * @param code a stable word for programs, {@code malformed}, {@code unknown-area} …
 * @param detail one sentence for people
 * @param findings rule failures, empty where none
 */
public record Problem(int status, String code, String detail, List<Finding> findings) {
  private static final JsonFactory JSON = new JsonFactory();

  public Problem {
    findings = List.copyOf(findings);
  }

  public Problem(int status, String code, String detail) {
    this(status, code, detail, List.of());
  }

  /** Ends a response with this problem; does nothing where the head was already sent. */
  public void send(HttpServerResponse response) {
    if (response.headWritten() || response.closed()) {
      return;
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .end(json());
  }

  /** The JSON of the problem. */
  public Buffer json() {
    StringWriter out = new StringWriter();
    try (JsonGenerator g = JSON.createGenerator(out)) {
      g.writeStartObject();
      g.writeStringField("type", "urn:pantau:problem:" + code);
      g.writeStringField("title", code);
      g.writeNumberField("status", status);
      g.writeStringField("detail", detail);
      if (!findings.isEmpty()) {
        g.writeArrayFieldStart("findings");
        for (Finding f : findings) {
          writeFinding(g, f);
        }
        g.writeEndArray();
      }
      g.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(out.toString());
  }

  /** Writes {@code {"code","fields","message"}}, the shape of a finding everywhere on the wire. */
  public static void writeFinding(JsonGenerator g, Finding f) throws IOException {
    g.writeStartObject();
    g.writeStringField("code", f.code().name());
    g.writeArrayFieldStart("fields");
    for (String field : f.fields()) {
      g.writeString(field);
    }
    g.writeEndArray();
    g.writeStringField("message", f.message());
    g.writeEndObject();
  }
}
