package id.pantau.live;

import io.netty.channel.ChannelHandlerContext;
import java.util.ArrayDeque;

/**
 * Sockets whose viewers are gone, closed some at a time: the kernel takes long over each, and ten
 * thousand may go at once. Nothing is sent to them any more.
 */
final class Departures {
  /** A millisecond or two of the kernel. */
  private static final int TURN = 32;

  private final Loop loop;
  private final ArrayDeque<ChannelHandlerContext> waiting = new ArrayDeque<>();
  private boolean closing;

  Departures(Loop loop) {
    this.loop = loop;
  }

  /** Closes it, in a moment. */
  void add(ChannelHandlerContext gone) {
    waiting.add(gone);
    if (!closing) {
      closing = true;
      loop.next(this::closeSome);
    }
  }

  private void closeSome() {
    for (int i = 0; i < TURN && !waiting.isEmpty(); i++) {
      waiting.remove().close();
    }
    closing = !waiting.isEmpty();
    if (closing) {
      loop.next(this::closeSome);
    }
  }
}
