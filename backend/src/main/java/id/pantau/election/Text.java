package id.pantau.election;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** A text of the YAML that knows its line, so that a later check can still name it. */
@JsonDeserialize(using = Text.Reader.class)
record Text(String value, int line) {

  /** Takes texts only: an unquoted 0101 or 99E1 would arrive as another number than was written. */
  static final class Reader extends StdDeserializer<Text> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(Text.class);
    }

    @Override
    public Text deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return context.reportInputMismatch(this, "a text in quotes is expected here");
      }
      return new Text(parser.getText().strip(), parser.currentTokenLocation().getLineNr());
    }

    @Override
    public Text getNullValue(DeserializationContext context) throws JsonMappingException {
      return context.reportInputMismatch(this, "a text is missing here");
    }
  }
}
