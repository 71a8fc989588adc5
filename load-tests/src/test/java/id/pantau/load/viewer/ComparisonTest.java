package id.pantau.load.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private static final String ROWS =
      "\"children\":[{\"code\":\"3101\",\"n\":1},{\"code\":\"3171\",\"n\":2}]";

  private static String body(int revision, int votes, String more) {
    return "{\"digest\":\"%d\",\"position\":{\"epoch\":1,\"revision\":%d},\"totals\":{\"votes\":{\"100025\":%d}}%s}"
        .formatted(votes + revision, revision, votes, more);
  }

  private static @Nullable String difference(String shown, String said, boolean children)
      throws ProtocolFault, IOException {
    byte[] bytes =
        shown.replaceFirst("\\{", "{\"topic\":\"ppwp/31\",\"complete\":true,").getBytes(UTF_8);
    JsonNode api = new ObjectMapper().readTree(said);
    return Comparison.difference(Shown.of(Message.parse(bytes, 0, bytes.length)), api, children);
  }

  @Test
  void difference_sameFiguresAtALaterPosition_isNone() throws Exception {
    assertNull(difference(body(3, 10, ""), body(5, 10, "," + ROWS), false));
    assertNull(difference(body(3, 10, "," + ROWS), body(5, 10, "," + ROWS), true));
  }

  @Test
  void difference_oneVote_namesItsPlace() throws Exception {
    assertEquals(
        "ppwp/31: /totals/votes/100025 shows 10, the API says 11",
        difference(body(3, 10, ""), body(3, 11, ""), false));
  }

  @Test
  void difference_viewerAheadOfTheApi_isOne() throws Exception {
    String difference = difference(body(6, 10, ""), body(5, 10, ""), false);
    assertTrue(assertNotNullText(difference).contains("behind"), difference);
  }

  @Test
  void difference_aRowThatIsOldOrMissing_isOne() throws Exception {
    String old = ROWS.replace("\"n\":2", "\"n\":1");
    assertNotNull(difference(body(3, 10, "," + old), body(3, 10, "," + ROWS), true));
    String missing = "\"children\":[{\"code\":\"3101\",\"n\":1}]";
    assertNotNull(difference(body(3, 10, "," + missing), body(3, 10, "," + ROWS), true));
  }

  private static String assertNotNullText(@Nullable String text) {
    assertNotNull(text);
    return text;
  }
}
