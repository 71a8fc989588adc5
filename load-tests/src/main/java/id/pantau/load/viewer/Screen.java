package id.pantau.load.viewer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one viewer shows, topic by topic, and the checks of the protocol on what comes. */
final class Screen {
  private final Map<String, @Nullable Shown> topics = new HashMap<>();
  private int waiting;

  Screen(List<String> watched) {
    for (String topic : watched) {
      topics.put(topic, null);
    }
    waiting = topics.size();
  }

  /** True when every watched topic has shown something. */
  boolean complete() {
    return waiting == 0;
  }

  Map<String, @Nullable Shown> topics() {
    return topics;
  }

  /**
   * Takes a message.
   *
   * @param nowMillis the clock, for the latency of a change
   */
  void take(Message message, Showings showings, Counts counts, long nowMillis) {
    String topic = message.topic();
    if (message.kind() == Message.Kind.HEARTBEAT || topic == null) {
      counts.heartbeats++;
      return;
    }
    if (message.kind() == Message.Kind.ERROR) {
      counts.errors++;
      return;
    }
    if (!topics.containsKey(topic)) {
      counts.fault("a topic that was not watched");
      return;
    }
    Shown before = topics.get(topic);
    counts.deliveries++;
    Shown after = follow(before, message, showings, counts);
    if (after == null) {
      return;
    }
    if (before == null) {
      waiting--;
    } else {
      if (after.position().compareTo(before.position()) < 0) {
        counts.wentBack++;
      }
      if (message.asOfMillis() > before.latest().asOfMillis()) {
        counts.latency(nowMillis - message.asOfMillis());
      }
    }
    topics.put(topic, after);
  }

  private static @Nullable Shown follow(
      @Nullable Shown before, Message message, Showings showings, Counts counts) {
    if (message.kind() == Message.Kind.STATE) {
      return showings.of(message);
    }
    if (before == null) {
      counts.rowsWithoutState++;
      return null;
    }
    return showings.of(before, message);
  }
}
