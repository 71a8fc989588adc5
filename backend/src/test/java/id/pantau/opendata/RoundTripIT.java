package id.pantau.opendata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.cli.Rebuild;
import id.pantau.cli.Recount;
import id.pantau.count.CountNode;
import id.pantau.count.CountRig;
import id.pantau.count.ManyForms;
import id.pantau.model.Ballots;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Electors;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.model.Submission;
import id.pantau.model.Users;
import id.pantau.platform.Acts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Export, import into an empty node, export: the same bytes. And a recount from the CSV alone. */
final class RoundTripIT {
  private static final Election ELECTION = CountRig.election("contoh");
  private static final int STATIONS = 40;

  private static Path folder;
  private static CountRig rig;
  private static OpenDataNode node;
  private static Path exported;

  @BeforeAll
  static void count(@TempDir Path temporary) {
    folder = temporary;
    rig = new CountRig(folder.resolve("old"));
    CountNode count = rig.node("a", ELECTION);
    List<Submission> all = new ArrayList<>(new ManyForms(ELECTION, 2024).some(STATIONS));
    all.removeIf(each -> each.form().station().equals("0101011001001"));
    all.add(full());
    count.count(all.toArray(Submission[]::new));
    node = new OpenDataNode(rig, ELECTION, folder.resolve("open"), Acts.NONE);
    exported = node.first();
  }

  @AfterAll
  static void stop() {
    node.close();
    rig.close();
  }

  /** A form with everything in it, and words that a CSV must not break on. */
  private static Submission full() {
    Contest contest = ELECTION.contests().get(0);
    Form form =
        new Form(
            contest.id(),
            "0101011001001",
            0,
            3,
            Method.DOUBLE,
            OffsetDateTime.parse("2024-02-14T16:20:00.5+07:00"),
            Form.Section.VOTES,
            Map.of("900001", 10, "900002", 20, "900003", 30),
            60,
            2,
            62,
            new Electors(200, 100, null),
            new Users(
                new Electors(60, 30, 30),
                new Electors(1, 1, 0),
                new Electors(1, 0, 1),
                new Electors(62, 31, 31)),
            new Ballots(204, 62, 0, null),
            List.of(new Image(1, "https://example.org/a,\"b\".jpg", "ab".repeat(32))),
            new Reason(
                Reason.Kind.RECAPITULATION_CORRECTION,
                "=1+1, \"kata\"\nbaris – kedua",
                List.of(),
                List.of(""),
                "D.Hasil 7"));
    return new Submission(
        form,
        new id.pantau.rules.Judge(ELECTION)
            .judge(
                form,
                new id.pantau.rules.Speaker(
                    List.of("0"),
                    java.util.EnumSet.allOf(Method.class),
                    java.util.EnumSet.allOf(Reason.Kind.class),
                    true),
                id.pantau.rules.Sightings.NONE),
        "kpps, \"app\"",
        Instant.parse("2026-11-21T08:00:00.123Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson"})
  void export_importedIntoAnEmptyNode_exportsTheSameBytes(String format) throws IOException {
    try (CountRig fresh = new CountRig(folder.resolve("fresh-" + format))) {
      assertEquals(0, rebuild(fresh, exported, format));
      try (OpenDataNode other =
          new OpenDataNode(fresh, ELECTION, folder.resolve("open-" + format), Acts.NONE)) {
        Path again = other.first();
        for (String name : tables(exported)) {
          assertArrayEquals(
              Files.readAllBytes(exported.resolve(name)),
              Files.readAllBytes(again.resolve(name)),
              () -> name + "\n" + OpenDataNode.read(again.resolve(name)));
        }
        assertEquals(tables(exported), tables(again));
      }
    }
  }

  /** Every file but the two that say when it was made. */
  private static List<String> tables(Path snapshot) throws IOException {
    try (Stream<Path> files = Files.list(snapshot)) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(name -> !name.equals(Snapshot.PACKAGE) && !name.equals(Snapshot.SUMS))
          .sorted()
          .toList();
    }
  }

