package id.pantau.load.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks the API for every area that has forms, down to subdistricts whose rows are villages, and for
 * some villages whose rows are stations; holds each body and each of its rows against what must
 * stand. Rows without forms must be there, and be zero.
 */
final class Walk {
  private static final int THREADS = 4;

  /** Villages asked for, evenly over all that have forms: their stations are one request each. */
  private static final int VILLAGES_MAX = 500;

  private final Bodies bodies;
  private final Places places;
  private final List<String> differences = new ArrayList<>();
  private final Set<String> compared = new HashSet<>();

  Walk(Bodies bodies, Places places) {
    this.bodies = bodies;
    this.places = places;
  }

  /** Asks and compares. */
  void run() throws IOException, InterruptedException {
    List<Integer> areas = new ArrayList<>(places.reached(false));
    List<Integer> villages = places.reached(true);
    int step = Math.max(1, (villages.size() + VILLAGES_MAX - 1) / VILLAGES_MAX);
    for (int i = 0; i < villages.size(); i += step) {
      areas.add(villages.get(i));
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Void>> all = new ArrayList<>();
      for (int area : areas) {
        all.add(
            threads.submit(
                () -> {
                  visit(area);
                  return null;
                }));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private void visit(int area) throws IOException, InterruptedException {
    JsonNode body = bodies.results(places.contest().id(), places.code(area));
    compare(body.path("area").asText(), body);
    int rows = 0;
    for (JsonNode row : body.path("children")) {
      compare(row.path("code").asText(), row);
      rows++;
    }
    if (rows != places.rows(area)) {
      say(places.code(area) + " has " + rows + " rows and not " + places.rows(area));
    }
  }

  private void compare(String code, JsonNode row) {
    String difference = places.of(code).difference(row);
    if (difference != null) {
      say(places.contest().id() + "/" + code + " " + difference);
    }
    synchronized (compared) {
      compared.add(code);
    }
  }

  private void say(String difference) {
    synchronized (differences) {
      differences.add(difference);
    }
  }

  List<String> differences() {
    return differences;
  }

  /** Places, stations among them, that were compared at least once. */
  int compared() {
    return compared.size();
  }
}
