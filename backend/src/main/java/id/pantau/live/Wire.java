package id.pantau.live;

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

  /** Says why, then closes; the viewer is no longer the hub's from the call on. */
  void close(CloseCode code);
}
