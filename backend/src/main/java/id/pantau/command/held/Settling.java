package id.pantau.command.held;

import id.pantau.command.Reply;
import id.pantau.command.Trail;
import id.pantau.model.Answer;
import id.pantau.model.Election;
import id.pantau.platform.Counting;
import id.pantau.platform.FrontDoor;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What all needed people want becomes a newer form and goes in by the front door. */
final class Settling {
  private final Election election;
  private final HeldQueue queue;
  private final Decisions.Stations stations;
  private final FrontDoor door;
  private final Trail trail;

  Settling(
      Election election,
      HeldQueue queue,
      Decisions.Stations stations,
      FrontDoor door,
      Trail trail) {
    this.election = election;
    this.queue = queue;
    this.stations = stations;
    this.door = door;
    this.trail = trail;
  }

  /**
   * Writes it to the trail, then sends the form. A crash in between leaves an entry of something
   * that was meant and a form that still waits.
   *
   * @param by the people, the one who settles it last
   * @return intake's answer: counted, held or duplicate; fails with {@link Reply.No}
   */
  Future<Answer> settle(Wish wish, Held held, List<String> by, String note) {
    String contest = election.contests().get(wish.contest()).id();
    String station = wish.station().code();
    String who = by.get(by.size() - 1);
    String subject = contest + "/" + station;
    return stations
        .body(station, contest)
        .compose(
            body -> {
              JsonObject base = DecisionForm.base(body, held);
              JsonObject form =
                  DecisionForm.of(contest, station, base, held, wish.figures(), by, note);
              JsonObject details =
                  json(wish)
                      .put("revision", held.revision() + 1)
                      .put("by", new JsonArray(by))
                      .put("codes", form.getJsonObject("reason").getJsonArray("codes"))
                      .put("note", note);
              return trail
                  .write(who, "decision-settled", subject, details)
                  .compose(ok -> door.send(form.toBuffer().getBytes()));
            })
        .recover(why -> Future.failedFuture(problem(why)))
        .compose(
            answer ->
                trail
                    .write(who, "decision-answered", subject, answer(answer))
                    .otherwiseEmpty()
                    .compose(ok -> passedOn(answer, held)));
  }

  private Future<Answer> passedOn(Answer answer, Held held) {
    return switch (answer.status()) {
      case COUNTED, DUPLICATE, STORED -> {
        queue.remove(held);
        yield Future.succeededFuture(answer);
      }
      case HELD -> Future.succeededFuture(answer);
      case STALE, CONFLICT ->
          Future.failedFuture(new Reply.No(409, "moved", "a newer form came in between"));
      case REFUSED ->
          Future.failedFuture(
              new Reply.No(
                  422,
                  "refused",
                  answer.findings().isEmpty()
                      ? "intake refused the form"
                      : answer.findings().get(0).message()));
    };
  }

  private static Throwable problem(Throwable why) {
    if (why instanceof Counting.Busy busy) {
      return new Reply.No(503, "busy", String.valueOf(busy.getMessage()));
    }
    if (why instanceof IllegalArgumentException no) {
      return new Reply.No(422, "refused", String.valueOf(no.getMessage()));
    }
    return why;
  }

  /** Intake's answer as it is passed on and as the trail has it. */
  static JsonObject answer(Answer answer) {
    JsonObject json = new JsonObject().put("status", answer.status().wire());
    JsonArray codes = new JsonArray();
    answer.findings().forEach(finding -> codes.add(finding.code().name()));
    json.put("findings", codes);
    if (answer.position() != null) {
      json.put(
          "position",
          new JsonObject()
              .put("epoch", answer.position().epoch())
              .put("revision", answer.position().revision()));
    }
    return json;
  }

  static JsonObject json(Wish wish) {
    JsonObject json = new JsonObject().put("kind", wish.kind().wire());
    return wish.figures() == null ? json : json.put("figures", wish.figures().json());
  }

  static String joined(String first, String second) {
    return first.isEmpty() || first.equals(second)
        ? second
        : second.isEmpty() ? first : first + " · " + second;
  }
}
