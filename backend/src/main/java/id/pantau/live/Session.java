package id.pantau.live;

import id.pantau.model.Topic;
import io.netty.channel.unix.FileDescriptor;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A viewer: a wire, what is watched over it, and since when it has not drained. There is no queue:
 * what a viewer must get follows from what each watch was sent last, so a slow viewer skips to the
 * newest state, and its memory does not grow.
 */
final class Session {
  private final Hub hub;
  private final Wire wire;
  private Watch[] watches = new Watch[1];
  private int size;
  private int next;
  private boolean sending;
  private boolean gone;
  private boolean upToDate;
  private @Nullable FileDescriptor steady;
  private long blockedSinceNanos;
  private long heardNanos;

  /** Its place in the hub's list. */
  int place;

  /** Which share of the heartbeats is its. */
  int share;

  Session(Hub hub, Wire wire, long nowNanos) {
    this.hub = hub;
    this.wire = wire;
    this.heardNanos = nowNanos;
  }

  Wire wire() {
    return wire;
  }

  int topics() {
    return size;
  }

  @Nullable Watch find(Topic topic) {
    for (int i = 0; i < size; i++) {
      if (watches[i].feed.topic().equals(topic)) {
        return watches[i];
      }
    }
    return null;
  }

  Watch watch(int place) {
    return watches[place];
  }

  void add(Watch watch) {
    if (size == watches.length) {
      watches = Arrays.copyOf(watches, size * 2);
    }
    settle(null);
    watches[size++] = watch;
    upToDate = false;
  }

  void remove(Watch watch) {
    settle(null);
    for (int i = 0; i < size; i++) {
      if (watches[i] == watch) {
        watches[i] = watches[--size];
        Arrays.fill(watches, size, size + 1, null);
        return;
      }
    }
  }

  /** Sends each topic's newest state that was not sent yet, all of them as one write. */
  void send() {
    if (sending || gone) {
      return;
    }
    sending = true;
    try {
      while (sendSome()) {
        hub.tally().write();
      }
    } finally {
      sending = false;
    }
  }

  /**
   * Sends one topic's newest state. Who watches many is asked for nothing else of them where
   * nothing else can be new: with 64 that look would cost more than the write.
   *
   * @param alone false where the hub has a state of another topic on its way
   */
  void send(Watch newest, boolean alone) {
    if (!alone || !upToDate || sending) {
      send();
    } else if (!gone && newest.isStale()) {
      sending = true;
      try {
        upToDate = wire.isWritable();
        if (sendOne(newest)) {
          hub.tally().write();
        }
      } finally {
        sending = false;
      }
    }
  }

  /**
   * One write; begins where the last one had to stop, so that no topic starves the others.
   *
   * @return true where something was sent
   */
  private boolean sendSome() {
    if (size == 1) {
      return sendOne(watches[0]);
    }
    boolean some = false;
    boolean all = true;
    for (int i = 0; i < size && !gone; i++) {
      int at = (next + i) % size;
      if (!watches[at].isStale()) {
        continue;
      }
      if (!wire.isWritable()) {
        next = at;
        all = false;
        break;
      }
      Encoded text = watches[at].take();
      if (text != null) {
        wire.queue(text);
        sent(watches[at], text);
        some = true;
      }
    }
    upToDate = all;
    if (some) {
      wire.flush();
      written();
      settle();
    }
    return some;
  }

  /** Nothing is queued: most viewers watch one topic, and of several mostly one is new. */
  private boolean sendOne(Watch watch) {
    if (gone || !watch.isStale() || !wire.isWritable()) {
      return false;
    }
    Encoded text = watch.take();
    if (text == null) {
      return false;
    }
    wire.send(text);
    sent(watch, text);
    written();
    settle();
    return true;
  }

  /**
   * The wire took only the beginning of a text that went past this session, which is not steady
   * until that has drained.
   *
   * @param from how much; below 0 where it is broken
   */
  void sendRest(Encoded text, int from) {
    settle(null);
    if (from < 0) {
      wire.fail();
    } else {
      wire.sendRest(text, from);
      written();
    }
  }

  /**
   * Says whether the feeds may write past this session: where nothing to its viewer is unsent. To
   * be called after whatever was written through the wire.
   */
  void settle() {
    if (!gone) {
      settle(wire.drained());
    }
  }

  /** Tells each feed, but only what it was not told: a viewer may watch many. */
  private void settle(@Nullable FileDescriptor socket) {
    if (!Objects.equals(steady, socket)) {
      steady = socket;
      for (int i = 0; i < size; i++) {
        watches[i].setSteady(socket, size == 1);
      }
    }
  }

  private void sent(Watch watch, Encoded text) {
    watch.feed.sent(text);
    hub.tally().delivery(text.length());
  }

  private void written() {
    if (blockedSinceNanos == 0 && !wire.isWritable()) {
      writability(false, System.nanoTime());
    }
  }

  /**
   * Sends one text that is no state, unless the viewer is behind: it would only be more to read.
   *
   * @return true where it was sent
   */
  boolean say(Encoded text) {
    if (gone || !wire.isWritable()) {
      return false;
    }
    wire.send(text);
    written();
    settle();
    return true;
  }

  /** The wire took more than the backlog, or has drained again. */
  void writability(boolean writable, long nowNanos) {
    if (!writable) {
      blockedSinceNanos = nowNanos == 0 ? 1 : nowNanos;
    } else {
      blockedSinceNanos = 0;
      send();
    }
  }

  /** The viewer sent something; a pong counts. */
  void heard(long nowNanos) {
    heardNanos = nowNanos;
  }

  /** Nanoseconds for which it has not drained; 0 where it has. */
  long blockedNanos(long nowNanos) {
    return blockedSinceNanos == 0 ? 0 : nowNanos - blockedSinceNanos;
  }

  long silentNanos(long nowNanos) {
    return nowNanos - heardNanos;
  }

  /** Closes the wire with a reason and leaves the hub. */
  void close(CloseCode code) {
    if (!gone) {
      hub.tally().closed(code);
      leave();
      wire.close(code);
    }
  }

  /** The wire is closed or closing: nothing is sent any more. */
  void leave() {
    if (!gone) {
      gone = true;
      hub.leave(this);
    }
  }
}
