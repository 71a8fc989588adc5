package id.pantau.load.viewer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.model.Position;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One text from the server, read once for all viewers that got it (docs/wire-protocol.md §5).
 *
 * @param topic null in a heartbeat
 * @param position null in a heartbeat and in an error
 * @param asOfMillis the server's time of the last count in the area; 0 before the first
 * @param body the object as sent
 */
public record Message(
    Kind kind,
    @Nullable String topic,
    @Nullable Position position,
    long asOfMillis,
    JsonNode body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a text is. */
  enum Kind {
    /** The whole state of a topic. */
    STATE,
    /** Only the rows of a children topic that changed. */
    ROWS,
    HEARTBEAT,
    ERROR
  }

  /**
   * Reads a text.
   *
   * @throws ProtocolFault where it is nothing of the protocol
   */
  static Message parse(byte[] bytes, int from, int length) throws ProtocolFault {
    JsonNode body;
    try {
      body = JSON.readTree(bytes, from, length);
    } catch (IOException e) {
      throw new ProtocolFault("a text that is no JSON: " + e.getMessage());
    }
    if (body.has("heartbeat")) {
      return new Message(Kind.HEARTBEAT, null, null, 0, body);
    }
    if (!body.path("topic").isTextual()) {
      throw new ProtocolFault("a text without topic");
    }
    String topic = body.path("topic").textValue();
    if (body.has("error")) {
      return new Message(Kind.ERROR, topic, null, 0, body);
    }
    JsonNode position = body.path("position");
    if (!position.path("epoch").isInt() || !position.path("revision").isIntegralNumber()) {
      throw new ProtocolFault("a state of " + topic + " without position");
    }
    return new Message(
        body.path("complete").asBoolean(true) ? Kind.STATE : Kind.ROWS,
        topic,
        new Position(position.path("epoch").intValue(), position.path("revision").longValue()),
        body.path("asOf").isTextual()
            ? Instant.parse(body.path("asOf").textValue()).toEpochMilli()
            : 0,
        body);
  }
}
