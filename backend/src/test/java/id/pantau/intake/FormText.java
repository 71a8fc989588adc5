package id.pantau.intake;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

/** The form of docs/wire-protocol.md §6 as text, and ways to write it wrong. */
final class FormText {
  static final String HASH = "ab".repeat(32);

  static final String VALID =
      """
      {"contest":"ppwp","station":"1101012001001","generation":0,"revision":1,"method":"machine",\
      "recordedAt":"2024-02-14T16:20:00+07:00",\
      "votes":{"100025":144,"100026":19,"100027":2},"valid":165,"invalid":1,"total":166,\
      "registered":{"all":284,"male":139,"female":145},\
      "users":{"dpt":{"all":163,"male":80,"female":83},"dptb":{"all":1,"male":1,"female":0},\
      "dpk":{"all":2,"male":1,"female":1},"all":{"all":166,"male":82,"female":84}},\
      "ballots":{"received":290,"used":166,"returned":0,"unused":124},\
      "images":[{"page":1,"url":"https://example.org/1.jpg","sha256":"HASH"}],\
      "reason":{"kind":"new","note":null,"codes":[],"by":[],"cites":null}}"""
          .replace("HASH", HASH);

  private FormText() {}

  /** The valid form with one piece of text exchanged; the piece must be there. */
  static String with(String piece, String other) {
    return with(VALID, piece, other);
  }

  static String with(String form, String piece, String other) {
    assertTrue(form.contains(piece), piece);
    return form.replace(piece, other);
  }

  /** A sound form of another station. */
  static String at(String station) {
    return with(withoutImages(), "1101012001001", station);
  }

  /** The form without its images. */
  static String withoutImages() {
    int from = VALID.indexOf("\"images\":[");
    int to = VALID.indexOf("],", from) + 2;
    return VALID.substring(0, from) + VALID.substring(to);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
