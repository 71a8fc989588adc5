package id.pantau.load.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Things numbered from 0 in the order in which they were first seen. */
final class Numbering {
  private final Map<Integer, Integer> numbers = new LinkedHashMap<>();

  /** The number of a thing, a new one where it is seen first. */
  int of(int thing) {
    Integer known = numbers.putIfAbsent(thing, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  int size() {
    return numbers.size();
  }

  Set<Integer> things() {
    return numbers.keySet();
  }
}
