package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;

/**
 * What every row says of itself, for a row is copied without the page it stood on: that it is no
 * official result, and whether it is of a test.
 */
final class Honesty {
  static final List<Column> COLUMNS =
      List.of(
          Column.yesNo("official", "always false: KPU's tiered recapitulation sets the result"),
          Column.yesNo("isTest", "true where the numbers are no running election's"));

  private static final SerializedString OFFICIAL = new SerializedString("official");
  private static final SerializedString IS_TEST = new SerializedString("isTest");

  private Honesty() {}

  static void fields(JsonGenerator g, boolean isTest) throws IOException {
    g.writeFieldName(OFFICIAL);
    g.writeBoolean(false);
    g.writeFieldName(IS_TEST);
    g.writeBoolean(isTest);
  }
}
