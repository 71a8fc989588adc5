package id.pantau.model.places;

import id.pantau.model.AreaTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The best areas for some words: first those whose name is the text, then those whose name begins
 * with it, then the rest ({@code KOTA BOGOR} counts as {@code bogor}); among equals the bigger
 * area, then the order of codes. Every word must begin a word of the area's own name or of an area
 * above it, at least one its own, so {@code sukamaju garut} finds the right one of many.
 */
final class SearchRanking {
  /** Areas looked at for one question, those of its rarest word first; then it stops looking. */
  private static final int LOOKS_MAX = 40_000;

  private static final int EXACT = 0;
  private static final int PREFIX = 1;
  private static final int OTHER = 2;
  private static final int RANK_SHIFT = 40;
  private static final int LEVEL_SHIFT = 32;

  private final AreaTree tree;
  private final SearchWords words;
  private final byte[] text;
  private final byte[][] prefixes;
  private final IntPredicate wanted;
  private final long[] best;
  private int found;
  private int looks;

  /**
   * @param asked folded words
   * @param wanted areas that may be hits
   * @param max hits at most
   */
  SearchRanking(
      AreaTree tree, SearchWords words, List<String> asked, IntPredicate wanted, int max) {
    this.tree = tree;
    this.words = words;
    this.text = String.join(" ", asked).getBytes(StandardCharsets.US_ASCII);
    this.prefixes =
        asked.stream().map(w -> w.getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);
    this.wanted = wanted;
    this.best = new long[max];
    asked.stream()
        .distinct()
        .sorted((a, b) -> Integer.compare(words.count(a), words.count(b)))
        .forEach(word -> words.forEach(word, this::look));
  }

  /** Indices of the best areas, best first. */
  int[] areas() {
    int[] areas = new int[found];
    Arrays.setAll(areas, i -> (int) best[i]);
    return areas;
  }

  private void look(int area) {
    if (looks++ >= LOOKS_MAX) {
      return;
    }
    long key = key(area);
    if (found == best.length && key >= best[found - 1]) {
      return;
    }
    if (wanted.test(area) && hasAll(area)) {
      keep(key);
    }
  }

  private long key(int area) {
    long rank = words.is(area, text) ? EXACT : words.startsWith(area, text) ? PREFIX : OTHER;
    return rank << RANK_SHIFT | (long) tree.area(area).level() << LEVEL_SHIFT | area;
  }

  private boolean hasAll(int area) {
    for (byte[] prefix : prefixes) {
      int at = area;
      while (at >= 0 && !words.has(at, prefix)) {
        at = tree.area(at).parent();
      }
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  private void keep(long key) {
    int at = Arrays.binarySearch(best, 0, found, key);
    if (at >= 0) {
      return;
    }
    int place = -at - 1;
    found = Math.min(found + 1, best.length);
    System.arraycopy(best, place, best, place + 1, found - 1 - place);
    best[place] = key;
  }
}
