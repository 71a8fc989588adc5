package id.pantau.live;

import io.netty.channel.unix.FileDescriptor;
import org.jspecify.annotations.Nullable;

/** One viewer's interest in one feed; what it was sent last stands in the feed's list. */
final class Watch {
  final Session session;
  final Feed feed;

  /** Its place in the feed's list. */
  int place;

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
    return feed.sentTo(this) != feed.version();
  }

  /** True where the viewer was behind already when the newest state came: it misses one. */
  boolean missedOne() {
    long sent = feed.sentTo(this);
    return sent != 0 && sent < feed.version() - 1;
  }

  /**
   * The text that brings the viewer up to date, from the call on it counts as sent; null where it
   * is up to date already.
   */
  @Nullable Encoded take() {
    Encoded text =
        known != null && known.equals(feed.id()) ? null : feed.textAfter(feed.sentTo(this));
    known = null;
    feed.setSentTo(this, feed.version());
    return text;
  }

  /** The viewer wants the whole state once more. */
  void forget() {
    known = null;
    feed.setSentTo(this, 0);
  }

  /**
   * @param socket where its viewer has nothing unsent; null elsewhere
   * @param only true where its viewer watches nothing else
   */
  void setSteady(@Nullable FileDescriptor socket, boolean only) {
    feed.setSteady(this, socket, only);
  }
}
