package id.pantau.load.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Objects;
import org.junit.jupiter.api.Test;

final class MessagesTest {
  private final Messages messages = new Messages();

  private Message of(String text, int before) throws ProtocolFault {
    byte[] bytes = (" ".repeat(before) + text).getBytes(UTF_8);
    return messages.of(bytes, before, bytes.length - before);
  }

  private static String state(int revision) {
    return "{\"topic\":\"ppwp/0\",\"position\":{\"epoch\":1,\"revision\":" + revision + "}}";
  }

  @Test
  void of_sameBytesElsewhere_isTheSameMessageParsedOnce() throws ProtocolFault {
    assertSame(of(state(7), 0), of(state(7), 3));
    assertEquals(1, messages.parsed());
  }

  @Test
  void of_manyTextsThatDifferInOneByte_givesEachItsOwn() throws ProtocolFault {
    for (int round = 0; round < 2; round++) {
      for (int revision = 10_000; revision < 30_000; revision++) {
        assertEquals(
            revision, Objects.requireNonNull(of(state(revision), 1).position()).revision());
      }
    }
  }
}
