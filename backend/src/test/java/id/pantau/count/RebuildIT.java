package id.pantau.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.board.BoardNode;
import id.pantau.cli.Rebuild;
import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.model.Position;
import id.pantau.model.Submission;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;
import id.pantau.platform.Refused;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The verb {@code rebuild}, from real journals and logs into another, empty Redis. */
final class RebuildIT {
  private static final Election ELECTION = CountRig.election("contoh");
  private static final String[] NODES = {"a", "b", "c"};

  private static CountRig old;
  private static CountRig fresh;
  private static Map<String, String> before;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Three nodes count, and settle a conflict around a loss. */
  @BeforeAll
  static void count(@TempDir Path folder) {
    old = new CountRig(folder.resolve("old"));
    fresh = new CountRig(folder.resolve("fresh"));
    Random random = new Random(9);
    List<CountNode> nodes = new ArrayList<>();
    for (String name : NODES) {
      nodes.add(old.node(name, ELECTION));
    }
    List<Submission> all = new ManyForms(ELECTION, 77).some(39);
    for (List<Submission> batch : new Shuffled(all).batches(random)) {
      nodes.get(random.nextInt(3)).count(batch.toArray(Submission[]::new));
    }
    Submission person =
        new Forms(ELECTION).sound("pkwkk-0102", "0102011001005", 1, Method.SINGLE, 3, 4);
    nodes.get(0).count(person);
    nodes.get(0).stop();
    old.flush();
    Submission other =
        new Forms(ELECTION).sound("pkwkk-0102", "0102011001005", 1, Method.SINGLE, 4, 3);
    nodes.get(1).count(other);
    nodes.forEach(CountNode::stop);
    for (String name : NODES) {
      old.node(name, ELECTION).stop();
    }
    before = new CountState(old, ELECTION).all();
  }

  @AfterAll
  static void stop() {
    old.close();
    fresh.close();
  }

  @BeforeEach
  void empty() {
    fresh.flush();
  }

  private int rebuild(String... args) {
    List<String> all = new ArrayList<>(List.of("--redis", fresh.redis().uri()));
    all.addAll(List.of("--election", "contoh"));
    all.addAll(List.of(args));
    return new CommandLine(new Rebuild())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(
            (e, line, parsed) -> {
              if (e instanceof Refused) {
                line.getErr().println(e.getMessage());
                return 1;
              }
              throw e;
            })
        .execute(all.toArray(String[]::new));
  }

  private static String[] journals() {
    return new String[] {
      "--data", old.data("a").toString(),
      "--data", old.data("b").toString(),
      "--journal", old.data("c").resolve("journal").resolve("contoh").toString()
    };
  }

  private JsonNode said() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void fromAllJournals_everyRecordAndTotalIsEqualAndABoardShowsThem() throws IOException {
    assertEquals(0, rebuild(journals()), err::toString);

    CountState state = new CountState(fresh, ELECTION);
    assertEquals(before, state.all());
    assertEquals("contoh", said().path("election").asText());
    long forms =
        AreaTrees.provinces(ELECTION).stream()
            .flatMap(p -> state.log(p).stream())
            .mapToLong(entry -> entry.forms().size())
            .sum();
    assertEquals(forms, said().path("sent").asLong() - said().path("duplicate").asLong());
    try (BoardNode then = new BoardNode(old, ELECTION);
        BoardNode now = new BoardNode(fresh, ELECTION)) {
      for (int area = 0; area < ELECTION.areas().size(); area++) {
        String code = ELECTION.areas().area(area).code();
        for (String contest : List.of("ppwp", "pkwkk-0102")) {
          assertEquals(then.figures(contest, code), now.figures(contest, code), code);
        }
      }
    }
  }

  /** Oldest first: so nothing is logged as history that was not history at the time. */
  @Test
  void fromAllJournals_formsComeInTheOrderOfThePositionsThatFirstHeldThem() {
    assertEquals(0, rebuild(journals()), err::toString);
    CountState state = new CountState(fresh, ELECTION);
    for (String province : AreaTrees.provinces(ELECTION)) {
      for (String contest : List.of("ppwp", "pkwkk-0102")) {
        List<Position> origins =
            state.log(province).stream()
                .flatMap(entry -> entry.forms().stream())
                .filter(form -> contest(form).equals(contest))
                .filter(form -> form.outcome() != LogEntry.HISTORY)
                .map(form -> PackedForm.envelope(form.packed()).origin())
                .toList();
        List<Position> sorted = new ArrayList<>(origins);
        sorted.sort(Comparator.naturalOrder());
        assertEquals(sorted, origins, province);
      }
      Position then = new CountState(old, ELECTION).position(province);
      Position now = state.position(province);
      assertTrue(then != null && now != null && now.epoch() > then.epoch(), province);
    }
  }

