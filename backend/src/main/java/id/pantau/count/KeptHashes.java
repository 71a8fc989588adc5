package id.pantau.count;

import java.util.HashMap;
import java.util.Map;

/** The hashes of the contents that a journal has, by province. One thread at a time. */
final class KeptHashes {
  private static final HashSet64 NONE = new HashSet64();

  private final Map<String, HashSet64> byProvince = new HashMap<>();

  /** An empty one that need not grow for so many of each province. */
  static KeptHashes withRoomFor(Map<String, Integer> hashes) {
    KeptHashes kept = new KeptHashes();
    hashes.forEach((province, n) -> kept.byProvince.put(province, HashSet64.withRoomFor(n)));
    return kept;
  }

  void add(String province, long hash) {
    byProvince.computeIfAbsent(province, p -> new HashSet64()).add(hash);
  }

  /** The first so many of these. */
  void addAll(String province, long[] hashes, int size) {
    HashSet64 into = byProvince.computeIfAbsent(province, p -> new HashSet64());
    for (int i = 0; i < size; i++) {
      into.add(hashes[i]);
    }
  }

  boolean contains(String province, long hash) {
    return of(province).contains(hash);
  }

  int size(String province) {
    return of(province).size();
  }

  /** Those of a province, to be read. */
  HashSet64 of(String province) {
    return byProvince.getOrDefault(province, NONE);
  }
}
