package id.pantau.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.election.ElectionReader;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Seven forms of the made-up election, added up by hand. */
final class RecountTest {
  private static final Election ELECTION = ElectionReader.packed("contoh");
  private static final Contest CONTEST = Objects.requireNonNull(ELECTION.contest("ppwp"));
  private static final AreaTree TREE = ELECTION.areas();

  private static final List<String> FORMS =
      List.of(
          form("0101011001001", 1, "machine", "[10,20,30]", ",\"valid\":60,\"total\":60"),
          form("0101011001002", 1, "machine", "[1,1,1]", ",\"total\":3"),
          form("0102011001001", 1, "single", "[1,2,3]", ",\"valid\":7,\"total\":7"),
          form("0102011001001", 2, "machine", "[9,9,9]", ",\"valid\":27,\"total\":27"),
          form("0201012001001", 1, "machine", "[5,5,5]", ",\"valid\":15,\"total\":15"),
          form("0201012001001", 2, "machine", "null", ""),
          form("99AA010001001", 1, "machine", "[400,0,0]", ",\"valid\":400,\"total\":400"),
          form("0101011001999", 1, "machine", "[7,7,7]", ",\"valid\":21,\"total\":21"));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, long[]> figures = new HashMap<>();
  private final RecountNode node;
  @TempDir private Path folder = Path.of("");

  RecountTest() throws IOException {
    node = new RecountNode();
  }

