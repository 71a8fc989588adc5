package id.pantau.api;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The built page with its gaps: what stands between {@code <!--head-->} and {@code <!--/head-->},
 * and between {@code <!--plain-->} and {@code <!--/plain-->}, holds while nobody fills it.
 *
 * @param start up to the language
 * @param afterLanguage up to the head
 */
record PageTemplate(String start, String afterLanguage, String afterHead, String afterPlain) {
  private static final String LANGUAGE = "<html lang=\"";

  /** The template in a built page; null where it has no such gaps. */
  static @Nullable PageTemplate of(Buffer page) {
    String text = page.toString(StandardCharsets.UTF_8);
    int language = text.indexOf(LANGUAGE + "id\"");
    int head = text.indexOf("<!--head-->");
    int headEnd = text.indexOf("<!--/head-->");
    int plain = text.indexOf("<!--plain-->");
    int plainEnd = text.indexOf("<!--/plain-->");
    if (language < 0 || head < language || headEnd < head || plain < headEnd || plainEnd < plain) {
      return null;
    }
    int afterLanguage = language + LANGUAGE.length();
    return new PageTemplate(
        text.substring(0, afterLanguage),
        text.substring(afterLanguage + "id".length(), head),
        text.substring(headEnd + "<!--/head-->".length(), plain),
        text.substring(plainEnd + "<!--/plain-->".length()));
  }

  /** The page with its gaps filled; markup must be escaped already. */
  String with(String language, String head, String plain) {
    return start + language + afterLanguage + head + afterHead + plain + afterPlain;
  }
}
