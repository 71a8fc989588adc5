package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.pantau.model.Position;
import id.pantau.platform.PackedForm.Envelope;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The envelope around a form's content. */
final class PackedFormTest {
  @Test
  void join_anyEnvelope_comesBackAndLeavesTheContentWhole() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      byte[] content = new byte[random.nextInt(400)];
      random.nextBytes(content);
      @Nullable Position origin =
          random.nextBoolean()
              ? null
              : new Position(1 + random.nextInt(1 << 20), random.nextLong(1L << 48));
      Envelope envelope =
          new Envelope(
              "key-" + "é".repeat(random.nextInt(60)),
              random.nextLong(1L << 48),
              random.nextInt(4),
              random.nextInt() >>> random.nextInt(32),
              origin);
      byte[] packed = PackedForm.join(envelope, content);
      assertEquals(envelope, PackedForm.envelope(packed));
      assertArrayEquals(content, PackedForm.content(packed));
    }
  }

  @Test
  void join_pastTheLimit_isRefused() {
    Envelope envelope = new Envelope("key", 1, 2, 0, null);
    int room = PackedForm.BYTES_MAX - PackedForm.join(envelope, new byte[0]).length;
    assertEquals(PackedForm.BYTES_MAX, PackedForm.join(envelope, new byte[room]).length);
    assertThrows(
        IllegalArgumentException.class, () -> PackedForm.join(envelope, new byte[room + 1]));
  }
}
