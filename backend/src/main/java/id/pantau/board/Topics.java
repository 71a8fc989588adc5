package id.pantau.board;

import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.model.Topic;
import id.pantau.platform.Body;
import id.pantau.platform.Showing;
import id.pantau.platform.Showing.Receipts;
import id.pantau.platform.Showing.Update;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The topics that anybody follows, each rendered at most once a tick. Board's context only. */
final class Topics {
  private final Standing standing;
  private final Election election;
  private final AreaTree tree;
  private final ResultsJson results;
  private final Map<Topic, Watched> watched = new HashMap<>();

  Topics(Standing standing, ResultsJson results) {
    this.standing = standing;
    this.election = standing.election();
    this.tree = election.areas();
    this.results = results;
  }

  /** A followed topic, and what its followers were last given. */
  private static final class Watched {
    final int contest;
    final int area;
    int followers;
    long givenTick;
    Position given = Position.START;

    Watched(int contest, int area) {
      this.contest = contest;
      this.area = area;
    }
  }

  /** Follows a topic once more; gives its state now. */
  Update add(Topic topic, long tick) {
    int contest = election.contestIndex(topic.contest());
    int area = tree.find(topic.area());
    if (contest < 0 || area < 0) {
      throw new Showing.Unknown("there is no topic " + topic);
    }
    Watched w = watched.computeIfAbsent(topic, t -> new Watched(contest, area));
    if (w.followers++ == 0) {
      w.given = standing.position(area);
      // What changes later in this tick must still be given at its end.
      w.givenTick = tick - 1;
    }
    return update(topic, w, null, child -> true, Receipts.NONE);
  }

  void drop(Topic topic) {
    Watched w = watched.get(topic);
    if (w != null && --w.followers == 0) {
      watched.remove(topic);
    }
  }

  int size() {
    return watched.size();
  }

  /**
   * Renders what changed since the last tick that gave something.
   *
   * @param received see {@link Update}
   */
  Map<Topic, Update> changed(long tick, Receipts received) {
    Map<Topic, Update> updates = new HashMap<>();
    watched.forEach(
        (topic, w) -> {
          if (standing.changed(w.contest, w.area) > w.givenTick) {
            updates.put(topic, update(topic, w, w.given, rowChanged(w), received));
            w.given = standing.position(w.area);
            w.givenTick = tick;
          }
        });
    return updates;
  }

  private IntPredicate rowChanged(Watched w) {
    Position given = w.given;
    long since = w.givenTick;
    if (tree.area(w.area).level() < 4) {
      return child -> standing.changed(w.contest, child) > since;
    }
    if (standing.replaced(w.area) > since || standing.acted(w.area) > since) {
      return slot -> true;
    }
    ProvinceFold fold = standing.fold(w.area);
    return slot -> {
      int newest = fold.stations(w.contest).newest(slot);
      return newest != FormStore.NONE && fold.store().get(newest).position().compareTo(given) > 0;
    };
  }

  private Update update(
      Topic topic, Watched w, @Nullable Position before, IntPredicate rows, Receipts received) {
    Position position = standing.position(w.area);
    if (!topic.children()) {
      Body alone = results.alone(w.contest, w.area);
      Buffer full = named(topic, alone);
      return new Update(topic, position, before, full, full, alone.digest(), received);
    }
    Body all = results.rows(w.contest, w.area, true, child -> true);
    Buffer full = named(topic, all);
    Buffer changed =
        before == null ? full : named(topic, results.rows(w.contest, w.area, false, rows));
    return new Update(topic, position, before, full, changed, all.digest(), received);
  }

  private static Buffer named(Topic topic, Body body) {
    return Rendering.prefixed("\"topic\":\"" + topic + "\",", body.json().getBytes());
  }
}
