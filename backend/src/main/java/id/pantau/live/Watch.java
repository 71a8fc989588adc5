package id.pantau.live;

import id.pantau.model.Position;
import org.jspecify.annotations.Nullable;

/** One viewer's interest in one feed, and what of it the viewer was sent last. */
final class Watch {
  final Session session;
  final Feed feed;

  /** Its place in the feed's list. */
  int place;

  private long sentVersion;
  private @Nullable Position sent;

  Watch(Session session, Feed feed) {
    this.session = session;
    this.feed = feed;
  }

  /** True where the feed has a state that the viewer was not sent. */
  boolean isStale() {
    return sentVersion != feed.version();
  }

  /** True where the viewer was behind already when the newest state came: it misses one. */
  boolean missedOne() {
    return sentVersion != 0 && sentVersion != feed.version() - 1;
  }

  /** The text that brings the viewer up to date; from the call on it counts as sent. */
  @Nullable Encoded take() {
    Encoded text = feed.textFor(sent);
    sent = feed.position();
    sentVersion = feed.version();
    return text;
  }

  /** The viewer wants the whole state once more. */
  void forget() {
    sent = null;
    sentVersion = 0;
  }
}
