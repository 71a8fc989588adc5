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
  private @Nullable String known;

  /**
   * @param known id of a state that the viewer has from an earlier connection; null where it has
   *     none
   */
  Watch(Session session, Feed feed, @Nullable String known) {
    this.session = session;
    this.feed = feed;
    this.known = known;
  }

  /** True where the feed has a state that the viewer was not sent. */
  boolean isStale() {
    return sentVersion != feed.version();
  }

  /** True where the viewer was behind already when the newest state came: it misses one. */
  boolean missedOne() {
    return sentVersion != 0 && sentVersion != feed.version() - 1;
  }

  /**
   * The text that brings the viewer up to date, from the call on it counts as sent; null where it
   * is up to date already.
   */
  @Nullable Encoded take() {
    Encoded text = known != null && known.equals(feed.id()) ? null : feed.textFor(sent);
    known = null;
    sent = feed.position();
    sentVersion = feed.version();
    return text;
  }

  /** The viewer wants the whole state once more. */
  void forget() {
    sent = null;
    known = null;
    sentVersion = 0;
  }
}
