package id.pantau.command.held;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.command.MemoryTrail;
import id.pantau.command.Operator;
import id.pantau.command.Reply;
import id.pantau.command.Role;
import id.pantau.count.CountRig;
import id.pantau.count.Waiting;
import id.pantau.election.ElectionReader;
import id.pantau.model.Answer;
import id.pantau.model.Code;
import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.platform.Arrivals.Batch;
import id.pantau.platform.Counting;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every transition between nothing, proposed and decided, the proposals in a real Redis. */
class DecisionsIT {
  private static final Operator ANI = new Operator("ani", "Ani", Set.of(Role.DECIDE));
  private static final Operator BUDI = new Operator("budi", "Budi", Set.of(Role.DECIDE));

  private final Election election = ElectionReader.packed("contoh");
  private final int province = election.areas().provinces()[0];
  private final String station = election.areas().stationAt(province, 0).code();
  private final HeldQueue queue = new HeldQueue(election);
  private final MemoryTrail trail = new MemoryTrail();
  private final List<JsonObject> sent = new ArrayList<>();
  private Future<Answer> answer = Future.succeededFuture(answer(Answer.Status.COUNTED));
  private final CountRig rig;
  private final Context context;
  private final Proposals proposals;
  private final Decisions decisions;

  DecisionsIT(@TempDir Path folder) {
    this.rig = new CountRig(folder);
    this.context = rig.vertx().getOrCreateContext();
    this.proposals = on(() -> Future.succeededFuture(started()));
    this.decisions = decisions(2);
    come(1);
    Waiting.until("Redis answers", () -> ended(all -> all.proposals(rows())).succeeded());
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private Proposals started() {
    Proposals made = new Proposals(rig.vertx(), rig.settings().redis(), election);
    made.start();
    return made;
  }

  private <T> T on(Supplier<Future<T>> act) {
    return Waiting.get(run(act));
  }

  /** Runs it on the one context that decisions are used on. */
  private <T> Future<T> run(Supplier<Future<T>> act) {
    Promise<T> done = Promise.promise();
    context.runOnContext(go -> act.get().onComplete(done));
    return done.future();
  }

  /** A request to the decisions, with its end. */
  private <T> Future<T> ended(Function<Decisions, Future<T>> act) {
    return ended(decisions, act);
  }

  private <T> Future<T> ended(Decisions with, Function<Decisions, Future<T>> act) {
    Future<T> request = run(() -> act.apply(with));
    Waiting.until("it has ended", request::isComplete);
    return request;
  }

  private Future<Decisions.Outcome> decide(Operator who, Wish wish) {
    return ended(all -> all.decide(who, wish));
  }

  /** What the first row of the queue shows. */
  private @Nullable Proposal proposed() {
    return rows().isEmpty() ? null : on(() -> decisions.proposals(rows())).get(0);
  }

  private List<Held> rows() {
    return queue.page(HeldFilter.of(election, null, null, null), 1, null).rows();
  }

  private Decisions decisions(int people) {
    return new Decisions(
        election,
        queue,
        (code, contest) -> Future.succeededFuture(body()),
        form -> {
          sent.add(new JsonObject(new String(form, java.nio.charset.StandardCharsets.UTF_8)));
          return answer;
        },
        proposals,
        trail,
        people,
        InstantSource.system());
  }

  private static Answer answer(Answer.Status status) {
    return new Answer(status, List.of(), Position.START, null, null);
  }

  private void come(int revision) {
    queue.take(new Batch(province, false, List.of(Came.held(0, revision, 10, Code.T01, Code.A01))));
  }

  private JsonObject body() {
    JsonObject votes = new JsonObject();
    election.contests().get(0).choices().forEach(c -> votes.put(c.id(), 7));
    return new JsonObject()
        .put(
            "revisions",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("revision", 1)
                        .put("generation", 0)
                        .put("votes", votes)
                        .put("valid", 20)
                        .put("ballots", new JsonObject().put("received", 300))
                        .put(
                            "images",
                            new JsonArray()
                                .add(new JsonObject().put("page", 1).put("stored", true)))));
  }

  private Wish wish(String kind, int revision, int votes) {
    JsonObject typed = new JsonObject();
    election.contests().get(0).choices().forEach(c -> typed.put(c.id(), votes));
    JsonObject figures = new JsonObject().put("votes", typed).put("valid", votes);
    JsonObject body =
        new JsonObject()
            .put("contest", election.contests().get(0).id())
            .put("station", station)
            .put("revision", revision)
            .put("kind", kind)
            .put("figures", figures);
    return Wish.of(body, election);
  }

  private static String problem(Future<?> refused) {
    return ((Reply.No) Objects.requireNonNull(refused.cause())).problem().code();
  }

  @Test
  void decide_first_isAProposalWithoutFiguresInTheTrail() {
    assertEquals("proposed", decide(ANI, wish("correct", 1, 5)).result().status());
    assertEquals(List.of("ani decision-proposed"), trail.acts());
    assertFalse(trail.entries.get(0).details().encode().contains("figures"));
    assertEquals(List.of(), sent);
  }

