package id.pantau.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.count.CountNode;
import id.pantau.count.CountRig;
import id.pantau.count.CountState;
import id.pantau.count.Forms;
import id.pantau.count.ManyForms;
import id.pantau.count.Waiting;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Station;
import id.pantau.model.Submission;
import id.pantau.platform.Body;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What a board shows of a real count: results, history, changes, stations. */
final class BoardIT {
  private static final String STATION = "0102011001001";

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

  private Submission machine(int revision, int... votes) {
    return forms.sound("ppwp", STATION, revision, Method.MACHINE, votes);
  }

  /** Counts forms in batches of a few. */
  private void count(CountNode node, List<Submission> all) {
    for (int from = 0; from < all.size(); from += 7) {
      node.count(all.subList(from, Math.min(all.size(), from + 7)).toArray(Submission[]::new));
    }
  }

  private void awaitEnd(BoardNode board) {
    for (int province : election.areas().provinces()) {
      String code = election.areas().area(province).code();
      int entries = state.log(code).size();
      Waiting.until(
          "the board is at the end of " + code,
          () -> board.body("ppwp", code).position().revision() >= entries);
    }
  }

  @Test
  void results_everyAreaOfEveryContest_areTheSumsInRedisAndOfTheirChildren() {
    CountNode node = node();
    List<Submission> all = new ManyForms(election, 5).some(40);
    count(node, all);
    try (BoardNode board = new BoardNode(rig, election)) {
      awaitEnd(board);
      AreaTree tree = election.areas();
      for (Contest contest : election.contests()) {
        for (int area = 0; area < tree.size(); area++) {
          String code = tree.area(area).code();
          JsonNode body = board.results(contest.id(), code);
          if (tree.area(area).level() > 0 && tree.area(area).level() < 4) {
            assertEquals(boxed(state.totals(contest.id(), code)), BoardNode.figures(body), code);
          }
          long[] sum = new long[contest.choices().size() + 2];
          for (JsonNode child : body.path("children")) {
            List<Long> figures = BoardNode.figures(child);
            for (int i = 0; i < sum.length; i++) {
              sum[i] += figures.get(i);
            }
          }
          assertEquals(boxed(sum), BoardNode.figures(body), code);
          assertEquals(tree.area(area).name(), body.path("name").asText());
        }
      }
      assertEquals(0, board.misreads());
      assertFalse(board.isDelayed());
    }
  }

  @Test
  void history_lastPoint_isWhatTheResultsSay() {
    CountNode node = node();
    count(node, new ManyForms(election, 6).some(40));
    try (BoardNode board = new BoardNode(rig, election)) {
      awaitEnd(board);
      AreaTree tree = election.areas();
      for (Contest contest : election.contests()) {
        for (int area = 0; area < tree.size(); area++) {
          String code = tree.area(area).code();
          for (int most : new int[] {1, 3, 400}) {
            JsonNode points = board.history(contest.id(), code, most).path("points");
            assertTrue(points.size() <= most, code + " " + points.size());
            List<Long> now = board.figures(contest.id(), code);
            if (points.isEmpty()) {
              assertTrue(now.stream().allMatch(n -> n == 0), code);
            } else {
              assertEquals(now, point(points.get(points.size() - 1)), code);
            }
          }
        }
      }
    }
  }

  private static List<Long> point(JsonNode point) {
    List<Long> figures = new ArrayList<>();
    point.path("votes").forEach(n -> figures.add(n.asLong()));
    figures.add(point.path("stations").path("counted").asLong());
    figures.add(point.path("stations").path("held").asLong());
    return figures;
  }

