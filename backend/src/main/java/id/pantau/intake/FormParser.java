package id.pantau.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import id.pantau.model.Form;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;

/**
 * Reads one form out of JSON, strictly: what a count is made of is never guessed. Comments,
 * duplicate keys, unknown fields, trailing text, numbers that are not plain digits, halves of
 * characters and NUL are malformed.
 *
 * <p>Stateless: one parser serves all threads. Names are not interned or canonicalized, because a
 * stranger's names would fill a table that all parsers share.
 */
final class FormParser {
  private final JsonFactory json;

  /**
   * @param depthMax nesting of a form
   */
  FormParser(int depthMax) {
    json =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(constraints(depthMax))
            .build();
  }

  /** The body's own limit bounds all lengths; the parser's would hide which field was too long. */
  private static StreamReadConstraints constraints(int depthMax) {
    return StreamReadConstraints.builder()
        .maxNestingDepth(depthMax)
        .maxNumberLength(Integer.MAX_VALUE)
        .maxStringLength(Integer.MAX_VALUE)
        .maxNameLength(Integer.MAX_VALUE)
        .build();
  }

  /** Reads the form that is the whole text. */
  Form parse(CharBuffer text) throws Malformed {
    return parse(text, 0, text.length());
  }

  /** Reads the form that is a line of the text. */
  Form parse(CharBuffer text, int from, int length) throws Malformed {
    int offset = text.arrayOffset() + text.position() + from;
    try (JsonParser parser = json.createParser(text.array(), offset, length)) {
      Cursor cursor = new Cursor(parser);
      try {
        FormFields fields = new FormFields(cursor);
        cursor.document(fields);
        return fields.form();
      } catch (JacksonException e) {
        throw new Malformed(cursor.path(), trouble(e));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static String trouble(JacksonException e) {
    if (e instanceof StreamConstraintsException) {
      return "is nested too deep";
    }
    return e.getOriginalMessage().startsWith("Duplicate")
        ? "is written twice"
        : "is not valid JSON at character " + (e.getLocation().getCharOffset() + 1);
  }
}
