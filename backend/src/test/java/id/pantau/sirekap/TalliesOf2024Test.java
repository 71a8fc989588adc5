package id.pantau.sirekap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Form;
import id.pantau.model.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundled real files; the figures expected were counted outside this code. */
class TalliesOf2024Test {
  private static final Path FORMS = Path.of("..", "config", "elections", "pemilu-2024", "forms");

  private static Tallies tallies = new Tallies(List.of(), 0, 0);
  private static Tallies history = tallies;

  @BeforeAll
  static void readOnce() throws IOException {
    tallies = read("ppwp.csv.gz");
    history = read("ppwp-revisions.csv.gz");
  }

  @Test
  void tallies_haveEveryRowWithVotes() {
    assertEquals(289_304, tallies.rows());
    assertEquals(214_623, tallies.arrivals().size());
    assertEquals(74_681, tallies.skipped());
    long[] sums = new long[3];
    Set<String> stations = new HashSet<>();
    for (Tallies.Arrival arrival : tallies.arrivals()) {
      Form form = arrival.form();
      int i = 0;
      for (int votes : form.votes().values()) {
        sums[i++] += votes;
      }
      assertEquals(1, form.revision());
      assertEquals(Reason.NEW, form.reason());
      stations.add(form.station());
    }
    assertArrayEquals(new long[] {12_896_371, 23_595_505, 5_609_748}, sums);
    assertEquals(214_623, stations.size());
  }

  @Test
  void tallies_areInTheOrderOfArrival() {
    inOrder(tallies);
    Tallies.Arrival first = tallies.arrivals().get(0);
    assertEquals("5312102006008", first.form().station());
    assertEquals(Instant.parse("2024-02-14T03:06:48Z"), first.at());
    Tallies.Arrival last = tallies.arrivals().get(214_622);
    assertEquals("5108052003009", last.form().station());
    assertEquals(Instant.parse("2024-03-20T03:22:17Z"), last.at());
  }

  /**
   * Of the 9,091 steps between states 6,353 let votes appear (one of them only some: no form), 57
   * let them vanish (three had only some), 65 change votes and 2,616 only the rest. Of the rest,
   * 1,990 are at stations without votes and 282 change no figure, so 344 are a correction.
   */
  @Test
  void history_hasTheStepsThatAreForms() {
    assertEquals(18_153, history.rows());
    assertEquals(7_557, history.arrivals().size());
    assertEquals(18_153 - 7_557, history.skipped());
    inOrder(history);
    Map<Reason.Kind, Integer> kinds = new EnumMap<>(Reason.Kind.class);
    Map<String, Form> newest = new HashMap<>();
    int votesChanged = 0;
    for (Tallies.Arrival arrival : history.arrivals()) {
      Form form = arrival.form();
      Form before = newest.put(form.station(), form);
      assertEquals(before == null ? 1 : before.revision() + 1, form.revision());
      Reason.Kind kind = form.reason().kind();
      kinds.merge(kind, 1, Integer::sum);
      if (kind == Reason.Kind.TRANSCRIPTION_CORRECTION && before != null) {
        votesChanged += before.votes().equals(form.votes()) ? 0 : 1;
      }
    }
    assertEquals(
        Map.of(
            Reason.Kind.NEW, 742 + 6_352,
            Reason.Kind.WITHDRAWN, 54,
            Reason.Kind.TRANSCRIPTION_CORRECTION, 65 + 344),
        kinds);
    assertEquals(65, votesChanged);
  }

  @Test
  void history_endsAtTheTallies() throws IOException {
    Map<String, Form> tallied = newest(tallies);
    Map<String, Form> seen = newest(history);
    Set<String> stations = stations("ppwp-revisions.csv.gz");
    assertEquals(9_062, stations.size());
    int withVotes = 0;
    for (String station : stations) {
      Form last = seen.get(station);
      Form row = tallied.get(station);
      boolean votes = last != null && last.section() == Form.Section.VOTES;
      assertEquals(votes, row != null, station);
      if (row != null) {
        assertEquals(figures(row), figures(last), station);
        withVotes++;
      }
    }
    assertEquals(7_040, withVotes);
    assertTrue(stations.containsAll(seen.keySet()));
  }

  private static List<@Nullable Object> figures(@Nullable Form form) {
    return form == null
        ? List.of()
        : Arrays.asList(
            form.votes(),
            form.valid(),
            form.invalid(),
            form.total(),
            form.registered(),
            form.users());
  }

  private static Map<String, Form> newest(Tallies forms) {
    Map<String, Form> newest = new HashMap<>();
    forms.arrivals().forEach(a -> newest.put(a.form().station(), a.form()));
    return newest;
  }

  private static void inOrder(Tallies forms) {
    Instant before = Instant.EPOCH;
    for (Tallies.Arrival arrival : forms.arrivals()) {
      assertTrue(!arrival.at().isBefore(before));
      before = arrival.at();
    }
  }

  private static Tallies read(String name) throws IOException {
    try (InputStream in = open(name)) {
      return TalliesReader.read(in, name, TalliesReaderTest.PPWP);
    }
  }

  private static Set<String> stations(String name) throws IOException {
    try (InputStream in = open(name)) {
      Set<String> stations = new HashSet<>();
      new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .forEach(line -> stations.add(line.substring(0, 13)));
      return stations;
    }
  }

  private static InputStream open(String name) throws IOException {
    return new GZIPInputStream(Files.newInputStream(FORMS.resolve(name)));
  }
}
