package id.pantau.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks a gzip body under a limit: a bomb is stopped at the limit, never unpacked. */
final class Gunzip {
  private Gunzip() {}

  /**
   * @param bytesMax bytes unpacked
   * @throws Rejected 413 past the limit, 400 where it is no gzip or cut off
   */
  static byte[] unpack(byte[] packed, int bytesMax) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] body = in.readNBytes(bytesMax);
      if (in.read() >= 0) {
        throw Rejected.tooLarge("a body has at most " + bytesMax + " bytes when unpacked");
      }
      return body;
    } catch (IOException e) {
      throw Rejected.malformed("the body is no whole gzip");
    }
  }
}
