package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Figures by place: {@code counted, held, votes…, votes as sent…}. Places where nothing is are left
 * out, so that what a node publishes and what a recount found can be compared as they are.
 */
record Totals(Map<String, List<Long>> places) {
  private static final int PARALLEL = 8;
  private static final int SHOWN_MAX = 20;
  private static final List<Long> NOTHING = List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);

  /**
   * Everything a node publishes: the nation with all provinces, and every place down to the
   * villages of each province that has anything.
   */
  static Totals published(Api api) throws Exception {
    Map<String, List<Long>> places = new TreeMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
    try {
      List<String> level = List.of("0");
      while (!level.isEmpty()) {
        List<Callable<JsonNode>> asked = new ArrayList<>();
        level.forEach(area -> asked.add(() -> api.results(area)));
        List<String> below = new ArrayList<>();
        for (Future<JsonNode> answer : threads.invokeAll(asked)) {
          take(answer.get(), places, below);
        }
        level = below;
      }
    } finally {
      threads.shutdownNow();
    }
    return new Totals(places);
  }

  private static void take(JsonNode body, Map<String, List<Long>> places, List<String> below) {
    String area = body.path("area").asText();
    add(places, area, body);
    for (JsonNode child : body.path("children")) {
      String code = child.path("code").asText();
      if (add(places, code, child) && code.length() < 10) {
        below.add(code);
      }
    }
  }

  /** True where there is anything; a place must say the same of itself as its parent does. */
  private static boolean add(Map<String, List<Long>> places, String code, JsonNode place) {
    List<Long> figures = new ArrayList<>();
    figures.add(place.path("stations").path("counted").asLong());
    figures.add(place.path("stations").path("held").asLong());
    place.path("totals").path("votes").forEach(votes -> figures.add(votes.asLong()));
    place.path("totals").path("asSent").forEach(votes -> figures.add(votes.asLong()));
    if (figures.stream().allMatch(n -> n == 0)) {
      return false;
    }
    List<Long> before = places.put(code, figures);
    if (before != null && !before.equals(figures)) {
      fail(code + " is " + figures + " in its own body and " + before + " in its parent's");
    }
    return true;
  }

  /** One line of the recount script. */
  void add(JsonNode line) {
    List<Long> figures = new ArrayList<>();
    figures.add(line.path("counted").asLong());
    figures.add(line.path("held").asLong());
    line.path("votes").forEach(votes -> figures.add(votes.asLong()));
    line.path("asSent").forEach(votes -> figures.add(votes.asLong()));
    if (figures.stream().anyMatch(n -> n != 0)) {
      places.put(line.path("area").asText(), figures);
    }
  }

  List<Long> of(String area) {
    return places.getOrDefault(area, NOTHING);
  }

  /** Waits until a node publishes exactly this, then says so place by place. */
  void awaitAt(Api api) throws Exception {
    List<Long> nation = of("0");
    Await.until(
        () -> "the nation has " + nation + ", published: " + nationOf(api),
        Await.LONG,
        () -> nationOf(api).equals(nation));
    assertSame(published(api));
  }

  private static List<Long> nationOf(Api api) {
    try {
      Map<String, List<Long>> places = new TreeMap<>();
      add(places, "0", api.results("0"));
      return new Totals(places).of("0");
    } catch (IOException e) {
      return List.of();
    }
  }

  void assertSame(Totals other) {
    List<String> differences = new ArrayList<>();
    TreeMap<String, List<Long>> all = new TreeMap<>(places);
    all.putAll(other.places);
    for (String area : all.keySet()) {
      if (!of(area).equals(other.of(area)) && differences.size() < SHOWN_MAX) {
        differences.add(area + ": expected " + of(area) + ", is " + other.of(area));
      }
    }
    assertEquals(List.of(), differences);
  }
}