  private static String contest(LogEntry.Logged form) {
    return id.pantau.platform.FormContent.key(PackedForm.content(form.packed())).contest();
  }

  @Test
  void fromTheLogsOfAnotherRedis_everyRecordAndTotalIsEqual() {
    assertEquals(0, rebuild("--from-redis", old.redis().uri()), err::toString);
    assertEquals(before, new CountState(fresh, ELECTION).all());
  }

  @Test
  void redisThatHasCounted_isRefusedUnlessMergedWhichThenChangesNothing() throws IOException {
    assertEquals(0, rebuild(journals()), err::toString);
    CountState state = new CountState(fresh, ELECTION);
    int entries = state.log("01").size();

    assertEquals(1, rebuild(journals()));
    assertTrue(err.toString().contains("--merge"), err::toString);
    assertEquals(before, state.all());

    out.getBuffer().setLength(0);
    List<String> merged = new ArrayList<>(Arrays.asList(journals()));
    merged.add("--merge");
    assertEquals(0, rebuild(merged.toArray(String[]::new)), err::toString);
    assertEquals(0, said().path("sent").asLong());
    assertEquals(entries, state.log("01").size());
    assertEquals(before, state.all());
  }

  @Test
  void oneJournalThenTheOthers_mergedInAnyOrder_leadToTheSame() {
    assertEquals(0, rebuild("--data", old.data("c").toString()), err::toString);
    assertEquals(0, rebuild("--merge", "--data", old.data("b").toString()), err::toString);
    assertEquals(0, rebuild("--merge", "--data", old.data("a").toString()), err::toString);
    assertEquals(before, new CountState(fresh, ELECTION).all());
  }

  @Test
  void nodesOnTheRebuiltRedis_findNothingToGiveBackAndCountOn() {
    assertEquals(0, rebuild(journals()), err::toString);
    CountState state = new CountState(fresh, ELECTION);
    int entries = state.log("01").size();
    CountNode node = fresh.node("new", ELECTION);
    assertTrue(node.isReady());
    assertEquals(before, state.all());
    assertEquals(entries, state.log("01").size());
    node.stop();
  }

  @Test
  void redisThatEvicts_isRefusedWithItsSentence() {
    fresh.ask(Command.CONFIG, "SET", "maxmemory-policy", "allkeys-lru");
    try {
      assertEquals(1, rebuild(journals()));
      assertTrue(err.toString().contains("evicts"), err::toString);
      assertEquals(0, fresh.ask(Command.DBSIZE).toInteger());
    } finally {
      fresh.ask(Command.CONFIG, "SET", "maxmemory-policy", "noeviction");
    }
  }

  @Test
  void nothingToRead_isUsage() {
    assertEquals(2, rebuild());
    assertFalse(err.toString().isEmpty());
  }

  @Test
  void folderWithoutAJournal_isRefusedAndNothingIsWritten(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("journal"));
    assertEquals(1, rebuild("--journal", folder.toString()));
    assertTrue(err.toString().contains(folder.toString()), err::toString);
    assertEquals(0, fresh.ask(Command.DBSIZE).toInteger());
  }

  @Test
  void damagedJournal_givesEverythingButTheEntryThatIsHit(@TempDir Path folder) throws IOException {
    Path file = old.data("a").resolve("journal/contoh/00000001.pj");
    byte[] bytes = Files.readAllBytes(file);
    bytes[60] ^= 1;
    Files.write(folder.resolve("00000001.pj"), bytes);
    assertEquals(
        0,
        rebuild(
            "--journal", folder.toString(),
            "--data", old.data("b").toString(),
            "--data", old.data("c").toString()),
        err::toString);
    long now = new CountState(fresh, ELECTION).all().size();
    assertTrue(now >= before.size() - 4 && now <= before.size(), now + " of " + before.size());
  }

  /** Codes of the provinces. */
  private static final class AreaTrees {
    static List<String> provinces(Election election) {
      AreaTree tree = election.areas();
      return Arrays.stream(tree.provinces()).mapToObj(p -> tree.area(p).code()).toList();
    }
  }
}