  @Test
  void changes_inPagesOfAnySize_everyFormOnceAndDeltasSumToTheTotals() {
    CountNode node = node();
    List<Submission> all = new ManyForms(election, 7).some(40);
    count(node, all.subList(0, all.size() / 2));
    try (BoardNode board = new BoardNode(rig, election)) {
      awaitEnd(board);
      List<JsonNode> read = new ArrayList<>();
      String cursor = pages(board, null, 3, read);
      count(node, all.subList(all.size() / 2, all.size()));
      awaitEnd(board);
      cursor = pages(board, cursor, 100, read);
      assertEquals(0, board.changes(cursor, 10).path("changes").size());

      Set<String> once = new HashSet<>();
      for (JsonNode each : read) {
        assertTrue(
            once.add(each.path("contest") + " " + each.path("station") + each.path("revision")),
            () -> "twice: " + each);
      }
      assertEquals(all.size(), read.size());
      for (Contest contest : election.contests()) {
        long[] moved = new long[contest.choices().size()];
        for (JsonNode each : read) {
          if (each.path("contest").asText().equals(contest.id())) {
            for (int i = 0; i < moved.length; i++) {
              moved[i] += each.path("delta").path(contest.choices().get(i).id()).asLong();
            }
          }
        }
        assertEquals(board.figures(contest.id(), "0").subList(0, moved.length), boxed(moved));
      }
    }
  }

  /** Against the feed of changes: those that took votes away, from the newest back. */
  @Test
  void corrections_ofEveryArea_areTheChangesThatTookVotesNewestFirst() {
    CountNode node = node();
    count(node, new ManyForms(election, 12).some(40));
    try (BoardNode board = new BoardNode(rig, election)) {
      awaitEnd(board);
      List<JsonNode> changes = new ArrayList<>();
      pages(board, null, 100, changes);
      Collections.reverse(changes);
      changes.removeIf(each -> !takesVotes(each));
      assertTrue(changes.size() > 20, () -> "only " + changes.size());
      AreaTree tree = election.areas();
      for (Contest contest : election.contests()) {
        for (int area = 0; area < tree.size(); area++) {
          String code = tree.area(area).code();
          List<JsonNode> mine = new ArrayList<>(changes);
          mine.removeIf(
              each ->
                  !each.path("contest").asText().equals(contest.id())
                      || !(code.equals("0") || each.path("station").asText().startsWith(code)));
          for (int limit : new int[] {1, 3, 200}) {
            JsonNode body = board.corrections(contest.id(), code, limit);
            assertEquals(mine.size(), body.path("total").asInt(), code);
            List<String> expected = mine.stream().limit(limit).map(BoardIT::shortly).toList();
            List<String> listed = new ArrayList<>();
            body.path("corrections").forEach(each -> listed.add(shortly(each)));
            assertEquals(expected, listed, code);
          }
        }
      }
      JsonNode last = board.corrections("ppwp", "0", 1).path("corrections").get(0);
      Station station =
          Objects.requireNonNull(tree.station(last.path("station").asText()), last::toString);
      assertEquals("TPS " + station.number(), last.path("name").asText());
      assertEquals(tree.path(station.village()), last.path("path").asText());
      assertEquals("counted", last.path("was").asText());
    }
  }

  private static boolean takesVotes(JsonNode change) {
    for (JsonNode moved : change.path("delta")) {
      if (moved.asLong() < 0) {
        return true;
      }
    }
    return false;
  }

  private static String shortly(JsonNode change) {
    StringBuilder text = new StringBuilder();
    for (String field :
        List.of(
            "station",
            "generation",
            "revision",
            "status",
            "method",
            "reason",
            "findings",
            "delta",
            "countedAt",
            "position")) {
      text.append(change.path(field)).append(' ');
    }
    return text.toString();
  }

  private static String pages(
      BoardNode board, @Nullable String since, int limit, List<JsonNode> into) {
    String cursor = since;
    while (true) {
      JsonNode page = board.changes(cursor, limit);
      String next = page.path("next").asText();
      cursor = next.substring(next.indexOf('=') + 1);
      if (page.path("changes").isEmpty()) {
        return cursor;
      }
      page.path("changes").forEach(into::add);
    }
  }

