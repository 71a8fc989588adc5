package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The number encodings that journals and logs outlive us with: bytes, not only round trips. */
final class BytesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "1, 01",
    "127, 7f",
    "128, 8001",
    "300, ac02",
    "16383, ff7f",
    "16384, 808001",
    "9223372036854775807, ffffffffffffffff7f",
    "-1, ffffffffffffffffff01"
  })
  void varint_isUnsignedLeb128(long value, String hex) {
    Bytes out = new Bytes();
    out.varint(value);
    assertEquals(hex, HexFormat.of().formatHex(out.toArray()));
    assertEquals(value, new Bytes.Reader(out.toArray(), 0).varint());
  }

  @ParameterizedTest
  @CsvSource({"0, 00", "-1, 01", "1, 02", "-2, 03", "25200, e08903", "-43200, ffa205"})
  void zigzag_keepsSmallNegativesSmall(long value, String hex) {
    Bytes out = new Bytes();
    out.zigzag(value);
    assertEquals(hex, HexFormat.of().formatHex(out.toArray()));
    assertEquals(value, new Bytes.Reader(out.toArray(), 0).zigzag());
  }

  @Test
  void fixed_isBigEndian() {
    Bytes out = new Bytes();
    out.fixed(0x0102030405L, 6);
    assertEquals("000102030405", HexFormat.of().formatHex(out.toArray()));
    assertEquals(0x0102030405L, new Bytes.Reader(out.toArray(), 0).fixed(6));
  }

  @Test
  void text_isLengthInBytesThenUtf8() {
    Bytes out = new Bytes();
    out.text("Aé€😀");
    assertEquals("0a41c3a9e282acf09f9880", HexFormat.of().formatHex(out.toArray()));
    assertEquals("Aé€😀", new Bytes.Reader(out.toArray(), 0).text());
  }

  @Test
  void reader_readsBackWhateverWasWritten_inOrder() {
    Random random = new Random(7);
    Bytes out = new Bytes();
    long[] longs = random.longs(500).map(n -> n >> random.nextInt(64)).toArray();
    byte[] raw = new byte[300];
    random.nextBytes(raw);
    for (long n : longs) {
      out.varint(n);
      out.zigzag(n);
      out.fixed(n, 8);
      out.u8((int) n);
    }
    out.raw(raw);
    assertEquals(out.size(), out.toArray().length);
    Bytes.Reader in = new Bytes.Reader(out.toArray(), 0);
    for (long n : longs) {
      assertEquals(n, in.varint());
      assertEquals(n, in.zigzag());
      assertEquals(n, in.fixed(8));
      assertEquals((int) n & 0xff, in.u8());
    }
    assertArrayEquals(raw, in.raw(300));
    assertEquals(out.size(), in.at());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void reader_pastTheEnd_throwsAndNeverMakesBytesUp(int there) {
    byte[] data = new byte[there];
    assertThrows(IndexOutOfBoundsException.class, () -> new Bytes.Reader(data, 0).raw(4));
    assertThrows(IndexOutOfBoundsException.class, () -> new Bytes.Reader(data, 0).fixed(4));
    assertThrows(IndexOutOfBoundsException.class, () -> new Bytes.Reader(data, there).u8());
    assertThrows(IndexOutOfBoundsException.class, () -> new Bytes.Reader(data, there).raw(1));
    byte[] text = new byte[there + 1];
    text[0] = 4;
    assertThrows(IndexOutOfBoundsException.class, () -> new Bytes.Reader(text, 0).text());
  }

  @Test
  void reader_numberWithoutEnd_throws() {
    byte[] endless = HexFormat.of().parseHex("ff".repeat(11));
    assertThrows(IndexOutOfBoundsException.class, () -> new Bytes.Reader(endless, 0).varint());
  }
}
