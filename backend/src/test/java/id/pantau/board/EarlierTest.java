package id.pantau.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pantau.count.CountRig;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.platform.Body;
import id.pantau.platform.FormContent;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was said is what is told later: the bodies of then, remembered after each batch, against the
 * bodies that the end of the log gives for every instant.
 */
final class EarlierTest {
  private static final long START_MILLIS = Instant.parse("2024-02-14T06:00:00Z").toEpochMilli();
  private static final List<String> ADMINISTRATIVE =
      List.of("valid", "invalid", "registered", "users", "turnout");

  private final Election election = CountRig.election("earlier");
  private final AreaTree tree = election.areas();
  private final Standing standing = new Standing(election);
  private final ResultsJson results = new ResultsJson(standing);
  private final EarlierJson earlier = new EarlierJson(standing);
  private final HistoryJson history = new HistoryJson(standing);
  private final List<EarlierLog> logs = new ArrayList<>();

  /** By topic, then by the time reached: what the topic's body said last at that time. */
  private final Map<String, NavigableMap<Long, JsonNode>> said = new HashMap<>();

  private final Map<Integer, Long> reached = new HashMap<>();

  private void begin(long seed) {
    Random random = new Random(seed);
    for (int province : tree.provinces()) {
      standing.put(new ProvinceFold(election, province), 1);
      logs.add(new EarlierLog(election, province, random));
    }
  }

  private void fold(int province, LogEntry entry, boolean nation) {
    standing.fold(province).apply(entry, 1);
    long now = Math.max(reached.getOrDefault(province, 0L), entry.countedAtMillis());
    reached.put(province, now);
    for (int c = 0; c < election.contests().size(); c++) {
      for (int area = nation ? 0 : 1; area < tree.size(); area++) {
        if (area == 0 || tree.province(area) == province) {
          said.computeIfAbsent(topic(c, area), t -> new TreeMap<>()).put(now, live(c, area));
        }
      }
    }
  }

  private String topic(int contest, int area) {
    return contest + "/" + area;
  }

  /** The live body with the votes as sent, added up by the law from the forms that stand. */
  private JsonNode live(int contest, int area) {
    ObjectNode body = plain(BoardNode.json(results.whole(contest, area)));
    body.set("asSent", BoardNode.json(sent(contest, area)).path("asSent"));
    return body;
  }

  private Body sent(int contest, int area) {
    Contest of = election.contests().get(contest);
    long[] sums = new long[of.choices().size()];
    for (ProvinceFold fold : standing.folds(area)) {
      SlotRun slots = area == 0 ? SlotRun.of(tree, fold.province()) : SlotRun.of(tree, area);
      ContestStations stations = fold.stations(contest);
      for (int slot = slots.from(); slot < slots.to(); slot++) {
        StationState state = stations.state(slot);
        if (state == StationState.COUNTED || state == StationState.HELD) {
          byte[] packed = fold.store().get(stations.standing(slot)).packed();
          int c = 0;
          for (int votes :
              FormContent.unpack(PackedForm.content(packed), election::contest).votes().values()) {
            sums[c++] += votes;
          }
        }
      }
    }
    return Rendering.body(standing.position(0), g -> EarlierJson.votes(g, "asSent", of, sums, 0));
  }

  /** What both bodies have: all but the digest and the administrative figures. */
  private static ObjectNode plain(JsonNode body) {
    ObjectNode plain = body.deepCopy();
    plain.remove(List.of("digest", "at"));
    ((ObjectNode) plain.path("totals")).remove(ADMINISTRATIVE);
    plain
        .path("children")
        .forEach(child -> ((ObjectNode) child.path("totals")).remove(ADMINISTRATIVE));
    return plain;
  }

  private JsonNode whole(int contest, int area, long atMillis) {
    return BoardNode.json(earlier.body(Past.at(standing, contest, area, atMillis), atMillis));
  }

  private JsonNode then(int contest, int area, long atMillis) {
    JsonNode body = whole(contest, area, atMillis);
    assertEquals(Instant.ofEpochMilli(atMillis).toString(), body.path("at").asText());
    ObjectNode plain = plain(body);
    plain.set("asSent", body.path("totals").path("asSent"));
    return plain;
  }

  private void compareAll() {
    for (int c = 0; c < election.contests().size(); c++) {
      for (int area = 0; area < tree.size(); area++) {
        NavigableMap<Long, JsonNode> known = said.getOrDefault(topic(c, area), new TreeMap<>());
        for (Map.Entry<Long, JsonNode> each : known.entrySet()) {
          Long next = known.higherKey(each.getKey());
          same(each.getValue(), c, area, each.getKey());
          // It stays so until the next batch.
          same(each.getValue(), c, area, next == null ? each.getKey() + 99_999 : next - 1);
        }
      }
    }
  }

