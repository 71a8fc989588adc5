package id.pantau.model.places;

import id.pantau.model.AreaTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The words of all area names, packed: every folded name in one run of bytes, every distinct word
 * once in a sorted array, and for each word the areas that have it. 92,000 areas take a few
 * megabytes; nothing in it is an object for each area.
 */
final class SearchWords {
  /** What kind of place a name may begin with, in the order in which they follow each other. */
  private static final byte[][] KINDS = {
    "dki ".getBytes(StandardCharsets.US_ASCII),
    "kabupaten ".getBytes(StandardCharsets.US_ASCII),
    "kota ".getBytes(StandardCharsets.US_ASCII),
    "adm ".getBytes(StandardCharsets.US_ASCII),
  };

  private final byte[] names;
  private final int[] nameStart;
  private final String[] words;
  private final int[] areas;
  private final int[] areasStart;

  SearchWords(AreaTree tree) {
    Map<String, int[]> byWord = new HashMap<>();
    StringBuilder all = new StringBuilder();
    nameStart = new int[tree.size() + 1];
    for (int i = 0; i < tree.size(); i++) {
      String name = Folded.of(tree.area(i).name());
      all.append(name);
      nameStart[i + 1] = all.length();
      for (int from = 0, to; from < name.length(); from = to + 1) {
        int blank = name.indexOf(' ', from);
        to = blank < 0 ? name.length() : blank;
        add(byWord, name.substring(from, to), i);
      }
    }
    names = all.toString().getBytes(StandardCharsets.US_ASCII);
    words = byWord.keySet().toArray(new String[0]);
    Arrays.sort(words);
    areasStart = new int[words.length + 1];
    for (int w = 0; w < words.length; w++) {
      areasStart[w + 1] = areasStart[w] + byWord.getOrDefault(words[w], new int[1])[0];
    }
    areas = new int[areasStart[words.length]];
    for (int w = 0; w < words.length; w++) {
      int[] list = byWord.getOrDefault(words[w], new int[1]);
      System.arraycopy(list, 1, areas, areasStart[w], list[0]);
    }
  }

  /** Appends to a list whose first element is its length; a word twice in a name counts once. */
  private static void add(Map<String, int[]> byWord, String word, int area) {
    int[] list = byWord.getOrDefault(word, new int[2]);
    int length = list[0];
    if (word.isEmpty() || (length > 0 && list[length] == area)) {
      return;
    }
    if (length + 1 == list.length) {
      list = Arrays.copyOf(list, list.length * 2);
    }
    list[length + 1] = area;
    list[0] = length + 1;
    byWord.put(word, list);
  }

  /** How many areas {@link #forEach} would give. */
  int count(String prefix) {
    int from = first(prefix);
    int to = from;
    while (to < words.length && words[to].startsWith(prefix)) {
      to++;
    }
    return areasStart[to] - areasStart[from];
  }

  /** Gives each area that has a word with that prefix, some twice. */
  void forEach(String prefix, IntConsumer consumer) {
    for (int w = first(prefix); w < words.length && words[w].startsWith(prefix); w++) {
      for (int k = areasStart[w]; k < areasStart[w + 1]; k++) {
        consumer.accept(areas[k]);
      }
    }
  }

  private int first(String prefix) {
    int at = Arrays.binarySearch(words, prefix);
    return at >= 0 ? at : -at - 1;
  }

  /** True where a word of the area's own name begins with the prefix. */
  boolean has(int area, byte[] prefix) {
    int end = nameStart[area + 1];
    for (int at = nameStart[area]; at + prefix.length <= end; at++) {
      boolean wordStart = at == nameStart[area] || names[at - 1] == ' ';
      if (wordStart && startsAt(at, prefix)) {
        return true;
      }
    }
    return false;
  }

  /** True where the name begins with the text, with or without what kind of place it is. */
  boolean startsWith(int area, byte[] text) {
    return fits(nameStart[area], area, text) || fits(bare(area), area, text);
  }

  /** True where the name is the text, with or without what kind of place it is. */
  boolean is(int area, byte[] text) {
    int end = nameStart[area + 1];
    return startsWith(area, text)
        && (end - nameStart[area] == text.length || end - bare(area) == text.length);
  }

  private boolean fits(int at, int area, byte[] text) {
    return at + text.length <= nameStart[area + 1] && startsAt(at, text);
  }

  /** Where the name begins after its kinds: {@code jakarta pusat} of {@code kota adm jakarta …}. */
  private int bare(int area) {
    int at = nameStart[area];
    for (int k = 0; k < KINDS.length; k++) {
      if (at + KINDS[k].length < nameStart[area + 1] && startsAt(at, KINDS[k])) {
        at += KINDS[k].length;
      }
    }
    return at;
  }

  private boolean startsAt(int at, byte[] text) {
    for (int i = 0; i < text.length; i++) {
      if (names[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }
}