  @BeforeEach
  void published() {
    put(new long[] {411, 22, 33, 3, 1, 412, 23, 34}, "0");
    put(new long[] {11, 22, 33, 2, 1, 12, 23, 34}, "01");
    put(new long[] {10, 20, 30, 1, 1, 11, 21, 31}, "0101", "010101", "0101011001");
    put(new long[] {10, 20, 30, 1, 0, 10, 20, 30}, "0101011001001");
    put(new long[] {0, 0, 0, 0, 1, 1, 1, 1}, "0101011001002");
    put(new long[] {1, 2, 3, 1, 0, 1, 2, 3}, "0102", "010201", "0102011001", "0102011001001");
    put(
        new long[] {400, 0, 0, 1, 0, 400, 0, 0},
        "99",
        "99AA",
        "99AA01",
        "99AA010001",
        "99AA010001001");
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void recount_theSameTotals_isEqualInOneLine() throws IOException {
    node.publish(TREE, CONTEST, this::of);
    assertEquals(0, recount(file(FORMS)));
    assertEquals(
        "equal: 23 places, 8 forms; ppwp counted 3, held 1, 900001 411, 900002 22, 900003 33\n",
        text());
  }

  @Test
  void recount_oneDigitOfAVillage_namesPlaceFigureAndBothNumbers() throws IOException {
    put(new long[] {10, 21, 30, 1, 1, 11, 21, 31}, "0101011001");
    node.publish(TREE, CONTEST, this::of);
    assertEquals(1, recount(file(FORMS)));
    assertEquals(
        """
        ppwp/0101011001: votes.900002 published 21, recounted 20
        1 figures differ in 23 places, 8 forms
        """,
        text());
  }

  @Test
  void recount_votesOfAHeldFormLeftOut_namesPlaceFigureAndBothNumbers() throws IOException {
    put(new long[] {10, 20, 30, 1, 1, 10, 20, 30}, "0101011001");
    node.publish(TREE, CONTEST, this::of);
    assertEquals(1, recount(file(FORMS)));
    assertEquals(
        """
        ppwp/0101011001: asSent.900001 published 10, recounted 11
        ppwp/0101011001: asSent.900002 published 20, recounted 21
        ppwp/0101011001: asSent.900003 published 30, recounted 31
        3 figures differ in 23 places, 8 forms
        """,
        text());
  }

  @Test
  void recount_aPlaceThatIsNotPublished_isADifference() throws IOException {
    node.publish(TREE, CONTEST, this::of);
    node.bodies.remove("/api/v1/results/ppwp/010201");
    assertEquals(1, recount(file(FORMS)));
    assertTrue(text().startsWith("ppwp/010201: published and reference data do not"), text());
  }

  @Test
  void recount_stations_looksAtEachOfThem() throws IOException {
    node.publish(TREE, CONTEST, this::of);
    assertEquals(0, recount(file(FORMS), "--stations"));
    put(new long[] {0, 0, 0, 0, 0, 1, 1, 1}, "0101011001002");
    node.publish(TREE, CONTEST, this::of);
    out.reset();
    assertEquals(1, recount(file(FORMS), "--stations"));
    assertTrue(text().startsWith("ppwp/0101011001002: held published 0, recounted 1\n"), text());
  }

  @Test
  void recount_publishedFile_isComparedInsteadOfANode() throws IOException {
    List<String> bodies =
        IntStream.range(0, TREE.size())
            .mapToObj(i -> RecountNode.body(TREE, CONTEST, i, this::of))
            .toList();
    String path = file(bodies);
    assertEquals(0, recount(file(FORMS), "--published", path));
    String falsified = file(bodies.stream().map(b -> b.replace(":411,", ":412,")).toList());
    out.reset();
    assertEquals(1, recount(file(FORMS), "--published", falsified));
    assertTrue(text().startsWith("ppwp/0: votes.900001 published 412, recounted 411\n"), text());
  }

  @Test
  void recount_noForms_saysSo_butPublishedTotalsAreComparedAllTheSame() throws IOException {
    String none = file(List.of());
    assertEquals(0, recount(none));
    assertEquals("nothing to compare: no forms\n", text());
    List<String> bodies =
        IntStream.range(0, TREE.size())
            .mapToObj(i -> RecountNode.body(TREE, CONTEST, i, this::of))
            .toList();
    assertEquals(1, recount(none, "--published", file(bodies)));
    assertTrue(text().contains("ppwp/0: votes.900001 published 411, recounted 0\n"), text());
  }

  @Test
  void recount_ofWhatTheNodeOffers_readsEveryPage() throws IOException {
    node.publish(TREE, CONTEST, this::of);
    node.publish(TREE, Objects.requireNonNull(ELECTION.contest("pkwkk-0102")), code -> new long[6]);
    Map<String, String> pages = node.bodies;
    pages.put("/api/v1/changes?limit=500", page(FORMS.subList(0, 3), "a"));
    pages.put("/api/v1/changes?since=a", page(FORMS.subList(3, 7), "b"));
    pages.put("/api/v1/changes?since=b", page(List.of(), "b"));
    assertEquals(0, recount("-"), this::text);
    assertTrue(text().startsWith("equal: 46 places, 7 forms; ppwp counted 3, held 1"), text());
    pages.put("/api/v1/changes?since=a", page(FORMS.subList(3, 6), "b"));
    assertEquals(1, recount("-"));
  }

  private int recount(String... arguments) {
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    CommandLine command = new CommandLine(new Recount(print, print));
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 4);
    all[arguments.length] = "--election";
    all[arguments.length + 1] = "contoh";
    all[arguments.length + 2] = "--url";
    all[arguments.length + 3] = node.url().toString();
    return command.execute(all);
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private void put(long[] row, String... codes) {
    for (String code : codes) {
      figures.put(code, row);
    }
  }

  private long[] of(String code) {
    return figures.getOrDefault(code, new long[8]);
  }

  private String file(List<String> lines) throws IOException {
    Path path = Files.createTempFile(folder, "lines", ".ndjson");
    return Files.write(path, lines).toString();
  }

  private static String page(List<String> changes, String next) {
    return "{\"changes\":["
        + String.join(",", changes)
        + "],\"next\":\"/api/v1/changes?since="
        + next
        + "\"}";
  }

  private static String form(
      String station, int revision, String method, String votes, String figures) {
    String kind = revision == 1 ? "new" : votes.equals("null") ? "withdrawn" : "restored";
    String[] each = votes.replaceAll("[\\[\\]]", "").split(",");
    String object = votes;
    if (each.length == 3) {
      object =
          String.format("{\"900001\":%s,\"900002\":%s,\"900003\":%s}", each[0], each[1], each[2]);
    }
    return String.format(
        "{\"contest\":\"ppwp\",\"station\":\"%s\",\"generation\":0,\"revision\":%d,"
            + "\"method\":\"%s\",\"votes\":%s%s,\"reason\":{\"kind\":\"%s\"}}",
        station, revision, method, object, figures, kind);
  }
}
