package id.pantau.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Form;
import id.pantau.model.Position;
import id.pantau.platform.FormContent;
import id.pantau.platform.PackedForm;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever form the parser takes can be packed, kept, and packed again after a loss. */
final class FormTextsTest {
  private static final int CHOICES = 512;
  private static final int IMAGES = 64;
  private static final String MOST = "9999999";
  private static final String CONTEST = "c".repeat(32);

  private final FormParser parser = new FormParser(16);

  /** Every figure, as many choices and images as there may be, and that many bytes of text. */
  private static String largest(int addressBytes, int wordBytes) {
    List<String> votes = new ArrayList<>();
    for (int i = 0; i < CHOICES; i++) {
      votes.add("\"" + i + "\":N");
    }
    List<String> images = new ArrayList<>();
    int rest = addressBytes;
    for (int i = 0; i < IMAGES; i++) {
      int share = i == IMAGES - 1 ? rest : addressBytes / IMAGES;
      rest -= share;
      images.add(
          "{\"page\":999,\"url\":\""
              + "u".repeat(share)
              + "\",\"sha256\":\""
              + FormText.HASH
              + "\"}");
    }
    // A name of 100 characters of three bytes each, 32 of them at most.
    int names = wordBytes / 300;
    String by = String.join(",", Collections.nCopies(names, "\"" + "ꦲ".repeat(100) + "\""));
    String codes = String.join(",", Collections.nCopies(32, "\"\""));
    String note = "n".repeat(wordBytes - 300 * names);
    return """
        {"contest":"CONTEST","station":"99AA010001001","generation":0,"revision":65535,\
        "method":"single","recordedAt":"2999-12-31T23:59:59.999999999-17:59","votes":{VOTES},\
        "valid":N,"invalid":N,"total":N,"registered":ROW,\
        "users":{"dpt":ROW,"dptb":ROW,"dpk":ROW,"all":ROW},\
        "ballots":{"received":N,"used":N,"returned":N,"unused":N},"images":[IMAGES],\
        "reason":{"kind":"decision","note":"NOTE","codes":[CODES],"by":[BY]}}"""
        .replace("CONTEST", CONTEST)
        .replace("VOTES", String.join(",", votes))
        .replace("ROW", "{\"all\":N,\"male\":N,\"female\":N}")
        .replace("IMAGES", String.join(",", images))
        .replace("NOTE", note)
        .replace("CODES", codes)
        .replace("BY", by);
  }

  private Form parse(String form) throws Malformed {
    return parser.parse(CharBuffer.wrap(form.replace(":N", ":" + MOST).toCharArray()));
  }

  private static Contest contest() {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < CHOICES; i++) {
      choices.add(new Choice("" + i, i + 1, "x", "x", "#000000"));
    }
    return new Contest(CONTEST, Map.of(), List.of("0"), choices);
  }

  private static int packedBytes(Form form) {
    PackedForm.Envelope refilled =
        new PackedForm.Envelope(
            "s".repeat(64), (1L << 48) - 1, 3, -1, new Position(Integer.MAX_VALUE, (1L << 48) - 1));
    return PackedForm.join(refilled, FormContent.pack(form, contest())).length;
  }

  @Test
  void parse_theLargestFormThatIsTaken_fitsIntoTheLogWithAnyEnvelope() throws Malformed {
    int most = FormTexts.BYTES_MAX;
    int addresses = packedBytes(parse(largest(most, 0)));
    int words = packedBytes(parse(largest(most - 9_000, 9_000)));
    for (int bytes : List.of(addresses, words)) {
      assertTrue(bytes > most + CHOICES * 4, "not the largest: " + bytes);
      assertTrue(bytes <= PackedForm.BYTES_MAX, bytes + " bytes");
    }
  }

  @Test
  void parse_oneByteMoreOfText_namesTheFieldThatHasMore() {
    int most = FormTexts.BYTES_MAX;
    Malformed images = assertThrows(Malformed.class, () -> parse(largest(most + 1, 0)));
    assertEquals("images", images.field());
    assertEquals(
        "images hold 10241 bytes of text; images and reason together have at most 10240",
        images.sentence());
    Malformed reason = assertThrows(Malformed.class, () -> parse(largest(most - 8_999, 9_000)));
    assertEquals("reason", reason.field());
    assertTrue(reason.sentence().startsWith("reason holds 9000 bytes"), reason.sentence());
  }
}
