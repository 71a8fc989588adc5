package id.pantau.platform;

import id.pantau.model.Position;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One batch as a province's log stream keeps it.
 *
 * @param position the province's position with this batch; the entry's id
 * @param countedAtMillis the counting node's clock
 * @param sums the province's packed totals after it, as the function stored them: whoever folds the
 *     log can check itself
 * @param node the name of the node that counted it; empty where the entry does not say
 * @param forms at least one; none where the entry cannot be read
 */
public record LogEntry(
    Position position, long countedAtMillis, byte[] sums, String node, List<Logged> forms) {
  private static final int NODE_CHARS_MAX = 64;

  /** Fewer than a form of 2024 takes: a list of so many needs not grow. */
  private static final int FORM_BYTES = 64;

  /** An entry that does not say which node counted it. */
  public LogEntry(Position position, long countedAtMillis, byte[] sums, List<Logged> forms) {
    this(position, countedAtMillis, sums, "", forms);
  }

  /** A form in the log: what became of it, and its packed bytes. */
  public record Logged(int outcome, byte[] packed) {}

  /** The function counted it. */
  public static final int COUNTED = 1;

  /** Held: stored, public, not in the totals. */
  public static final int HELD = 2;

  /** Administrative section only. */
  public static final int STORED = 3;

  /** The station's numbers were taken out. */
  public static final int WITHDRAWN = 4;

  /** A machine re-read after a person's decision: held beside what stands. */
  public static final int BESIDE = 5;

  /** An older revision, filled in from a journal after a loss; changes nothing. */
  public static final int HISTORY = 6;

  /** Not in the log: the same content again. */
  public static final int DUPLICATE = 16;

  /** Not in the log: older than what stands. */
  public static final int STALE = 17;

  /** Not in the log: the revision stands with other content. */
  public static final int CONFLICT = 18;

  /** Reads one element of an XRANGE answer. */
  public static LogEntry read(Response element) {
    Position position = position(element.get(0).toString());
    Response fields = element.get(1);
    long countedAtMillis = 0;
    byte[] sums = new byte[0];
    String node = "";
    List<Logged> forms = List.of();
    for (int i = 0; i + 1 < fields.size(); i += 2) {
      Response value = fields.get(i + 1);
      switch (fields.get(i).toString()) {
        case "t" -> countedAtMillis = value.toLong();
        case "s" -> sums = value.toBytes();
        case "n" -> node = name(value.toString());
        case "d" -> forms = forms(value.toBytes());
        default -> {
          // A field of a later version: what we know is still there.
        }
      }
    }
    return new LogEntry(position, countedAtMillis, sums, node, forms);
  }

  /** Few nodes write many entries: each name is kept once. */
  private static String name(String text) {
    return text.length() > NODE_CHARS_MAX ? "" : text.intern();
  }

  /** Reads an entry's id. */
  public static Position position(String id) {
    int dash = id.indexOf('-');
    return new Position(
        Integer.parseInt(id.substring(0, dash)), Long.parseLong(id.substring(dash + 1)));
  }

  /** The id of the entry at a position. */
  public static String id(Position position) {
    return position.epoch() + "-" + position.revision();
  }

  /** The id to read on from, exclusive. */
  public static byte[] after(Position position) {
    return ("(" + id(position)).getBytes(StandardCharsets.US_ASCII);
  }

  /** All or none: what is cut short or was tampered with must not pass for fewer forms. */
  private static List<Logged> forms(byte[] data) {
    List<Logged> forms = new ArrayList<>(1 + data.length / FORM_BYTES);
    Bytes.Reader in = new Bytes.Reader(data, 0);
    try {
      while (in.at() < data.length) {
        int outcome = in.u8();
        forms.add(new Logged(outcome, in.raw((int) in.fixed(2))));
      }
    } catch (IndexOutOfBoundsException cutShort) {
      return List.of();
    }
    return forms;
  }
}
