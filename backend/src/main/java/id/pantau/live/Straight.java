package id.pantau.live;

import io.netty.channel.unix.FileDescriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The viewers of one turn who are written to without a look at their sessions: in one call of the
 * kernel where it has io_uring, one after the other where it has not.
 */
final class Straight {
  /** Viewers of a turn, before others on the event loop get theirs. */
  static final int TURN = 512;

  /** What is said to have been written to a socket that is broken. */
  static final int FAILED = -1;

  /** Fewer are written one by one: a ring has its own cost. */
  private static final int RING_MIN = 4;

  private final @Nullable FileDescriptor[] sockets = new @Nullable FileDescriptor[TURN];
  private final @Nullable Encoded[] texts = new @Nullable Encoded[TURN];
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

  /** One who got less than all of a text: how many bytes of it, or {@link #FAILED}. */
  record Behind(Session session, Encoded text, int written) {
    /** Sends it the rest; whoever turns out to be gone leaves, and its places are another's. */
    void send() {
      session.sendRest(text, written);
    }
  }

  /** Begins a turn. */
  void begin() {
    Arrays.fill(texts, 0, size, null);
    size = 0;
  }

  /**
   * @param place of the viewer in its list
   * @param socket an open one
   */
  void add(int place, FileDescriptor socket, Encoded text) {
    places[size] = place;
    texts[size] = text;
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
  int write() {
    int calls = size;
    if (ring != null && size >= RING_MIN) {
      calls = 1;
      if (!ring.send(sockets, texts, size, written)) {
        ring = null;
      }
    } else {
      for (int i = 0; i < size; i++) {
        written[i] = write(texts[i], sockets[i]);
      }
    }
    Arrays.fill(sockets, 0, size, null);
    return calls;
  }

  /**
   * Those who got less than all of it. The places that were added must still be theirs: whoever
   * leaves gives its place to another.
   *
   * @param at the viewer at a place; asked of these alone, whose objects are then looked at
   */
  List<Behind> behind(IntFunction<Session> at) {
    List<Behind> behind = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Encoded text = texts[i];
      if (text != null && written[i] < text.frameLength()) {
        behind.add(new Behind(at.apply(places[i]), text, written[i]));
      }
    }
    return behind;
  }

  private static int write(@Nullable Encoded text, @Nullable FileDescriptor socket) {
    try {
      return socket == null || text == null ? FAILED : text.writeTo(socket);
    } catch (IOException e) {
      return FAILED;
    }
  }
}
