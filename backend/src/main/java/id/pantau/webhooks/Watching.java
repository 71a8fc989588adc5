package id.pantau.webhooks;

import id.pantau.model.Topic;
import id.pantau.platform.Acts;
import id.pantau.platform.Showing;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what changes: the board's topics that any webhook wants, without their rows, and the acts.
 * It only says that something is new; what, is asked when it is sent. On the webhooks' context.
 */
final class Watching {
  private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
  private static final int AGAIN_MILLIS = 500;

  private final Vertx vertx;
  private final Acts acts;
  private final InstantSource clock;
  private final Consumer<String> onTopic;
  private final Consumer<String> onAct;
  private final Showing.Following board;
  private final Map<String, Integer> wanted = new HashMap<>();
  private final Map<String, Told> told = new HashMap<>();
  private boolean closed;

  /** An act as it was last heard of. */
  private record Told(@Nullable Instant ended) {}

  /**
   * @param onTopic gets {@code contest/area}
   * @param onAct gets the key of an act
   */
  Watching(
      Vertx vertx,
      Showing showing,
      Acts acts,
      InstantSource clock,
      Consumer<String> onTopic,
      Consumer<String> onAct) {
    this.vertx = vertx;
    this.acts = acts;
    this.clock = clock;
    this.onTopic = onTopic;
    this.onAct = onAct;
    this.board = showing.follow(this::tick);
    Context home = vertx.getOrCreateContext();
    acts.watchOpen(open -> home.runOnContext(go -> look()));
  }

  /** Once more: as often as it is dropped again. */
  void follow(List<String> topics) {
    for (String topic : topics) {
      if (wanted.merge(topic, 1, Integer::sum) == 1) {
        ask(topic, true);
      }
    }
  }

  void drop(List<String> topics) {
    for (String topic : topics) {
      if (wanted.computeIfPresent(topic, (t, n) -> n == 1 ? null : n - 1) == null) {
        board.drop(topicOf(topic));
      }
    }
  }

  private static Topic topicOf(String text) {
    return Objects.requireNonNull(Topic.parse(text));
  }

  /**
   * The board may still be loading. Who follows asks for the first state after this, so only a
   * later answer may have something new in it.
   */
  private void ask(String topic, boolean first) {
    board
        .add(topicOf(topic))
        .onSuccess(
            now -> {
              if (!wanted.containsKey(topic)) {
                board.drop(topicOf(topic));
              } else if (!first) {
                onTopic.accept(topic);
              }
            })
        .onFailure(
            why -> {
              if (why instanceof Showing.Unknown) {
                LOG.error("no webhook hears of {}: {}", topic, why.getMessage());
              } else {
                vertx.setTimer(AGAIN_MILLIS, late -> askAgain(topic));
              }
            });
  }

  private void askAgain(String topic) {
    if (!closed && wanted.containsKey(topic)) {
      ask(topic, false);
    }
  }

  private void tick(List<Showing.Update> updates) {
    if (!closed) {
      updates.forEach(update -> onTopic.accept(update.topic().toString()));
    }
  }

  private void look() {
    if (closed) {
      return;
    }
    for (Acts.Entry entry : acts.all()) {
      if (entry.act().kind().ofPlace()) {
        Told now = new Told(entry.ended());
        Told before = told.put(entry.act().id(), now);
        boolean news =
            before == null ? Events.concerns(entry, clock.instant()) : !now.equals(before);
        if (news) {
          onAct.accept(Events.actKey(entry.act().id()));
        }
      }
    }
  }

  void close() {
    closed = true;
    board.close();
  }
}
