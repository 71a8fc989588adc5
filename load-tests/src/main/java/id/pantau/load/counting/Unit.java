package id.pantau.load.counting;

import java.io.IOException;

/**
 * What goes to Redis at once for a batch, and the answers it must get.
 *
 * @param command the bytes, of one command or several
 * @param replies how many answers follow
 */
record Unit(byte[] command, int replies, Check check) {
  /** Looks at an answer. */
  @FunctionalInterface
  interface Check {
    /**
     * @param number of the answer, from 0
     * @throws IOException where it is not what it must be
     */
    void take(int number, String answer) throws IOException;
  }
}
