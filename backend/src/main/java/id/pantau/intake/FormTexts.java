package id.pantau.intake;

import id.pantau.model.Image;
import id.pantau.model.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a form that is no figure: the addresses of its images and the words of its reason.
 * Each has its own limit; without one for all together a form could keep every limit and still be
 * larger than {@link id.pantau.platform.PackedForm#BYTES_MAX}, and nothing behind the intake may
 * meet such a form.
 */
final class FormTexts {
  /** UTF-8; the rest of the largest form, and a later envelope, take less than 6 KiB. */
  static final int BYTES_MAX = 10 * 1024;

  private FormTexts() {}

  /** Refuses a form with too much text; names the field that has more of it. */
  static void check(List<Image> images, Reason reason) throws Malformed {
    int addresses = 0;
    for (Image image : images) {
      addresses += bytes(image.url());
    }
    int words = bytes(reason.note()) + bytes(reason.cites());
    words += reason.codes().stream().mapToInt(FormTexts::bytes).sum();
    words += reason.by().stream().mapToInt(FormTexts::bytes).sum();
    if (addresses + words > BYTES_MAX) {
      String rest = " bytes of text; images and reason together have at most " + BYTES_MAX;
      throw addresses >= words
          ? new Malformed("images", "hold " + addresses + rest)
          : new Malformed("reason", "holds " + words + rest);
    }
  }

  private static int bytes(@Nullable String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
