package id.pantau.api.card;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes an image as PNG with a palette (ISO/IEC 15948). A card has few colours and their edges: a
 * byte a pixel makes it half as large as the JDK's writer, which writes all three channels. Where
 * there are more than 256 colours, the edges become coarser; the colours to keep stay exact.
 */
final class Png {
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int COLORS_MAX = 256;
  private static final int LEVEL = 6;

  private Png() {}

  /**
   * @param image of TYPE_INT_RGB
   * @param kept colours that carry meaning, 0xRRGGBB, fewer than 128
   */
  static byte[] of(BufferedImage image, Collection<Integer> kept) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    Palette palette = palette(pixels, kept);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(SIGNATURE);
      chunk(out, "IHDR", header(image.getWidth(), image.getHeight()));
      chunk(out, "PLTE", colors(palette.colors()));
      chunk(out, "IDAT", deflated(rows(pixels, image.getWidth(), palette.places())));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The colours to keep, then the most frequent of each kind, the most frequent first. */
  private static Palette palette(int[] pixels, Collection<Integer> kept) {
    Map<Integer, int[]> seen = new HashMap<>();
    int run = 0;
    for (int i = 1; i <= pixels.length; i++) {
      run++;
      if (i == pixels.length || pixels[i] != pixels[i - 1]) {
        seen.computeIfAbsent(pixels[i - 1] & 0xffffff, rgb -> new int[1])[0] += run;
        run = 0;
      }
    }
    List<Integer> frequent =
        seen.entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<Integer, int[]> e) -> -e.getValue()[0])
                    .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .toList();
    for (int mask = 0xff; ; mask = (mask << 1) & 0xff) {
      Palette palette = Palette.of(kept, frequent, mask * 0x010101);
      if (palette.colors().size() <= COLORS_MAX) {
        return palette;
      }
    }
  }

  /**
   * What stands for what.
   *
   * @param places colour → its place among the colours
   */
  private record Palette(List<Integer> colors, Map<Integer, Integer> places) {
    /** Colours that are alike under the mask share the first of them, but for those to keep. */
    static Palette of(Collection<Integer> kept, List<Integer> frequent, int mask) {
      List<Integer> colors = new ArrayList<>();
      Map<Integer, Integer> places = new HashMap<>();
      Map<Integer, Integer> kinds = new HashMap<>();
      for (int rgb : kept) {
        if (places.putIfAbsent(rgb, colors.size()) == null) {
          kinds.putIfAbsent(rgb & mask, colors.size());
          colors.add(rgb);
        }
      }
      for (int rgb : frequent) {
        if (!places.containsKey(rgb)) {
          Integer place = kinds.putIfAbsent(rgb & mask, colors.size());
          places.put(rgb, place == null ? colors.size() : place);
          if (place == null) {
            colors.add(rgb);
          }
        }
      }
      return new Palette(colors, places);
    }
  }

  /** The places of all pixels, before each row the filter's number 0: none. */
  private static byte[] rows(int[] pixels, int width, Map<Integer, Integer> places) {
    byte[] rows = new byte[pixels.length + pixels.length / width];
    int to = 0;
    int before = -1;
    byte place = 0;
    for (int i = 0; i < pixels.length; i++) {
      if (i % width == 0) {
        to++;
      }
      int rgb = pixels[i] & 0xffffff;
      if (rgb != before) {
        place = (byte) (int) Objects.requireNonNull(places.get(rgb));
        before = rgb;
      }
      rows[to++] = place;
    }
    return rows;
  }

  /** Eight bits a pixel, with a palette, deflated, filtered by row, not interlaced. */
  private static byte[] header(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(width);
    out.writeInt(height);
    out.write(new byte[] {8, 3, 0, 0, 0});
    return bytes.toByteArray();
  }

  private static byte[] colors(List<Integer> palette) {
    byte[] bytes = new byte[palette.size() * 3];
    for (int i = 0; i < palette.size(); i++) {
      int rgb = palette.get(i);
      bytes[i * 3] = (byte) (rgb >> 16);
      bytes[i * 3 + 1] = (byte) (rgb >> 8);
      bytes[i * 3 + 2] = (byte) rgb;
    }
    return bytes;
  }

  private static byte[] deflated(byte[] rows) {
    Deflater deflater = new Deflater(LEVEL);
    try {
      deflater.setInput(rows);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
      byte[] part = new byte[16 * 1024];
      while (!deflater.finished()) {
        out.write(part, 0, deflater.deflate(part));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) check.getValue());
  }
}
