package id.pantau.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Forms that are JSON already, sent byte for byte as they stand: what is wrong with a line is for
 * the node to say. Only the station (for the lane) and the time are looked at.
 */
final class ReplayNdjson extends ReplayAhead {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LINE_BYTES_MAX = 1_048_576;

  private final InputStream in;
  private final @Nullable Instant until;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private boolean ended;

  /**
   * @param in buffered by the caller
   * @param until only lines recorded before; lines that do not say when are sent
   */
  ReplayNdjson(InputStream in, @Nullable Instant until) {
    this.in = in;
    this.until = until;
  }

  @Override
  @Nullable ReplayLine read() {
    ReplayLine line = null;
    try {
      while (line == null && !ended) {
        line = wanted();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line;
  }

  @Override
  public long skipped() {
    return 0;
  }

  /** The next line of the file; null where it is empty or too late. */
  private @Nullable ReplayLine wanted() throws IOException {
    bytes.reset();
    int b = in.read();
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        bytes.write(b);
      }
      if (bytes.size() > LINE_BYTES_MAX) {
        throw new IOException("a line over " + LINE_BYTES_MAX + " bytes is no form");
      }
    }
    ended = b < 0;
    if (bytes.size() == 0) {
      return null;
    }
    ReplayLine line = line(bytes.toByteArray());
    return until == null || line.at() == null || line.at().isBefore(until) ? line : null;
  }

  private static ReplayLine line(byte[] json) {
    String station = "";
    Instant at = null;
    try (JsonParser p = JSON.createParser(json)) {
      if (p.nextToken() == JsonToken.START_OBJECT) {
        while (p.nextToken() == JsonToken.FIELD_NAME) {
          String name = p.currentName();
          boolean text = p.nextToken() == JsonToken.VALUE_STRING;
          if (text && name.equals("station")) {
            station = p.getText();
          } else if (text && name.equals("recordedAt")) {
            at = OffsetDateTime.parse(p.getText()).toInstant();
          }
          p.skipChildren();
        }
      }
    } catch (IOException | DateTimeException e) {
      return new ReplayLine(station, null, json);
    }
    return new ReplayLine(station, at, json);
  }
}
