package id.pantau.live;

import id.pantau.model.Position;
import id.pantau.model.Topic;
import id.pantau.platform.Showing;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One topic on one hub: its newest state, encoded once, and those who watch it. */
final class Feed {
  private final Topic topic;
  private Watch[] watches = new Watch[1];
  private int size;
  private int rest;
  private boolean passing;
  private long version;
  private boolean open;
  private Showing.@Nullable Update newest;
  private @Nullable String id;
  private @Nullable Encoded full;
  private @Nullable Encoded changed;

  Feed(Topic topic) {
    this.topic = topic;
  }

  Topic topic() {
    return topic;
  }

  /** The board follows the topic for this feed: it must be dropped there one day. */
  void opened() {
    open = true;
  }

  boolean isOpen() {
    return open;
  }

  /** Counts the states; 0 before the first. */
  long version() {
    return version;
  }

  /** Position of the newest state; null before the first. */
  @Nullable Position position() {
    return newest == null ? null : newest.position();
  }

  /**
   * Takes a state, unless it is older than the newest: positions never go back on a socket.
   *
   * @return true where it is the newest now
   */
  boolean accept(Showing.Update update) {
    if (newest != null && update.position().compareTo(newest.position()) < 0) {
      return false;
    }
    release();
    newest = update;
    id = id(update);
    full = Encoded.state(update.full(), id);
    changed = update.changed() == update.full() ? full : Encoded.state(update.changed(), id);
    version++;
    return true;
  }

  /** Names the newest state, its topic included, alike on all nodes; null before the first. */
  @Nullable String id() {
    return id;
  }

  /** A position alone would not do: an act of an office changes the state and not the position. */
  private String id(Showing.Update update) {
    Position at = update.position();
    return topic + "@" + at.epoch() + "." + at.revision() + "." + update.digest();
  }

  /** What a viewer gets who saw that position last: the changes since, or everything. */
  @Nullable Encoded textFor(@Nullable Position seen) {
    if (newest != null && seen != null && seen.equals(newest.before())) {
      return changed;
    }
    return full;
  }

  void add(Watch watch) {
    if (size == watches.length) {
      watches = Arrays.copyOf(watches, size * 2);
    }
    watch.place = size;
    watches[size++] = watch;
  }

  void remove(Watch watch) {
    Watch last = watches[--size];
    watches[watch.place] = last;
    last.place = watch.place;
    Arrays.fill(watches, size, size + 1, null);
  }

  boolean isUnwatched() {
    return size == 0;
  }

  int size() {
    return size;
  }

  Watch watch(int place) {
    return watches[place];
  }

  /**
   * A new state is to go to everybody: from the last in the list to the first, so that whoever
   * takes the place of one that leaves was sent to already.
   *
   * @return false where an earlier state is still on its way; then it begins anew with this one
   */
  boolean beginPass() {
    boolean first = !passing;
    passing = true;
    rest = size;
    return first;
  }

  /**
   * Sends to some more of those who watch.
   *
   * @param turn how many at most
   * @return how much of that is left; more than 0 means that all were sent to
   */
  int pass(int turn, Tally tally) {
    rest = Math.min(rest, size);
    int left = turn;
    while (rest > 0 && left > 0) {
      Watch watch = watches[--rest];
      if (watch.missedOne()) {
        tally.drop();
      }
      watch.session.send();
      rest = Math.min(rest, size);
      left--;
    }
    passing = rest > 0;
    return passing ? 0 : Math.max(1, left);
  }

  /** After a text was sent: bytes that nobody else will share are not kept. */
  void sent(Encoded text) {
    if (size == 1) {
      text.release();
    }
  }

  void release() {
    if (full != null) {
      full.release();
    }
    if (changed != null && changed != full) {
      changed.release();
    }
  }
}
