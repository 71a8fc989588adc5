package id.pantau.api.lite;

import com.google.errorprone.annotations.CompileTimeConstant;

/**
 * Markup under construction. Markup is a constant of the source, which the compiler checks;
 * whatever came from outside goes in as text and is escaped (F35). The syntax is also XML, so that
 * a test can check the nesting.
 */
public final class Html {
  private static final int PAGE_CHARACTERS = 16 * 1024;
  private final StringBuilder out = new StringBuilder(PAGE_CHARACTERS);

  /** Markup as it stands. */
  public Html raw(@CompileTimeConstant final String markup) {
    out.append(markup);
    return this;
  }

  /** Text, between tags or within the quotes of an attribute. */
  public Html text(String text) {
    escape(out, text);
    return this;
  }

  /** What another part has built. */
  Html add(Html part) {
    out.append(part.out);
    return this;
  }

  /** {@code <p>text</p>}. */
  Html paragraph(String text) {
    return raw("<p>").text(text).raw("</p>");
  }

  /** A link; the address is text like any other. */
  Html link(String href, String text) {
    return raw("<a href=\"").text(href).raw("\">").text(text).raw("</a>");
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** A text with nothing in it that markup could begin or end with. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    escape(escaped, text);
    return escaped.toString();
  }

  private static void escape(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          int point = text.codePointAt(i);
          if (isCharacter(point)) {
            out.appendCodePoint(point);
          } else {
            out.append('\ufffd');
          }
          i += Character.charCount(point) - 1;
        }
      }
    }
  }

  /** What XML 1.0 calls a character, without the C1 controls, which HTML calls errors. */
  private static boolean isCharacter(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= 0x20 && point < 0x7f)
        || (point >= 0xa0 && point < 0xd800)
        || (point >= 0xe000 && point < 0xfffe)
        || point >= 0x10000;
  }
}
