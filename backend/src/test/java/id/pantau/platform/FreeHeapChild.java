package id.pantau.platform;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/** A JVM that had a rush, holds a part of it, and says how small its heap gets. */
public final class FreeHeapChild {
  private static final int BLOCK_BYTES = 64 * 1024;
  private static final int RUSH_BYTES = 300 << 20;
  static final int HELD_BYTES = 50 << 20;
  private static final int LOOK_MILLIS = 50;

  private FreeHeapChild() {}

  /**
   * Prints the bytes of its heap.
   *
   * @param args the bytes that it waits for, for how many milliseconds at most, and anything where
   *     it is to give back
   */
  public static void main(String[] args) throws InterruptedException {
    long wanted = Long.parseLong(args[0]);
    int looks = Integer.parseInt(args[1]) / LOOK_MILLIS;
    if (args.length > 2) {
      FreeHeap.giveBack();
    }
    ArrayDeque<byte[]> rush = new ArrayDeque<>();
    while ((long) rush.size() * BLOCK_BYTES < RUSH_BYTES) {
      rush.add(new byte[BLOCK_BYTES]);
    }
    while ((long) rush.size() * BLOCK_BYTES > HELD_BYTES) {
      rush.remove();
    }
    Runtime jvm = Runtime.getRuntime();
    for (int look = 0; look < looks && jvm.totalMemory() > wanted; look++) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    System.out.println(jvm.totalMemory());
    System.out.println(rush.size());
  }
}
