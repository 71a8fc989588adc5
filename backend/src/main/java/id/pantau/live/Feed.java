package id.pantau.live;

import id.pantau.model.Position;
import id.pantau.model.Topic;
import id.pantau.platform.Showing;
import io.netty.channel.unix.FileDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One topic on one hub: its newest state, encoded once, and those who watch it. */
final class Feed {
  private final Topic topic;
  private final Watchers watchers = new Watchers();
  private int rest;
  private boolean passing;
  private long version;
  private boolean open;
  private Showing.@Nullable Update newest;
  private @Nullable Position previous;
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
    previous = newest == null ? null : newest.position();
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

  /**
   * What a viewer gets who was sent that version last: the changes since, or everything.
   *
   * @param sent 0 where it was sent none
   */
  @Nullable Encoded textAfter(long sent) {
    if (newest != null && sent != 0 && sent == version - 1) {
      Position seen = previous;
      return seen != null && seen.equals(newest.before()) ? changed : full;
    }
    return full;
  }

  void add(Watch watch) {
    watchers.add(watch);
  }

  void remove(Watch watch) {
    watchers.remove(watch);
  }

  boolean isUnwatched() {
    return watchers.size() == 0;
  }

  int size() {
    return watchers.size();
  }

  Watch watch(int place) {
    return watchers.get(place);
  }

  /** The version that a viewer was sent last; 0 where it was sent none. */
  long sentTo(Watch watch) {
    return watchers.sent(watch.place);
  }

  void setSentTo(Watch watch, long sent) {
    watchers.setSent(watch.place, sent);
  }

  /**
   * @param socket of a viewer that has nothing unsent; null of another
   * @param only true where it watches nothing else
   */
  void setSteady(Watch watch, @Nullable FileDescriptor socket, boolean only) {
    watchers.setSteady(watch.place, socket, only);
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
    rest = watchers.size();
    return first;
  }

  /**
   * Sends to some more of those who watch: first to all who are steady, then to the others, whose
   * sessions may leave meanwhile.
   *
   * @param turn how many at most
   * @param audience whose heartbeats leave with the state where they are due
   * @param alone true where no other feed of the hub has something on its way
   * @return how much of that is left; more than 0 means that all were sent to
   */
  int pass(int turn, Straight straight, Audience audience, Tally tally, boolean alone) {
    Encoded steady = textAfter(version - 1);
    rest = Math.min(rest, watchers.size());
    int count = Math.min(rest, turn);
    List<Watch> others = new ArrayList<>();
    straight.begin();
    for (int i = 0; i < count; i++) {
      int place = --rest;
      FileDescriptor socket = steady == null ? null : watchers.takeIfSteady(place, version, alone);
      if (socket == null || steady == null) {
        others.add(watchers.get(place));
      } else if (audience.isDue(watchers.share(place))) {
        straight.add(place, socket, audience.greet(watchers.get(place).session, steady));
      } else {
        straight.add(place, socket, steady);
      }
    }
    if (steady != null && straight.size() > 0) {
      write(straight, steady, tally);
    }
    for (Watch watch : others) {
      send(watch, tally, alone);
    }
    rest = Math.min(rest, watchers.size());
    passing = rest > 0;
    return passing ? 0 : Math.max(1, turn - count);
  }

  private void write(Straight straight, Encoded text, Tally tally) {
    int calls = straight.write();
    for (Straight.Behind one : straight.behind(place -> watchers.get(place).session)) {
      one.send();
    }
    tally.straight(straight.size(), calls, text.length());
    sent(text);
  }

  private static void send(Watch watch, Tally tally, boolean alone) {
    if (watch.missedOne()) {
      tally.drop();
    }
    watch.session.send(watch, alone);
  }

  /** After a text was sent: bytes that nobody else will share are not kept. */
  void sent(Encoded text) {
    if (watchers.size() == 1) {
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
