package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real stations that changed, in waves: what was shown between two waves is what is told later
 * of that instant, from the nation to the stations of a village, by the node that counted, by one
 * that came later, and after a restart.
 */
final class EarlierIT {
  private static final List<String> WAVES =
      List.of(
          "2024-03-12T00:00:00+07:00", "2024-03-13T13:00:00+00:00", "2024-03-18T00:00:00+07:00");

  @TempDir private Path folder = Path.of("");
  private final Map<Instant, Map<String, JsonNode>> shown = new LinkedHashMap<>();

  @Test
  void at_anInstantBetweenWaves_isWhatWasShownThen() throws Exception {
    try (RedisProcess redis = RedisProcess.start(folder.resolve("redis"), "--appendonly", "no");
        NodeProcess a = NodeProcess.on(folder.resolve("a")).patient().with("--redis", redis.uri());
        NodeProcess b =
            NodeProcess.on(folder.resolve("b")).patient().with("--redis", redis.uri())) {
      String key = a.key();
      a.start();
      Instant before = Instant.now();
      List<String> areas = List.of();
      for (String until : WAVES) {
        replay(a, key, until);
        List<Long> nation = Recount.until(folder, until, RealForms.HISTORY).of("0");
        Await.until(
            "the nation shows " + nation, () -> figures(a.api().results("0")).equals(nation));
        areas = areas.isEmpty() ? places(a.api()) : areas;
        shown.put(Instant.now(), bodies(a.api(), areas));
      }
      replay(a, key, "2024-12-31T00:00:00+07:00");
      nothingBefore(a.api(), before, areas);
      tellsTheSame(a.api(), a.api());
      b.start();
      tellsTheSame(b.api(), a.api());
      a.stop();
      a.start();
      tellsTheSame(a.api(), b.api());
      pointsAreStandings(a.api(), areas);
    }
  }

  private void replay(NodeProcess node, String key, String until) throws Exception {
    Verb.Ended ended =
        Verb.run(
            folder,
            "replay",
            RealForms.HISTORY.toString(),
            "--url",
            node.url(),
            "--key",
            key,
            "--until",
            until);
    assertEquals(0, ended.exit(), ended::toString);
  }

  /** The nation, every province that has anything, and one place a level down to a village. */
  private static List<String> places(Api api) throws IOException {
    List<String> places = new ArrayList<>(List.of("0"));
    for (JsonNode province : api.results("0").path("children")) {
      if (counted(province) > 0) {
        places.add(province.path("code").asText());
      }
    }
    String place = "0";
    while (place.length() < 10) {
      JsonNode largest = null;
      for (JsonNode child : api.results(place).path("children")) {
        largest = largest == null || counted(child) > counted(largest) ? child : largest;
      }
      place = Objects.requireNonNull(largest).path("code").asText();
      places.add(place);
    }
    return places;
  }

  private static long counted(JsonNode place) {
    return place.path("stations").path("counted").asLong();
  }

  private static Map<String, JsonNode> bodies(Api api, List<String> areas) throws IOException {
    Map<String, JsonNode> bodies = new LinkedHashMap<>();
    for (String area : areas) {
      bodies.put(area, api.results(area));
    }
    return bodies;
  }

  private static JsonNode at(Api api, String area, Instant instant) throws IOException {
    return api.results(area + "?at=" + instant);
  }

  private static void nothingBefore(Api api, Instant instant, List<String> areas)
      throws IOException {
    for (String area : areas) {
      JsonNode body = at(api, area, instant);
      assertEquals("waiting", body.path("status").asText());
      assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), figures(body), area);
    }
  }

  /** What was shown at each instant; and of the other node the same body, digest and all. */
  private void tellsTheSame(Api api, Api other) throws IOException {
    assertEquals(WAVES.size(), shown.values().stream().map(w -> w.get("0")).distinct().count());
    for (Map.Entry<Instant, Map<String, JsonNode>> wave : shown.entrySet()) {
      for (Map.Entry<String, JsonNode> place : wave.getValue().entrySet()) {
        String area = place.getKey();
        JsonNode body = at(api, area, wave.getKey());
        JsonNode then = place.getValue();
        same(then, body, area);
        for (String field : List.of("position", "asOf", "status", "name", "level", "notice")) {
          assertEquals(then.path(field), body.path(field), area + " " + field);
        }
        assertEquals(then.path("children").size(), body.path("children").size(), area);
        for (int row = 0; row < body.path("children").size(); row++) {
          same(then.path("children").get(row), body.path("children").get(row), area);
        }
        assertEquals(body, at(other, area, wave.getKey()));
      }
    }
  }

  private static void same(JsonNode shown, JsonNode told, String area) {
    assertEquals(shown.path("code"), told.path("code"), area);
    assertEquals(shown.path("stations"), told.path("stations"), area);
    JsonNode now = shown.path("totals");
    JsonNode then = told.path("totals");
    assertEquals(now.path("votes"), then.path("votes"), area);
    assertEquals(now.path("asSent"), then.path("asSent"), area);
    assertEquals(2, then.size(), "only votes and asSent: " + then);
  }

  /** Every tenth point of the history is what its time gives. */
  private static void pointsAreStandings(Api api, List<String> areas) throws IOException {
    for (String area : areas) {
      JsonNode points = api.get("/api/v1/history/ppwp/" + area).path("points");
      assertTrue(points.size() > 0, area);
      for (int p = points.size() - 1; p >= 0; p -= 10) {
        JsonNode point = points.get(p);
        JsonNode body = at(api, area, Instant.parse(point.path("at").asText()));
        assertEquals(body.path("totals").path("votes"), point.path("votes"), area);
        ObjectNode stations = body.path("stations").deepCopy();
        assertEquals(stations.without("expected"), point.path("stations"), area);
      }
    }
  }

  /** Counted, held, votes: as {@link Totals} has them. */
  private static List<Long> figures(JsonNode body) {
    List<Long> figures = new ArrayList<>();
    figures.add(body.path("stations").path("counted").asLong());
    figures.add(body.path("stations").path("held").asLong());
    body.path("totals").path("votes").forEach(n -> figures.add(n.asLong()));
    body.path("totals").path("asSent").forEach(n -> figures.add(n.asLong()));
    return figures;
  }
}
