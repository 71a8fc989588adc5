package id.pantau.api.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F35: a text is only ever a text. */
final class HtmlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "<b>&amp;</b>~&lt;b&gt;&amp;amp;&lt;/b&gt;",
        "\" onload='x'~&quot; onload=&#39;x&#39;",
        "a\u0000b\u001bc\u0085d~a\ufffdb\ufffdc\ufffdd",
        "a\ud800b\udc00c~a\ufffdb\ufffdc",
        "\ufffe\uffff~\ufffd\ufffd",
        "São Tomé 🗳~São Tomé 🗳",
      })
  void escape_leavesNothingThatMarkupCouldBeginOrEndWith(String text, String escaped) {
    assertEquals(escaped, Html.escape(text));
  }
}
