package id.pantau.live;

import io.netty.channel.unix.FileDescriptor;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The viewers of one turn who are written to without a look at their sessions, all of them the same
 * bytes: in one call of the kernel where it has io_uring, one after the other where it has not.
 */
final class Straight {
  /** Viewers of a turn, before others on the event loop get theirs. */
  static final int TURN = 512;

  /** What is said to have been written to a socket that is broken. */
  static final int FAILED = -1;

  /** Fewer are written one by one: a ring has its own cost. */
  private static final int RING_MIN = 4;

  private final @Nullable FileDescriptor[] sockets = new @Nullable FileDescriptor[TURN];
  private final int[] places = new int[TURN];
  private final int[] written = new int[TURN];
  private @Nullable Ring ring;
  private int size;

  /** To be called on the event loop that will write. */
  void start() {
    ring = Ring.isThere() ? Ring.open(TURN) : null;
  }

  void stop() {
    if (ring != null) {
      ring.stop();
      ring = null;
    }
  }

  /** Begins a turn. */
  void begin() {
    size = 0;
  }

  /**
   * @param place of the viewer in its feed's list
   * @param socket an open one
   */
  void add(int place, FileDescriptor socket) {
    places[size] = place;
    sockets[size++] = socket;
  }

  int size() {
    return size;
  }

  /**
   * Writes to all that were added; between that and this no socket may have been closed.
   *
   * @return calls of the kernel that it took
   */
  int write(Encoded text) {
    int calls = size;
    if (ring != null && size >= RING_MIN) {
      calls = 1;
      if (!ring.send(sockets, size, text, written)) {
        ring = null;
      }
    } else {
      for (int i = 0; i < size; i++) {
        written[i] = write(text, sockets[i]);
      }
    }
    Arrays.fill(sockets, 0, size, null);
    return calls;
  }

  /**
   * Those who got less than all of it, each with how many bytes or {@link #FAILED}. The places that
   * were added must still be theirs: whoever leaves gives its place to another.
   *
   * @param at the viewer at a place; asked of these alone, whose objects are then looked at
   */
  Map<Session, Integer> behind(Encoded text, IntFunction<Session> at) {
    int length = text.frameLength();
    @Nullable Map<Session, Integer> behind = null;
    for (int i = 0; i < size; i++) {
      if (written[i] < length) {
        behind = behind == null ? new LinkedHashMap<>() : behind;
        behind.put(at.apply(places[i]), written[i]);
      }
    }
    return behind == null ? Map.of() : behind;
  }

  private static int write(Encoded text, @Nullable FileDescriptor socket) {
    try {
      return socket == null ? FAILED : text.writeTo(socket);
    } catch (IOException e) {
      return FAILED;
    }
  }
}
