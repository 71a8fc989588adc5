package id.pantau.command.held;

import id.pantau.command.Operator;
import id.pantau.command.Reply;
import id.pantau.command.Trail;
import id.pantau.model.Answer;
import id.pantau.model.Election;
import id.pantau.model.Station;
import id.pantau.platform.FrontDoor;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Two people and one decision: the first proposes, the second who wants the same settles it. Used
 * on one context. Proposals live in memory: after a restart both begin anew, and only the trail
 * remembers the first. Every act is in the trail before it takes effect.
 */
final class Decisions {
  private final Election election;
  private final HeldQueue queue;
  private final Settling settling;
  private final Trail trail;
  private final int people;
  private final InstantSource clock;
  private final Map<String, Proposal> proposals = new HashMap<>();
  private final Set<String> acting = new HashSet<>();

  /** The first person's wish, until a second one agrees. */
  record Proposal(Wish wish, String by, long atMillis) {}

  /**
   * What became of a wish.
   *
   * @param status {@code proposed}, {@code decided} or {@code photo-asked}
   * @param answer intake's, where it is decided
   */
  record Outcome(String status, @Nullable Answer answer) {}

  /**
   * @param people who must agree: 2, or 1
   */
  Decisions(
      Election election,
      HeldQueue queue,
      Stations stations,
      FrontDoor door,
      Trail trail,
      int people,
      InstantSource clock) {
    this.election = election;
    this.queue = queue;
    this.settling = new Settling(election, queue, stations, door, trail);
    this.trail = trail;
    this.people = people;
    this.clock = clock;
  }

  /** The public body of a station, parsed. */
  @FunctionalInterface
  interface Stations {
    Future<JsonObject> body(String station, String contest);
  }

  /** The open proposal about a held form; one about an older revision is none. */
  @Nullable Proposal proposal(Held held) {
    Proposal open = proposals.get(queue.key(held));
    if (open != null && open.wish().revision() != held.revision()) {
      proposals.remove(queue.key(held));
      return null;
    }
    return open;
  }

  /** How many are open; for tests and limits. */
  int open() {
    return proposals.size();
  }

  /** Does what a person wants; fails with {@link Reply.No}. */
  Future<Outcome> decide(Operator who, Wish wish) {
    Held held = queue.find(wish.contest(), wish.station());
    if (held == null || held.revision() != wish.revision()) {
      return no("moved", "the newest form of the station is another one by now");
    }
    return alone(held, () -> decide(who, wish, held));
  }

  private Future<Outcome> decide(Operator who, Wish wish, Held held) {
    if (wish.kind() == Wish.Kind.PHOTO) {
      return written(who.id(), "photo-asked", wish, new JsonObject())
          .map(
              ok -> {
                queue.toTheEnd(held, clock.millis());
                return new Outcome("photo-asked", null);
              });
    }
    if (people == 1) {
      if (wish.figures() != null && !wish.figures().equals(wish.again())) {
        return no("differs", "the two entries are not equal");
      }
      return settle(wish, held, List.of(who.id()), wish.note());
    }
    Proposal open = proposal(held);
    if (open == null) {
      return propose(who, wish, held);
    }
    if (open.by().equals(who.id())) {
      return no("other-person", "another person must agree");
    }
    if (!open.wish().agreesWith(wish)) {
      return differ(who, wish, open, held);
    }
    String note = Settling.joined(open.wish().note(), wish.note());
    return settle(wish, held, List.of(open.by(), who.id()), note);
  }

  /** The figures stay out of the trail until it is settled: the second person types blind. */
  private Future<Outcome> propose(Operator who, Wish wish, Held held) {
    JsonObject details =
        new JsonObject().put("kind", wish.kind().wire()).put("revision", wish.revision());
    return written(who.id(), "decision-proposed", wish, details)
        .compose(
            ok -> {
              Held now = queue.find(wish.contest(), wish.station());
              if (now == null || now.revision() != wish.revision()) {
                return no("moved", "a newer form came in between");
              }
              sweep();
              proposals.put(queue.key(held), new Proposal(wish, who.id(), clock.millis()));
              return Future.succeededFuture(new Outcome("proposed", null));
            });
  }

  private Future<Outcome> differ(Operator who, Wish wish, Proposal open, Held held) {
    JsonObject details =
        new JsonObject()
            .put("revision", wish.revision())
            .put("first", Settling.json(open.wish()).put("by", open.by()))
            .put("second", Settling.json(wish).put("by", who.id()));
    return written(who.id(), "decision-differs", wish, details)
        .compose(
            ok -> {
              proposals.remove(queue.key(held));
              return no("differs", "the first person wanted something else; both begin anew");
            });
  }

  private Future<Outcome> settle(Wish wish, Held held, List<String> by, String note) {
    return settling
        .settle(wish, held, by, note)
        .onSuccess(answer -> proposals.remove(queue.key(held)))
        .onFailure(
            why -> {
              if (why instanceof Reply.No no && no.problem().code().equals("moved")) {
                proposals.remove(queue.key(held));
              }
            })
        .map(answer -> new Outcome("decided", answer));
  }

  /** Takes one's own proposal back; fails with {@link Reply.No}. */
  Future<Void> takeBack(Operator who, int contest, Station station) {
    Held held = queue.find(contest, station);
    Proposal open = held == null ? null : proposal(held);
    if (held == null || open == null) {
      return Future.failedFuture(new Reply.No(404, "no-proposal", "nothing is proposed"));
    }
    if (!open.by().equals(who.id())) {
      return no("other-person", "only who proposed it takes it back");
    }
    JsonObject details = new JsonObject().put("revision", open.wish().revision());
    return alone(
        held,
        () ->
            written(who.id(), "decision-taken-back", open.wish(), details)
                .onSuccess(ok -> proposals.remove(queue.key(held), open)));
  }

  /** One act at a time about a form: between the trail and the effect nobody else comes in. */
  private <T> Future<T> alone(Held held, Supplier<Future<T>> act) {
    String key = queue.key(held);
    if (!acting.add(key)) {
      return no("busy", "a decision on this form is just being written");
    }
    return Future.succeededFuture().compose(go -> act.get()).onComplete(done -> acting.remove(key));
  }

  private Future<Void> written(String who, String what, Wish wish, JsonObject details) {
    return trail.write(who, what, subject(wish), details);
  }

  private String subject(Wish wish) {
    return election.contests().get(wish.contest()).id() + "/" + wish.station().code();
  }

  /** Proposals about what does not wait any more go, so there are never more than held forms. */
  private void sweep() {
    if (proposals.size() > queue.size()) {
      proposals.values().removeIf(p -> queue.find(p.wish().contest(), p.wish().station()) == null);
    }
  }

  private static <T> Future<T> no(String code, String detail) {
    return Future.failedFuture(new Reply.No(409, code, detail));
  }
}
