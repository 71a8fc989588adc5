package id.pantau.live;

import org.jspecify.annotations.Nullable;

/** The newest state that left with heartbeats behind it: made once, shared by all who get both. */
final class Greeting {
  private @Nullable Encoded state;
  private @Nullable Encoded plain;
  private @Nullable Encoded pinging;

  /** The two as one text; null where they were not made yet. */
  @Nullable Encoded find(Encoded of, boolean ping) {
    if (of != state) {
      return null;
    }
    return ping ? pinging : plain;
  }

  /** Makes them one text, and forgets those of another state. */
  Encoded make(Encoded of, Encoded heartbeat, boolean ping) {
    if (of != state) {
      forget();
    }
    Encoded both = of.before(heartbeat);
    both.frame();
    heartbeat.release();
    state = of;
    if (ping) {
      pinging = both;
    } else {
      plain = both;
    }
    return both;
  }

  /** Lets the bytes go; what of them is still under way keeps its own reference. */
  void forget() {
    if (plain != null) {
      plain.release();
    }
    if (pinging != null) {
      pinging.release();
    }
    state = null;
    plain = null;
    pinging = null;
  }
}
