package id.pantau.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.count.CountNode;
import id.pantau.count.CountRig;
import id.pantau.count.CountState;
import id.pantau.count.Forms;
import id.pantau.count.FunctionBench;
import id.pantau.count.ManyForms;
import id.pantau.count.Waiting;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Submission;
import id.pantau.model.Topic;
import id.pantau.platform.LogEntry;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.Showing;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.redis.client.Command;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Boards and their followers while Redis moves, lies, loses and gets back. */
final class FollowIT {
  private static final String STATION = "0102011001001";
  private static final String NEIGHBOUR = "0102011001002";

  private static CountRig rig;

  private Election election;
  private Forms forms;
  private CountState state;

  @BeforeAll
  static void startRedis(@TempDir Path folder) {
    rig = new CountRig(folder);
  }

  @AfterAll
  static void stopRedis() {
    rig.close();
  }

  @BeforeEach
  void newElection(TestInfo test) {
    election = CountRig.election(test.getTestMethod().orElseThrow().getName());
    forms = new Forms(election);
    state = new CountState(rig, election);
  }

  private CountNode node() {
    return rig.node(election.id(), election);
  }

  private Submission machine(String station, int revision, int... votes) {
    return forms.sound("ppwp", station, revision, Method.MACHINE, votes);
  }

  private static void awaitSame(Viewer viewer, BoardNode board) {
    Waiting.until("the viewer shows it", () -> viewer.shows().equals(viewer.should(board)));
  }

  private void awaitEqual(BoardNode board) {
    for (String area : List.of("01", "0102", "010201", "02", "99")) {
      Waiting.until(
          "the board shows what Redis has of " + area,
          () ->
              board
                  .figures("ppwp", area)
                  .equals(java.util.Arrays.stream(state.totals("ppwp", area)).boxed().toList()));
    }
  }

  @Test
  void follow_whileFormsCome_firstTheWholeThenChangesThatLeadToTheSame() {
    CountNode node = node();
    try (BoardNode board = new BoardNode(rig, election)) {
      List<Viewer> viewers =
          Stream.of(
                  "ppwp/0",
                  "ppwp/0/children",
                  "ppwp/01/children",
                  "ppwp/010201/children",
                  "ppwp/0102011001/children",
                  "pkwkk-0102/0102/children",
                  "ppwp/99AA010001/children")
              .map(topic -> Viewer.of(rig, board, topic))
              .toList();
      for (Submission each : new ManyForms(election, 3).some(40)) {
        node.count(each);
      }
      awaitEqual(board);
      for (Viewer viewer : viewers) {
        awaitSame(viewer, board);
        assertTrue(viewer.texts() > 1);
        assertEquals(1, viewer.wholes(), "changes build on what was given before");
        viewer.leave();
      }
      Viewer late = Viewer.of(rig, board, "ppwp/0/children");
      assertEquals(late.should(board), late.shows());
      assertEquals(1, late.texts());
    }
  }

  /** As a socket's own handler asks: on the event loop that follows, but outside of its context. */
  @Test
  void add_askedWithoutAContext_answersOnTheContextThatFollows() {
    try (BoardNode board = new BoardNode(rig, election)) {
      ContextInternal home = (ContextInternal) rig.vertx().getOrCreateContext();
      Promise<Showing.Following> following = Promise.promise();
      home.runOnContext(go -> following.complete(board.showing().follow(updates -> {})));
      Showing.Following mine = Waiting.get(following.future());
      Topic topic = Objects.requireNonNull(Topic.parse("ppwp/0"));
      Promise<Boolean> atHome = Promise.promise();
      home.nettyEventLoop()
          .execute(
              () ->
                  mine.add(topic)
                      .onComplete(any -> atHome.complete(Vertx.currentContext() == home)));
      assertTrue(Waiting.get(atHome.future()), "answered on another context");
      mine.close();
    }
  }

  /** One bit of a logged form is changed behind everybody's back, and later put right. */
  @Test
  void log_tamperedWith_isNoticedAndReadAnewUntilItIsRight() {
    CountNode node = node();
    node.count(machine(STATION, 1, 10, 20, 30));
    node.count(machine(NEIGHBOUR, 1, 1, 1, 1));
    Election other = CountRig.election("tampered");
    List<LogEntry> log = state.log("01");
    byte[] packed = log.get(0).forms().get(0).packed();
    int lastVotes = packed.length * 8 - 8;
    while (votesAfterFlip(log, lastVotes) == null) {
      lastVotes--;
    }
    write(other, LogMaker.tampered(log.get(0), 0, lastVotes));
    write(other, log.get(1));
    try (BoardNode board = new BoardNode(rig, other)) {
      Viewer viewer = Viewer.of(rig, board, "ppwp/0102011001/children");
      Waiting.until("it is noticed", () -> board.misreads() >= 1);
      assertTrue(!board.figures("ppwp", "01").equals(List.of(11L, 21L, 31L, 2L, 0L)));
      rig.ask(Command.DEL, new RedisKeys(other.id()).log("01"));
      log.forEach(entry -> write(other, entry));
      Waiting.until(
          "it is read anew",
          () -> board.figures("ppwp", "01").equals(List.of(11L, 21L, 31L, 2L, 0L)));
      awaitSame(viewer, board);
      assertEquals(
          List.of(10L, 20L, 30L, 1L, 0L),
          BoardNode.figures(board.results("ppwp", "0102011001").path("children").get(0)));
    }
  }