  private void same(JsonNode said, int contest, int area, long atMillis) {
    assertEquals(
        said,
        then(contest, area, atMillis),
        () -> topic(contest, area) + " at " + Instant.ofEpochMilli(atMillis));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void at_oneClock_isWhatEveryAreaSaidThen(long seed) {
    begin(seed);
    Random random = new Random(seed);
    long now = START_MILLIS;
    for (int batch = 0; batch < 150; batch++) {
      now += random.nextInt(3);
      int p = random.nextInt(logs.size());
      fold(tree.provinces()[p], logs.get(p).next(now), true);
    }
    compareAll();
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7, 8})
  void at_clocksDisagreeAndRedisLosesSome_isWhatEveryProvinceSaidThen(long seed) {
    begin(seed);
    Random random = new Random(seed);
    long now = START_MILLIS;
    for (int batch = 0; batch < 200; batch++) {
      now += random.nextInt(3);
      int p = random.nextInt(logs.size());
      long clock = now - (random.nextBoolean() ? 25 : 0);
      boolean again = batch > 120 && random.nextInt(4) == 0;
      LogEntry entry = again ? logs.get(p).refilled(clock - 3_000) : logs.get(p).next(clock);
      fold(tree.provinces()[p], entry, false);
    }
    compareAll();
    for (long at = START_MILLIS - 30; at < now + 3; at += 7) {
      nationIsTheSumOfItsProvinces(at);
    }
  }

  private void nationIsTheSumOfItsProvinces(long at) {
    JsonNode nation = whole(0, 0, at);
    List<Long> sums = new ArrayList<>();
    BoardNode.figures(nation).forEach(n -> sums.add(0L));
    long revisions = 0;
    int row = 0;
    for (int province : tree.provinces()) {
      JsonNode body = whole(0, province, at);
      revisions += body.path("position").path("revision").asLong();
      assertEquals(BoardNode.figures(body), BoardNode.figures(nation.path("children").get(row++)));
      List<Long> figures = BoardNode.figures(body);
      for (int f = 0; f < sums.size(); f++) {
        sums.set(f, sums.get(f) + figures.get(f));
      }
    }
    assertEquals(sums, BoardNode.figures(nation));
    assertEquals(revisions, nation.path("position").path("revision").asLong());
  }

  /** Long enough for many marks and chunks of the timeline. */
  @Test
  void at_longLog_isWhatTheNationSaidThen() {
    begin(9);
    Random random = new Random(9);
    NavigableMap<Long, List<Long>> nation = new TreeMap<>();
    long now = START_MILLIS;
    for (int batch = 0; batch < 12_000; batch++) {
      now += random.nextInt(4);
      int p = random.nextInt(4) == 0 ? random.nextInt(logs.size()) : 0;
      standing.fold(tree.provinces()[p]).apply(logs.get(p).next(now), 1);
      nation.put(now, figures(standing.figures(0, 0)));
    }
    assertTrue(standing.folds()[0].timeline(0).view().markCount() > 20);
    assertTrue(standing.folds()[0].timeline(0).view().chunkCount() > 10);
    int asked = 0;
    for (Map.Entry<Long, List<Long>> each : nation.entrySet()) {
      if (asked++ % 7 == 0) {
        assertEquals(each.getValue(), BoardNode.figures(whole(0, 0, each.getKey())));
      }
    }
    assertEquals(nation.lastEntry().getValue(), BoardNode.figures(whole(0, 0, Long.MAX_VALUE / 2)));
  }

  private static List<Long> figures(long[] row) {
    List<Long> figures = new ArrayList<>();
    for (int f = 0; f < 5; f++) {
      figures.add(row[f]);
    }
    return figures;
  }

  @Test
  void at_beforeTheFirstForm_isZerosAndWaiting() {
    begin(10);
    fold(tree.provinces()[0], logs.get(0).next(START_MILLIS), true);
    for (int area = 0; area < tree.size(); area++) {
      JsonNode body = whole(0, area, START_MILLIS - 1);
      assertEquals("waiting", body.path("status").asText());
      assertTrue(body.path("asOf").isNull());
      assertEquals(List.of(0L, 0L, 0L, 0L, 0L), BoardNode.figures(body));
      assertEquals(0, body.path("position").path("revision").asLong());
      assertEquals(standing.expected(0, area), body.path("stations").path("expected").asInt());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 40, 100_000})
  void history_everyPoint_isWhatItsTimeGives(int pointsMax) {
    begin(11);
    Random random = new Random(11);
    long now = START_MILLIS;
    for (int batch = 0; batch < 400; batch++) {
      now += random.nextInt(2_000);
      int p = random.nextInt(logs.size());
      long clock = now - (random.nextBoolean() ? 1_500 : 0);
      standing.fold(tree.provinces()[p]).apply(logs.get(p).next(clock), 1);
    }
    for (int area = 0; area < tree.size(); area++) {
      JsonNode points =
          BoardNode.json(history.body(Past.now(standing, 0, area), pointsMax)).path("points");
      assertTrue(points.size() <= pointsMax);
      assertEquals(standing.figures(0, area)[3] == 0 && tree.stations(area) == 0, points.isEmpty());
      long before = 0;
      for (JsonNode point : points) {
        long at = Instant.parse(point.path("at").asText()).toEpochMilli();
        assertTrue(at > before, "times of points rise");
        before = at;
        JsonNode body = whole(0, area, at);
        assertEquals(body.path("totals").path("votes"), point.path("votes"));
        assertEquals(body.path("totals").path("asSent"), point.path("asSent"));
        ObjectNode stations = body.path("stations").deepCopy();
        assertEquals(stations.without("expected"), point.path("stations"));
      }
    }
  }
}
