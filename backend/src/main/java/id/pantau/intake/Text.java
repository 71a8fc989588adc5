package id.pantau.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What counts as text: strict UTF-8, and strings that every reader can show and store. */
final class Text {
  private Text() {}

  /**
   * Decodes a body, whole. Parsing starts from characters and not from bytes, so that no parser
   * guesses an encoding or skips a byte order mark.
   *
   * @return the characters, from 0 to the limit of an accessible array; null where the bytes are
   *     not UTF-8
   */
  static @Nullable CharBuffer decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /**
   * What makes a string unfit: a surrogate without its other half (UTF-8 cannot carry it), or a
   * control character other than tab and newline. Null where it is fit.
   */
  static @Nullable String trouble(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        return "has a control character";
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return "has half a surrogate pair";
        }
        i++;
      }
    }
    return null;
  }
}
