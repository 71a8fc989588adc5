package id.pantau.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import id.pantau.model.Code;
import id.pantau.model.Form;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A strict walk through one JSON text: each method reads the value the cursor stands on, and
 * accepts nothing but what its name says. A wrong value names the field it stands in.
 */
final class Cursor {
  private static final int DIGITS_MAX = 10;

  private final JsonParser json;

  Cursor(JsonParser json) {
    this.json = json;
  }

  /** Takes the fields of an object. */
  @FunctionalInterface
  interface Fields {
    /**
     * Reads the value of a field.
     *
     * @return false where no such field is known
     */
    boolean take(String name) throws IOException, Malformed;
  }

  /** Takes the elements of an array. */
  @FunctionalInterface
  interface Elements {
    void take() throws IOException, Malformed;
  }

  /** Reads the one object that is the whole text. */
  void document(Fields fields) throws IOException, Malformed {
    if (json.nextToken() == null) {
      throw new Malformed("", "is empty");
    }
    object(fields);
    if (json.nextToken() != null) {
      throw new Malformed("", "has text after its end");
    }
  }

  void object(Fields fields) throws IOException, Malformed {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw malformed("is not an object");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (!fields.take(name)) {
        throw malformed("is no field of a form");
      }
    }
  }

  void array(int elementsMax, Elements elements) throws IOException, Malformed {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw malformed("is not an array");
    }
    for (int n = 1; json.nextToken() != JsonToken.END_ARRAY; n++) {
      if (n > elementsMax) {
        throw malformed("is one too many, there are at most " + elementsMax);
      }
      elements.take();
    }
  }

  boolean isNull() {
    return json.currentToken() == JsonToken.VALUE_NULL;
  }

  /**
   * A number written as digits and nothing else, so that no number is rounded, cut or converted on
   * its way. Larger than R05 allows passes up to 2^31 − 1: that is the rule's to say.
   */
  int integer() throws IOException, Malformed {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      throw outOfRange("is not an integer");
    }
    if (token != JsonToken.VALUE_NUMBER_INT) {
      throw malformed("is not an integer");
    }
    int length = json.getTextLength();
    char[] digits = json.getTextCharacters();
    int from = json.getTextOffset();
    long value = 0;
    for (int i = from; i < from + length; i++) {
      if (digits[i] == '-' || i >= from + DIGITS_MAX) {
        throw outOfRange("is out of range, a number is 0 to " + Form.NUMBER_MAX);
      }
      value = value * 10 + digits[i] - '0';
    }
    if (value > Integer.MAX_VALUE) {
      throw outOfRange("is out of range, a number is 0 to " + Form.NUMBER_MAX);
    }
    return (int) value;
  }

  /** The same, or null where the paper has nothing there. */
  @Nullable Integer integerOrNull() throws IOException, Malformed {
    return isNull() ? null : Integer.valueOf(integer());
  }

  String string(int charsMax) throws IOException, Malformed {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw malformed("is not a string");
    }
    if (json.getTextLength() > charsMax) {
      throw malformed("is longer than " + charsMax + " characters");
    }
    String text = json.getText();
    String trouble = Text.trouble(text);
    if (trouble != null) {
      throw malformed(trouble);
    }
    return text;
  }

  @Nullable String stringOrNull(int charsMax) throws IOException, Malformed {
    return isNull() ? null : string(charsMax);
  }

  /** A complaint about the field the cursor stands in. */
  Malformed malformed(String trouble) {
    return new Malformed(path(), trouble);
  }

  private Malformed outOfRange(String trouble) {
    return new Malformed(path(), trouble, Code.R05);
  }

  /** Where the cursor stands, {@code images.0.sha256}; empty at the top. */
  String path() {
    StringBuilder path = new StringBuilder();
    for (JsonStreamContext at = json.getParsingContext(); at != null; at = at.getParent()) {
      String step = null;
      if (at.inArray() && at.hasCurrentIndex()) {
        step = Integer.toString(at.getCurrentIndex());
      } else if (at.inObject()) {
        step = at.getCurrentName();
      }
      if (step != null) {
        path.insert(0, path.isEmpty() ? step : step + ".");
      }
    }
    return path.toString();
  }
}
