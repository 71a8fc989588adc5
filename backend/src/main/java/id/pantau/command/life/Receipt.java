package id.pantau.command.life;

import id.pantau.command.Reply;
import id.pantau.model.Position;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a submitter holds in its hand: of which station, and the position that intake answered.
 *
 * @param station its code
 */
record Receipt(String station, Position position) {
  private static final int CHARS_MAX = 4096;
  private static final Pattern SHORT =
      Pattern.compile("([0-9A-Za-z]{1,32})/([0-9]{1,9})-([0-9]{1,15})");

  /**
   * Reads {@code STATION/EPOCH-REVISION}, or the line of intake's answer.
   *
   * @throws Reply.No 400 where it is neither
   */
  static Receipt of(String text) {
    String said = text.strip();
    if (said.length() > CHARS_MAX) {
      throw malformed();
    }
    if (said.startsWith("{")) {
      return answer(said);
    }
    Matcher parts = SHORT.matcher(said);
    if (!parts.matches()) {
      throw malformed();
    }
    return new Receipt(
        parts.group(1),
        new Position(Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))));
  }

  private static Receipt answer(String json) {
    try {
      JsonObject answer = new JsonObject(json);
      if (answer.getValue("station") instanceof String station
          && answer.getValue("position") instanceof JsonObject position
          && position.getValue("epoch") instanceof Integer epoch
          && position.getValue("revision") instanceof Number revision
          && (revision instanceof Integer || revision instanceof Long)) {
        return new Receipt(station, new Position(epoch, revision.longValue()));
      }
    } catch (DecodeException e) {
      throw malformed();
    }
    throw malformed();
  }

  private static Reply.No malformed() {
    return Reply.malformed(
        "a receipt is STATION/EPOCH-REVISION, or intake's answer with station and position");
  }

  @Override
  public String toString() {
    return station + "/" + position.epoch() + "-" + position.revision();
  }
}
