package id.pantau.live;

import org.jspecify.annotations.Nullable;

/** The newest state that left with a heartbeat behind it: made once, shared by all who get both. */
final class Greeting {
  private @Nullable Encoded state;
  private @Nullable Encoded both;

  /** The two as one text; null where they were not made yet. */
  @Nullable Encoded find(Encoded of) {
    return of == state ? both : null;
  }

  /** Makes them one text, and forgets those of before. */
  Encoded make(Encoded of, Encoded heartbeat) {
    forget();
    Encoded made = of.before(heartbeat);
    made.frame();
    heartbeat.release();
    state = of;
    both = made;
    return made;
  }

  /** Lets the bytes go; what of them is still under way keeps its own reference. */
  void forget() {
    if (both != null) {
      both.release();
    }
    state = null;
    both = null;
  }
}