  @Test
  void bodies_whatDiffersInAnything_differsInItsDigest() {
    CountNode node = node();
    Map<String, String> byDigest = new HashMap<>();
    List<Submission> all = new ManyForms(election, 8).some(25);
    Collections.shuffle(all, new Random(8));
    try (BoardNode board = new BoardNode(rig, election)) {
      for (Submission each : all) {
        node.count(each);
        awaitEnd(board);
        String contest = each.form().contest();
        String station = each.form().station();
        for (String area : List.of("0", station.substring(0, 2), station.substring(0, 10))) {
          keep(byDigest, board.body(contest, area));
        }
        keep(byDigest, Waiting.get(board.showing().station(station, contest)));
        keep(byDigest, Waiting.get(board.showing().history(contest, "0", 50)));
      }
      // The same state from a board that began later is the same body, digest and all.
      try (BoardNode other = new BoardNode(rig, election)) {
        awaitEnd(other);
        for (String area : List.of("0", "01", "010201", "0102011001")) {
          assertEquals(
              board.body("ppwp", area).json().toString(),
              other.body("ppwp", area).json().toString());
        }
      }
    }
    assertTrue(byDigest.size() > all.size());
  }

  private static void keep(Map<String, String> byDigest, Body body) {
    String text = body.json().toString();
    String before = byDigest.put(body.digest(), text);
    assertTrue(before == null || before.equals(text), () -> before + "\n" + text);
    assertTrue(text.startsWith("{\"digest\":\"" + body.digest() + "\""));
  }

  /** An administrative figure moves no vote, but the body says another thing. */
  @Test
  void results_onlyAnAdministrativeFigureDiffers_digestDiffers() {
    CountNode node = node();
    try (BoardNode board = new BoardNode(rig, election)) {
      node.count(machine(1, 10, 20, 30));
      awaitEnd(board);
      Body before = board.body("ppwp", "01");
      node.count(forms.unproven("ppwp", STATION, 2, 10, 20, 30));
      node.count(machine(3, 10, 20, 30));
      awaitEnd(board);
      Body after = board.body("ppwp", "01");
      assertEquals(
          BoardNode.figures(BoardNode.json(before)), BoardNode.figures(BoardNode.json(after)));
      assertNotEquals(before.digest(), after.digest());
    }
  }

  @Test
  void station_throughItsLife_eachRevisionSaysWhatBecameOfIt() {
    CountNode node = node();
    try (BoardNode board = new BoardNode(rig, election)) {
      assertEquals("waiting", board.station(STATION, "ppwp").path("status").asText());
      node.count(machine(1, 1, 1, 1));
      node.count(forms.sound("ppwp", STATION, 2, Method.SINGLE, 2, 2, 2));
      node.count(machine(3, 3, 3, 3));
      awaitEnd(board);
      assertEquals(List.of("held", "counted", "superseded/counted"), statuses(board));
      assertEquals(2, board.station(STATION, "ppwp").path("current").path("revision").asInt());
      node.count(forms.sound("ppwp", STATION, 4, Method.DOUBLE, 4, 4, 4));
      awaitEnd(board);
      assertEquals(
          List.of("counted", "superseded/held", "superseded/counted", "superseded/counted"),
          statuses(board));
      node.count(forms.withdrawal("ppwp", STATION, 5, Method.DOUBLE));
      awaitEnd(board);
      JsonNode body = board.station(STATION, "ppwp");
      assertEquals("withdrawn", body.path("status").asText());
      assertEquals("withdrawn", body.path("revisions").get(0).path("status").asText());
    }
  }

  private static List<String> statuses(BoardNode board) {
    List<String> statuses = new ArrayList<>();
    for (JsonNode revision : board.station(STATION, "ppwp").path("revisions")) {
      String was = revision.has("was") ? "/" + revision.path("was").asText() : "";
      statuses.add(revision.path("status").asText() + was);
    }
    return statuses;
  }

  private static List<Long> boxed(long[] figures) {
    return Arrays.stream(figures).boxed().toList();
  }
}
