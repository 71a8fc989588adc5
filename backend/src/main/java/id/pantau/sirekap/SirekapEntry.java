package id.pantau.sirekap;

/**
 * One file of a tree.
 *
 * @param name its path within the tree, with slashes; for a refusal and to tell what it is
 * @param station the code where the name or the place says it, else empty
 * @param json its bytes
 */
record SirekapEntry(String name, String station, byte[] json) {
  /** No file of KPU's is near it: a village of 500 stations is 80 kB. */
  static final int BYTES_MAX = 1 << 20;
}
