package id.pantau.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PendingTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private final Pending pending = new Pending("ppwp/0");

  private static Draft draft(String digest) {
    return new Draft("t", "ppwp/0", digest, Buffer.buffer("{}"), false);
  }

  @Test
  void mark_manyTimes_isOneMessageInItsFirstPlace() {
    pending.mark(3);
    pending.mark(4);
    assertEquals(3, pending.place());
    pending.take();
    assertFalse(pending.isWaiting());
    pending.mark(5);
    assertEquals(5, pending.place());
  }

  @Test
  void prepare_sameState_keepsIdAndTime_anotherStateIsAnotherMessage() {
    pending.prepare(draft("a"), NOON);
    String first = pending.id();
    assertTrue(first.matches("msg_[0-9a-f]{32}"), first);
    pending.prepare(draft("a"), NOON.plusSeconds(9));
    assertEquals(first, pending.id());
    assertEquals(NOON, pending.time());
    pending.prepare(draft("b"), NOON.plusSeconds(9));
    assertNotEquals(first, pending.id());
    assertEquals(NOON.plusSeconds(9), pending.time());
  }

  @Test
  void delivered_thenTheSameStateAgain_isNews_onlyWhereAnotherWasBetween() {
    pending.prepare(draft("a"), NOON);
    String first = pending.id();
    pending.delivered(draft("a"), 1_000);
    assertTrue(pending.has(draft("a")));
    pending.prepare(draft("b"), NOON);
    pending.delivered(draft("b"), 1_000);
    assertFalse(pending.has(draft("a")));
    pending.prepare(draft("a"), NOON);
    assertNotEquals(first, pending.id());
  }

  @Test
  void delivered_restsUntilItsTime() {
    pending.delivered(draft("a"), 1_000);
    pending.mark(1);
    assertFalse(pending.isDue(999));
    assertTrue(pending.isDue(1_000));
  }
}
