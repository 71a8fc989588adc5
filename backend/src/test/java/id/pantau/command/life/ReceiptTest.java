package id.pantau.command.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.pantau.command.Reply;
import id.pantau.model.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReceiptTest {
  @Test
  void of_shortForm_andIntakesAnswer_areTheSame() {
    Receipt wanted = new Receipt("1101012001001", new Position(1, 42));
    assertEquals(wanted, Receipt.of(" 1101012001001/1-42\n"));
    assertEquals(
        wanted,
        Receipt.of(
            "{\"line\":7,\"station\":\"1101012001001\",\"status\":\"counted\",\"findings\":[],"
                + "\"position\":{\"epoch\":1,\"revision\":42}}"));
    assertEquals("1101012001001/1-42", wanted.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1101012001001",
        "1101012001001/42",
        "1101012001001/-1-42",
        "1101012001001/1-9999999999999999",
        "{",
        "{\"station\":\"1101012001001\",\"position\":null}",
        "{\"station\":1,\"position\":{\"epoch\":1,\"revision\":42}}",
        "{\"station\":\"1101012001001\",\"position\":{\"epoch\":1,\"revision\":42.5}}"
      })
  void of_anythingElse_isMalformed(String text) {
    assertThrows(Reply.No.class, () -> Receipt.of(text));
  }

  @Test
  void of_tooLong_isMalformed() {
    assertThrows(Reply.No.class, () -> Receipt.of("1".repeat(5000)));
  }
}
