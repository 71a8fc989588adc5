package id.pantau.api.card;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Official colours made visible: kept in hue and only as far darkened or lightened as the contrast
 * against the papers asks (WCAG 1.4.11). The same rule as the pages' ({@code
 * frontend/src/model/color.ts}), on the same two papers, so that a choice has one colour
 * everywhere.
 */
final class ChoiceColor {
  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final List<Integer> PAPERS = List.of(Ink.PAPER, 0x111417);
  private static final double RATIO_MIN = 3;
  private static final int STEPS = 100;
  private static final int GREY = 0x808080;

  private ChoiceColor() {}

  /** {@code 0xRRGGBB} for an official {@code #RRGGBB}; a text that is none counts as grey. */
  static int visible(String official) {
    int from = HEX.matcher(official).matches() ? Integer.parseInt(official.substring(1), 16) : GREY;
    for (int step = 0; step <= STEPS; step++) {
      for (int toward : new int[] {0, 255}) {
        int mixed = mix(from, toward, step / (double) STEPS);
        if (PAPERS.stream().allMatch(paper -> contrast(mixed, paper) >= RATIO_MIN)) {
          return mixed;
        }
      }
    }
    return GREY;
  }

  private static int mix(int from, int toward, double part) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int value = (from >> shift) & 0xff;
      mixed |= (int) Math.round(value + (toward - value) * part) << shift;
    }
    return mixed;
  }

  /** WCAG's ratio of two colours, 1 … 21. */
  static double contrast(int a, int b) {
    double one = luminance(a);
    double two = luminance(b);
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int value) {
    double s = (value & 0xff) / 255.0;
    return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
  }
}