  /** The sums that a flipped bit leads to, or null where it changes none. */
  private @Nullable List<Long> votesAfterFlip(List<LogEntry> log, int bit) {
    ProvinceFold fold = new ProvinceFold(election, election.areas().find("01"));
    fold.apply(LogMaker.tampered(log.get(0), 0, bit), 1);
    boolean whole = fold.entries().size() == 1;
    long votes = fold.sums().sum(0, election.areas().find("01"), 0);
    return whole && votes != 10 ? List.of(votes) : null;
  }

  private static void write(Election election, LogEntry entry) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (LogEntry.Logged form : entry.forms()) {
      data.write(form.outcome());
      data.write(form.packed().length >> 8);
      data.write(form.packed().length);
      data.writeBytes(form.packed());
    }
    rig.ask(
        Command.XADD,
        new RedisKeys(election.id()).log("01"),
        LogEntry.id(entry.position()),
        "t",
        entry.countedAtMillis(),
        "s",
        entry.sums(),
        "d",
        data.toByteArray());
  }

  /** F8, F43: Redis loses everything and gets it back; what was shown never falls. */
  @Test
  void redisLosesEverything_shownTotalsNeverFallAndEndAsAFreshBoards() {
    CountNode node = node();
    Set<String> free = new TreeSet<>(Set.of("0101022001003", "0201012002005"));
    for (Submission each : new ManyForms(election, 4).some(40)) {
      if (!free.contains(each.form().station())) {
        node.count(each);
      }
    }
    try (BoardNode board = new BoardNode(rig, election)) {
      awaitEqual(board);
      Viewer viewer = Viewer.of(rig, board, "ppwp/0/children");
      List<Long> before = board.figures("ppwp", "0");
      rig.flush();
      free.forEach(station -> node.count(machine(station, 1, 5, 5, 5)));
      Waiting.until("province 01 is back", () -> isBack(board, "01", before));
      Waiting.until("province 99 is back", () -> isBack(board, "99", before));
      awaitEqual(board);
      awaitSame(viewer, board);
      try (BoardNode fresh = new BoardNode(rig, election)) {
        awaitEqual(fresh);
        for (String area : List.of("0", "01", "010201", "0102011001", "99")) {
          Waiting.until(
              "both boards give the same body of " + area,
              () -> board.body("ppwp", area).json().equals(fresh.body("ppwp", area).json()));
        }
        for (int slot = 0; slot < election.areas().stations(election.areas().find("01")); slot++) {
          String station = election.areas().stationAt(election.areas().find("01"), slot).code();
          Waiting.until(
              "both boards give the same station " + station,
              () -> board.station(station, "ppwp").equals(fresh.station(station, "ppwp")));
        }
      }
      assertEquals(0, board.misreads());
    }
  }

  private boolean isBack(BoardNode board, String province, List<Long> before) {
    List<Long> now = board.figures("ppwp", "0");
    for (int figure = 0; figure < 5; figure++) {
      if (now.get(figure) < before.get(figure)) {
        throw new AssertionError("shown totals fell from " + before + " to " + now);
      }
    }
    var position = state.position(province);
    return position != null && position.epoch() == 2;
  }

  /** A form that nobody was told of is gone with Redis: in the end every board says so. */
  @Test
  void redisLosesAFormOfADeadNode_theBoardLetsItGoAfterAWhile() {
    CountNode node = node();
    node.count(machine(STATION, 1, 10, 20, 30));
    try (FunctionBench dead = new FunctionBench(rig, election);
        BoardNode board = new BoardNode(rig, election)) {
      dead.countAndDie(machine(NEIGHBOUR, 1, 1, 1, 1));
      Waiting.until("it is shown", () -> board.figures("ppwp", "01").get(0) == 11);
      rig.flush();
      node.count(machine("0102011001003", 1, 5, 5, 5));
      Waiting.until("it is let go", () -> board.figures("ppwp", "01").get(0) == 15);
      assertEquals("waiting", board.station(NEIGHBOUR, "ppwp").path("status").asText());
      assertEquals(0, board.misreads());
    }
  }

  /** F13: announcements only make it quicker. */
  @Test
  void connectionsKilled_theBoardGoesOn() {
    CountNode node = node();
    try (BoardNode board = new BoardNode(rig, election)) {
      for (int revision = 1; revision <= 5; revision++) {
        rig.ask(Command.CLIENT, "KILL", "TYPE", revision % 2 == 0 ? "pubsub" : "normal");
        Submission next = machine(STATION, revision, revision, 0, 0);
        long votes = revision;
        Waiting.until("it is counted", () -> isCounted(node, next));
        Waiting.until("it is shown", () -> board.figures("ppwp", "01").get(0) == votes);
      }
    }
  }

  private static boolean isCounted(CountNode node, Submission form) {
    try {
      return !node.count(form).isEmpty();
    } catch (AssertionError busy) {
      return false;
    }
  }

  /** One log that cannot be read must not pass for news from all. */
  @Test
  void oneProvinceCannotBeRead_theBoardSaysItIsDelayed() {
    CountNode node = node();
    node.count(machine(STATION, 1, 10, 20, 30));
    try (BoardNode board = new BoardNode(rig, election)) {
      awaitEqual(board);
      assertFalse(board.isDelayed());
      String log = new RedisKeys(election.id()).log("02");
      rig.ask(Command.SET, log, "no stream");
      Waiting.until("it is delayed", board::isDelayed);
      rig.ask(Command.DEL, log);
      Waiting.until("it is in time again", () -> !board.isDelayed());
    }
  }
}