  private static int rebuild(CountRig fresh, Path snapshot, String format) {
    List<String> args =
        new ArrayList<>(List.of("--redis", fresh.redis().uri(), "--election", "contoh"));
    for (Contest contest : ELECTION.contests()) {
      args.add("--open-data");
      args.add(snapshot.resolve(contest.id() + "-forms." + format + ".gz").toString());
    }
    return new CommandLine(new Rebuild()).execute(args.toArray(String[]::new));
  }

  @Test
  void import_ofATableThatWasChanged_isRefusedAndNothingIsCounted() throws IOException {
    Path changed = Files.createDirectories(folder.resolve("changed"));
    Path table = changed.resolve("ppwp-forms.csv");
    String text = OpenDataNode.read(exported.resolve("ppwp-forms.csv.gz"));
    int last = text.indexOf("double,2024-02-14T16:20:00.5+07:00,votes,10,20,30");
    assertTrue(last > 0, text);
    Files.writeString(table, text.replace("votes,10,20,30,60", "votes,11,20,29,60"));
    try (CountRig fresh = new CountRig(folder.resolve("refused"))) {
      StringBuilder said = new StringBuilder();
      int exit =
          new CommandLine(new Rebuild())
              .setExecutionExceptionHandler(
                  (e, line, parsed) -> {
                    said.append(e.getMessage());
                    return 1;
                  })
              .execute(
                  "--redis",
                  fresh.redis().uri(),
                  "--election",
                  "contoh",
                  "--open-data",
                  table.toString());
      assertEquals(1, exit);
      assertTrue(said.toString().endsWith("is not what its hash says"), said.toString());
      assertEquals(
          0, fresh.ask(io.vertx.redis.client.Command.KEYS, "*log").size(), "nothing in Redis");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson"})
  void recount_fromTheFormsAlone_givesEveryPublishedTotal(String format) throws IOException {
    for (Contest contest : ELECTION.contests()) {
      assertEquals(0, recount(exported, contest, format), contest.id());
    }
  }

  @Test
  void recount_oneVoteOff_isFound() throws IOException {
    Path wrong = Files.createDirectories(folder.resolve("wrong"));
    for (String name : tables(exported)) {
      Files.copy(exported.resolve(name), wrong.resolve(name));
    }
    Path province = wrong.resolve("ppwp-totals-province.ndjson");
    String text = OpenDataNode.read(province);
    String digits = text.replaceFirst("(?s).*?\"users\":\\{\"value\":(\\d+).*", "$1");
    Files.writeString(
        province,
        text.replaceFirst(
            "\"users\":\\{\"value\":" + digits,
            "\"users\":{\"value\":" + (Long.parseLong(digits) + 1)));
    Contest contest = Objects.requireNonNull(ELECTION.contest("ppwp"));
    assertEquals(1, recount(wrong, contest, "csv"));
  }

  private static String totals(Path snapshot, Contest contest, Level level) {
    String ending = level.ordinal() < Level.KECAMATAN.ordinal() ? ".ndjson" : ".ndjson.gz";
    return snapshot.resolve(contest.id() + "-totals-" + level.word() + ending).toString();
  }

  private static int recount(Path snapshot, Contest contest, String format) {
    List<String> args =
        new ArrayList<>(
            List.of(
                snapshot.resolve(contest.id() + "-forms." + format + ".gz").toString(),
                "--election",
                "contoh"));
    for (Level level : Level.values()) {
      args.add("--published");
      args.add(totals(snapshot, contest, level));
    }
    return new CommandLine(new Recount()).execute(args.toArray(String[]::new));
  }

  @Test
  void totals_areWhatTheBoardShows() {
    var shown = node.board().figures("ppwp", "0");
    String[] nation =
        OpenDataNode.read(exported.resolve("ppwp-totals-nation.csv"))
            .lines()
            .toList()
            .get(1)
            .split(",");
    assertEquals(shown.get(0), Long.parseLong(nation[7]));
    assertEquals(shown.get(1), Long.parseLong(nation[8]));
    assertEquals(shown.get(2), Long.parseLong(nation[9]));
  }
}
