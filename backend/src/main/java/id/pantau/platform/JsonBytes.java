package id.pantau.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON written field by field into memory, in UTF-8. */
public final class JsonBytes {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_BYTES = 1024;

  private JsonBytes() {}

  /** Something that writes one JSON value. */
  public interface Body {
    void write(JsonGenerator g) throws IOException;
  }

  public static byte[] of(Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator g = JSON.createGenerator(out)) {
      body.write(g);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
