package id.pantau.opendata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

final class GzipStreamTest {
  private static final byte[] ONE = text(3, 90_000);
  private static final byte[] OTHER = text(4, 70_001);

  /** Half of it repeats. */
  private static byte[] text(int seed, int length) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append("official,isTest,").append(random.nextInt());
    }
    return text.substring(0, length).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] plain(byte[] gzip) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    }
  }

  private static byte[] both() {
    byte[] both = java.util.Arrays.copyOf(ONE, ONE.length + OTHER.length);
    System.arraycopy(OTHER, 0, both, ONE.length, OTHER.length);
    return both;
  }

  @Test
  void end_theWholeIsOneMember_forReadersThatStopAfterTheFirst()
      throws IOException, DataFormatException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GzipStream gzip = new GzipStream(out)) {
      gzip.write(ONE);
      gzip.part();
      gzip.part();
      gzip.write(OTHER);
      gzip.part();
      gzip.end();
    }
    assertArrayEquals(both(), plain(out.toByteArray()));
    assertTrue(out.size() < both().length / 2, "nothing was packed");
    Inflater first = new Inflater(true);
    first.setInput(out.toByteArray(), 10, out.size() - 10);
    byte[] inflated = new byte[both().length + 1];
    assertEquals(both().length, first.inflate(inflated));
    assertTrue(first.finished());
    assertEquals(8, first.getRemaining(), "more than the trailer is left");
    first.end();
  }

  @Test
  void takeOver_aPartOfAnotherFile_givesTheBytesThatWritingItGives() throws IOException {
    ByteArrayOutputStream anew = new ByteArrayOutputStream();
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    try (GzipStream first = new GzipStream(anew);
        GzipStream second = new GzipStream(taken)) {
      first.write(ONE);
      first.part();
      int from = anew.size();
      first.write(OTHER);
      GzipStream.Inside inside = first.part();
      byte[] part = java.util.Arrays.copyOfRange(anew.toByteArray(), from, anew.size());
      first.end();
      second.write(ONE);
      second.part();
      taken.write(part);
      second.takeOver(inside);
      second.end();
    }
    assertArrayEquals(anew.toByteArray(), taken.toByteArray());
    assertArrayEquals(both(), plain(taken.toByteArray()));
  }

  @Test
  void end_ofNothing_isAnEmptyFileThatReadersTake() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GzipStream gzip = new GzipStream(out)) {
      gzip.part();
      gzip.end();
    }
    assertEquals(0, plain(out.toByteArray()).length);
  }

  @Test
  void crcOfTwoTexts_isThatOfTheWhole() {
    assertEquals(crc(both()), Crc.joined(crc(ONE), crc(OTHER), OTHER.length));
    assertEquals(crc(ONE), Crc.joined(0, crc(ONE), ONE.length));
    assertEquals(crc(ONE), Crc.joined(crc(ONE), 0, 0));
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
