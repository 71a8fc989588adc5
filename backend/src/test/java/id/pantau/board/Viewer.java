package id.pantau.board;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.count.CountRig;
import id.pantau.count.Waiting;
import id.pantau.model.Position;
import id.pantau.model.Topic;
import id.pantau.platform.Body;
import id.pantau.platform.Showing;
import id.pantau.platform.Showing.Following;
import id.pantau.platform.Showing.Update;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows one topic as a page does: keeps what it was given and puts changed rows in their place.
 */
final class Viewer {
  private final Topic topic;
  private final Context context;
  private final Following following;
  private final Map<String, List<Long>> rows = new TreeMap<>();
  private @Nullable Position seen;
  private List<Long> figures = List.of();
  private int texts;
  private int wholes;
  private @Nullable String wrong;

  private Viewer(Topic topic, Context context, Showing showing) {
    this.topic = topic;
    this.context = context;
    this.following = showing.follow(this::given);
  }

  static Viewer of(CountRig rig, BoardNode board, String topic) {
    Context context = Objects.requireNonNull(rig.vertx().getOrCreateContext());
    Promise<Viewer> ready = Promise.promise();
    context.runOnContext(
        go -> {
          Viewer viewer =
              new Viewer(Objects.requireNonNull(Topic.parse(topic)), context, board.showing());
          viewer.following.add(viewer.topic).onSuccess(viewer::take).map(viewer).onComplete(ready);
        });
    return Waiting.get(ready.future());
  }

  private void given(List<Update> updates) {
    updates.stream().filter(update -> update.topic().equals(topic)).forEach(this::take);
  }

  private synchronized void take(Update update) {
    Position before = seen;
    if (before != null && update.position().compareTo(before) < 0) {
      wrong = "back from " + before + " to " + update.position();
    }
    boolean builds = before != null && before.equals(update.before());
    Body text = new Body(builds ? update.changed() : update.full(), "", update.position());
    JsonNode body = BoardNode.json(text);
    if (!body.path("topic").asText().equals(topic.toString())) {
      wrong = "not of this topic: " + body;
    }
    if (!builds) {
      rows.clear();
      wholes++;
    }
    body.path("children")
        .forEach(row -> rows.put(row.path("code").asText(), BoardNode.figures(row)));
    figures = BoardNode.figures(body);
    seen = update.position();
    texts++;
  }

  /** What it shows: the area's figures, and below a children topic each row's. */
  synchronized String shows() {
    if (wrong != null) {
      throw new AssertionError(wrong);
    }
    return figures + " " + rows;
  }

  /** What it should show, asked anew. */
  String should(BoardNode board) {
    JsonNode body = board.results(topic.contest(), topic.area());
    Map<String, List<Long>> all = new TreeMap<>();
    if (topic.children()) {
      body.path("children")
          .forEach(row -> all.put(row.path("code").asText(), BoardNode.figures(row)));
    }
    return BoardNode.figures(body) + " " + all;
  }

  synchronized int texts() {
    return texts;
  }

  /** How many of them were whole states. */
  synchronized int wholes() {
    return wholes;
  }

  void leave() {
    context.runOnContext(go -> following.close());
  }
}
