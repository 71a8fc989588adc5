package id.pantau.live;

import io.netty.channel.unix.FileDescriptor;
import org.jspecify.annotations.Nullable;

/** The way out to one viewer. Used on its hub's event loop only. */
interface Wire {
  /** How a viewer is connected. */
  enum Kind {
    SOCKET,
    EVENTS
  }

  Kind kind();

  /** False while more is unsent than the backlog allows: then nothing new may be queued. */
  boolean isWritable();

  /** Takes bytes for the next {@link #flush}; keeps a reference, not a copy. */
  void queue(Encoded text);

  /** Sends what was queued, as one write. */
  void flush();

  /** Sends one text that nothing was queued before. */
  default void send(Encoded text) {
    queue(text);
    flush();
  }

  /**
   * The socket, where nothing is unsent and bytes may be written to it past this wire; null
   * elsewhere. True only until something else is sent through the wire.
   */
  default @Nullable FileDescriptor drained() {
    return null;
  }

  /** Sends a text from a byte of its frame on: what stands before it was written past this wire. */
  default void sendRest(Encoded text, int from) {
    throw new IllegalStateException("nothing is written past this wire");
  }

  /** The socket does not take bytes any more. */
  default void fail() {
    close(CloseCode.BROKEN);
  }

  /** Says why, then closes; the viewer is no longer the hub's from the call on. */
  void close(CloseCode code);
}