  @Test
  void decide_samePersonTwice_isRefused() {
    decide(ANI, wish("confirm", 1, 0));
    assertEquals("other-person", problem(decide(ANI, wish("confirm", 1, 0))));
    assertEquals(List.of(), sent);
  }

  @Test
  void decide_secondPersonAgrees_entersANewerForm() {
    decide(ANI, wish("confirm", 1, 0));
    assertEquals("decided", decide(BUDI, wish("confirm", 1, 0)).result().status());
    JsonObject form = sent.get(0);
    assertEquals(2, form.getInteger("revision"));
    assertEquals("double", form.getString("method"));
    assertEquals(20, form.getInteger("valid"));
    assertEquals(300, form.getJsonObject("ballots").getInteger("received"));
    assertFalse(form.getJsonArray("images").getJsonObject(0).containsKey("stored"));
    JsonObject reason = form.getJsonObject("reason");
    assertEquals(new JsonArray().add("T01"), reason.getJsonArray("codes"));
    assertEquals(new JsonArray().add("ani").add("budi"), reason.getJsonArray("by"));
    assertEquals(
        List.of("ani decision-proposed", "budi decision-settled", "budi decision-answered"),
        trail.acts());
    assertNull(proposed());
    assertEquals(0, queue.size());
  }

  @Test
  void correct_twoEqualEntries_replaceTheFigures() {
    decide(ANI, wish("correct", 1, 5));
    decide(BUDI, wish("correct", 1, 5));
    assertEquals(5, sent.get(0).getInteger("valid"));
    assertFalse(sent.get(0).containsKey("total"));
  }

  @Test
  void correct_otherFigures_dropsTheProposal() {
    decide(ANI, wish("correct", 1, 5));
    assertEquals("differs", problem(decide(BUDI, wish("correct", 1, 6))));
    assertNull(proposed());
    assertEquals("proposed", decide(BUDI, wish("correct", 1, 6)).result().status());
  }

  @Test
  void decide_anotherKind_dropsTheProposal() {
    decide(ANI, wish("correct", 1, 5));
    assertEquals("differs", problem(decide(BUDI, wish("confirm", 1, 0))));
    assertNull(proposed());
  }

  @Test
  void decide_anotherRevision_isMoved() {
    decide(ANI, wish("confirm", 1, 0));
    come(2);
    assertEquals("moved", problem(decide(BUDI, wish("confirm", 1, 0))));
    assertNull(proposed());
  }

  @Test
  void decide_staleAtIntake_isMovedAndForgotten() {
    answer = Future.succeededFuture(answer(Answer.Status.STALE));
    decide(ANI, wish("confirm", 1, 0));
    assertEquals("moved", problem(decide(BUDI, wish("confirm", 1, 0))));
    assertNull(proposed());
  }

  @Test
  void decide_countBusy_leavesTheProposal() {
    answer = Future.failedFuture(new Counting.Busy("full", 1));
    decide(ANI, wish("confirm", 1, 0));
    assertEquals("busy", problem(decide(BUDI, wish("confirm", 1, 0))));
    assertNotNull(proposed());
  }

  @Test
  void takeBack_isForTheProposerAlone() {
    decide(ANI, wish("confirm", 1, 0));
    Wish same = wish("confirm", 1, 0);
    assertEquals("other-person", problem(ended(all -> all.takeBack(BUDI, 0, same.station()))));
    assertTrue(ended(all -> all.takeBack(ANI, 0, same.station())).succeeded());
    assertEquals("no-proposal", problem(ended(all -> all.takeBack(ANI, 0, same.station()))));
    assertEquals(List.of("ani decision-proposed", "ani decision-taken-back"), trail.acts());
  }

  @Test
  void photo_isWrittenAndProposesNothing() {
    assertEquals("photo-asked", decide(ANI, wish("photo", 1, 0)).result().status());
    assertEquals(List.of("ani photo-asked"), trail.acts());
    assertNull(proposed());
  }

  @Test
  void trail_thatFails_letsNothingHappen() {
    trail.broken = true;
    assertTrue(decide(ANI, wish("confirm", 1, 0)).failed());
    assertNull(proposed());
    trail.broken = false;
    decide(ANI, wish("confirm", 1, 0));
    trail.broken = true;
    assertTrue(decide(BUDI, wish("confirm", 1, 0)).failed());
    assertEquals(List.of(), sent);
  }

  @Test
  void onePerson_typesTwice() {
    Decisions alone = decisions(1);
    Wish once = wish("correct", 1, 5);
    assertEquals("differs", problem(ended(alone, all -> all.decide(ANI, once))));
    Wish twice =
        new Wish(0, once.station(), 1, Wish.Kind.CORRECT, once.figures(), once.figures(), "");
    assertEquals("decided", ended(alone, all -> all.decide(ANI, twice)).result().status());
    assertEquals("single", sent.get(0).getString("method"));
  }
}
