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
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two people and one decision: the first proposes, the second who wants the same settles it,
 * perhaps at another node. Used on one context. Every act is in the trail before it takes effect.
 */
final class Decisions {
  private final Election election;
  private final HeldQueue queue;
  private final Settling settling;
  private final Proposals proposals;
  private final Trail trail;
  private final int people;
  private final InstantSource clock;

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
      Proposals proposals,
      Trail trail,
      int people,
      InstantSource clock) {
    this.election = election;
    this.queue = queue;
    this.settling = new Settling(election, queue, stations, door, trail);
    this.proposals = proposals;
    this.trail = trail;
    this.people = people;
    this.clock = clock;
  }

  /** The body of a station with all its figures, parsed. */
  @FunctionalInterface
  interface Stations {
    Future<JsonObject> body(String station, String contest);
  }

  /** The open proposals about held forms, in their order; 503 where Redis is away. */
  Future<List<@Nullable Proposal>> proposals(List<Held> forms) {
    return proposals.of(forms);
  }

  /** Does what a person wants; fails with {@link Reply.No}. */
  Future<Outcome> decide(Operator who, Wish wish) {
    Held held = queue.find(wish.contest(), wish.station());
    if (held == null || held.revision() != wish.revision()) {
      return moved("the newest form of the station is another one by now");
    }
    if (wish.kind() == Wish.Kind.PHOTO) {
      return photo(who, wish, held);
    }
    if (people == 1 && wish.figures() != null && !wish.figures().equals(wish.again())) {
      return no("differs", "the two entries are not equal");
    }
    return inTurn(held, turn -> decide(who, wish, held, turn));
  }

  /** One act at a time about a form: between the trail and the effect nobody else comes in. */
  private <T> Future<T> inTurn(Held held, Function<Proposals.Turn, Future<T>> act) {
    return proposals
        .begin(held)
        .compose(
            turn ->
                Future.succeededFuture().compose(go -> act.apply(turn)).eventually(turn::leave));
  }

  private Future<Outcome> photo(Operator who, Wish wish, Held held) {
    return written(who.id(), "photo-asked", wish, new JsonObject())
        .map(
            ok -> {
              Held now = queue.find(wish.contest(), wish.station());
              if (held.equals(now)) {
                queue.toTheEnd(held, clock.millis());
              }
              return new Outcome("photo-asked", null);
            });
  }

  private Future<Outcome> decide(Operator who, Wish wish, Held held, Proposals.Turn turn) {
    if (turn.isSettled()) {
      return moved("it has just been decided, perhaps at another node");
    }
    if (people == 1) {
      return settle(wish, held, List.of(who.id()), wish.note(), turn);
    }
    Proposal open = turn.open();
    if (open == null || open.wish().revision() < wish.revision()) {
      return propose(who, wish, turn);
    }
    if (open.wish().revision() > wish.revision()) {
      return moved("another node has a newer form of the station");
    }
    if (open.by().equals(who.id())) {
      return no("other-person", "another person must agree");
    }
    if (!open.wish().agreesWith(wish)) {
      return differ(who, wish, open, turn);
    }
    String note = Settling.joined(open.wish().note(), wish.note());
    return settle(wish, held, List.of(open.by(), who.id()), note, turn);
  }

  /** The figures stay out of the trail until it is settled: the second person types blind. */
  private Future<Outcome> propose(Operator who, Wish wish, Proposals.Turn turn) {
    JsonObject details =
        new JsonObject().put("kind", wish.kind().wire()).put("revision", wish.revision());
    return written(who.id(), "decision-proposed", wish, details)
        .compose(
            ok -> {
              Held now = queue.find(wish.contest(), wish.station());
              if (now == null || now.revision() != wish.revision()) {
                return moved("a newer form came in between");
              }
              return turn.put(new Proposal(wish, who.id(), clock.millis()))
                  .map(done -> new Outcome("proposed", null));
            });
  }

  private Future<Outcome> differ(Operator who, Wish wish, Proposal open, Proposals.Turn turn) {
    JsonObject details =
        new JsonObject()
            .put("revision", wish.revision())
            .put("first", Settling.json(open.wish()).put("by", open.by()))
            .put("second", Settling.json(wish).put("by", who.id()));
    return written(who.id(), "decision-differs", wish, details)
        .compose(ok -> turn.drop())
        .compose(ok -> no("differs", "the first person wanted something else; both begin anew"));
  }

  /**
   * A crash before the proposal is dropped leaves one about a form that is superseded: it is
   * nothing any more.
   */
  private Future<Outcome> settle(
      Wish wish, Held held, List<String> by, String note, Proposals.Turn turn) {
    return settling
        .settle(wish, held, by, note)
        .recover(
            why ->
                isMoved(why)
                    ? turn.drop().otherwiseEmpty().compose(ok -> Future.failedFuture(why))
                    : Future.failedFuture(why))
        .compose(
            answer -> turn.settled().otherwiseEmpty().map(ok -> new Outcome("decided", answer)));
  }

  private static boolean isMoved(Throwable why) {
    return why instanceof Reply.No no && no.problem().code().equals("moved");
  }

  /** Takes one's own proposal back; fails with {@link Reply.No}. */
  Future<Void> takeBack(Operator who, int contest, Station station) {
    Held held = queue.find(contest, station);
    return held == null ? none() : inTurn(held, turn -> takeBack(who, held, turn));
  }

  private Future<Void> takeBack(Operator who, Held held, Proposals.Turn turn) {
    Proposal open = turn.open();
    if (open == null || open.wish().revision() != held.revision()) {
      return none();
    }
    if (!open.by().equals(who.id())) {
      return no("other-person", "only who proposed it takes it back");
    }
    JsonObject details = new JsonObject().put("revision", open.wish().revision());
    return written(who.id(), "decision-taken-back", open.wish(), details)
        .compose(ok -> turn.drop());
  }

  private Future<Void> written(String who, String what, Wish wish, JsonObject details) {
    return trail.write(who, what, subject(wish), details);
  }

  private String subject(Wish wish) {
    return election.contests().get(wish.contest()).id() + "/" + wish.station().code();
  }

  private static <T> Future<T> none() {
    return Future.failedFuture(new Reply.No(404, "no-proposal", "nothing is proposed"));
  }

  private static <T> Future<T> moved(String detail) {
    return no("moved", detail);
  }

  private static <T> Future<T> no(String code, String detail) {
    return Future.failedFuture(new Reply.No(409, code, detail));
  }
}
