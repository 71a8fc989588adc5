package id.pantau.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReplayNdjsonTest {
  @Test
  void next_linesOfAllKinds_goByteForByte() {
    byte[] broken = {'{', '"', (byte) 0xff, '\n'};
    List<ReplayLine> lines =
        read("{\"users\":{\"station\":\"no\"},\"station\":\"A\"}\r\n\n{]", null);
    assertEquals(List.of("A", ""), lines.stream().map(ReplayLine::station).toList());
    assertEquals(
        "{\"users\":{\"station\":\"no\"},\"station\":\"A\"}",
        new String(lines.get(0).json(), StandardCharsets.UTF_8));
    ReplayLine line = new ReplayNdjson(new ByteArrayInputStream(broken), null).next();
    assertArrayEquals(new byte[] {'{', '"', (byte) 0xff}, line.json());
    assertNull(line.at());
  }

  @Test
  void next_until_leavesOutWhatCameThenOrLater() {
    String text =
        """
        {"station":"A","recordedAt":"2024-02-15T10:00:00+07:00"}
        {"station":"B","recordedAt":"2024-02-15T02:59:59Z"}
        {"station":"C"}
        """;
    List<ReplayLine> lines = read(text, Instant.parse("2024-02-15T03:00:00Z"));
    assertEquals(List.of("B", "C"), lines.stream().map(ReplayLine::station).toList());
  }

  @Test
  void hasNext_emptyInput_isFalse() {
    assertFalse(new ReplayNdjson(new ByteArrayInputStream(new byte[0]), null).hasNext());
  }

  private static List<ReplayLine> read(
      String text, @org.jspecify.annotations.Nullable Instant until) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<ReplayLine> lines = new ArrayList<>();
    new ReplayNdjson(new ByteArrayInputStream(bytes), until).forEachRemaining(lines::add);
    return lines;
  }
}
