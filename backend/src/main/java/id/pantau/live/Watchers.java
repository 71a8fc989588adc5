package id.pantau.live;

import io.netty.channel.unix.FileDescriptor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Those who watch one feed, side by side in arrays. What a state costs at ten thousand viewers is
 * hardly work but waiting for memory: so who is steady (was sent the state before, has nothing
 * unsent) is written to without a look at any object of its own but the socket.
 */
final class Watchers {
  private Watch[] watches = new Watch[1];
  private @Nullable FileDescriptor[] sockets = new @Nullable FileDescriptor[1];
  private long[] sent = new long[1];
  private boolean[] single = new boolean[1];
  private byte[] shares = new byte[1];
  private int size;

  int size() {
    return size;
  }

  Watch get(int place) {
    return watches[place];
  }

  /** Which share of the heartbeats is that of the viewer at a place. */
  int share(int place) {
    return shares[place];
  }

  /** The version that the viewer at a place was sent last; 0 before the first. */
  long sent(int place) {
    return sent[place];
  }

  void setSent(int place, long version) {
    sent[place] = version;
  }

  /**
   * @param socket where the viewer at that place has nothing unsent; null where it has
   * @param only true where it watches nothing else
   */
  void setSteady(int place, @Nullable FileDescriptor socket, boolean only) {
    sockets[place] = socket;
    single[place] = only;
  }

  void add(Watch watch) {
    if (size == watches.length) {
      watches = Arrays.copyOf(watches, size * 2);
      sockets = Arrays.copyOf(sockets, size * 2);
      sent = Arrays.copyOf(sent, size * 2);
      single = Arrays.copyOf(single, size * 2);
      shares = Arrays.copyOf(shares, size * 2);
    }
    watch.place = size;
    watches[size] = watch;
    sockets[size] = null;
    sent[size] = 0;
    single[size] = false;
    shares[size] = (byte) watch.session.share;
    size++;
  }

  /** The last one takes the place of the one that leaves. */
  void remove(Watch watch) {
    int place = watch.place;
    Watch last = watches[--size];
    watches[place] = last;
    sockets[place] = sockets[size];
    sent[place] = sent[size];
    single[place] = single[size];
    shares[place] = shares[size];
    last.place = place;
    Arrays.fill(watches, size, size + 1, null);
    sockets[size] = null;
  }

  /**
   * The socket of the viewer at a place, if it is steady; that version counts as sent to it then.
   * The check that its descriptor is open is no formality: the number of a closed one may be
   * another viewer's by now.
   *
   * @param alone false where other feeds have states on their way too: who watches several gets all
   *     that is new in one write of its own then, which is less than one for each
   * @return null where it is not steady; then nothing was changed
   */
  @Nullable FileDescriptor takeIfSteady(int place, long version, boolean alone) {
    FileDescriptor socket = sockets[place];
    if (socket == null || sent[place] != version - 1 || !socket.isOpen()) {
      return null;
    }
    if (!alone && !single[place]) {
      return null;
    }
    sent[place] = version;
    return socket;
  }
}
