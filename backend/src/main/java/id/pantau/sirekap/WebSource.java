package id.pantau.sirekap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.platform.Refused;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site that serves the tree: its places are walked from the nation down, and the file of each
 * station is read.
 */
final class WebSource implements SirekapSource {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int[] CODE_CHARACTERS = {0, 2, 4, 6, 10, 13};
  private static final int STATION = 5;
  private static final int CHILDREN_MAX = 5000;
  private static final int READS_MAX = 3;

  private final Web web;
  private final String event;
  private final String family;
  private final List<String> areas;
  private final Deque<List<String>> pending = new ArrayDeque<>();
  private long others;

  /**
   * @param areas codes of the places that are wanted; empty = everywhere
   */
  WebSource(Web web, String family, List<String> areas) {
    this.web = web;
    this.event = family.startsWith("pkwk") ? "pilkada" : "pemilu";
    this.family = family;
    this.areas = List.copyOf(areas);
    pending.push(List.of());
  }

  @Override
  public @Nullable SirekapEntry next() throws IOException, InterruptedException {
    while (!pending.isEmpty()) {
      List<String> place = pending.pop();
      if (place.size() == STATION) {
        String path = "/" + event + "/hhcw/" + family + "/" + String.join("/", place) + ".json";
        byte[] json = read(path);
        if (json != null) {
          return new SirekapEntry(path, place.get(STATION - 1), json);
        }
      } else {
        push(place);
      }
    }
    return null;
  }

  private void push(List<String> place) throws IOException, InterruptedException {
    String name = place.isEmpty() ? "0" : String.join("/", place);
    String path = "/wilayah/" + event + "/" + family + "/" + name + ".json";
    byte[] json = read(path);
    if (json == null) {
      return;
    }
    List<List<String>> below = new ArrayList<>();
    JsonNode rows = JSON.readTree(json);
    if (!rows.isArray() || rows.size() > CHILDREN_MAX) {
      throw new Refused(path + " is no list of at most " + CHILDREN_MAX + " places");
    }
    String parent = place.isEmpty() ? "" : place.get(place.size() - 1);
    for (JsonNode row : rows) {
      String code = row.path("kode").asText();
      // What the site says becomes an address: only what is a place below this one.
      if (code.length() != CODE_CHARACTERS[place.size() + 1]
          || !code.matches("[0-9A-Z]+")
          || !code.startsWith(parent)) {
        throw new Refused(path + " names \"" + code + "\", which is no place below it");
      }
      if (wanted(code)) {
        List<String> child = new ArrayList<>(place);
        child.add(code);
        below.add(child);
      }
    }
    Collections.reverse(below);
    below.forEach(pending::push);
  }

  private boolean wanted(String code) {
    return areas.isEmpty()
        || areas.stream().anyMatch(a -> a.equals("0") || a.startsWith(code) || code.startsWith(a));
  }

  /** A file of a million may break off: it is asked for again. Null where there is none. */
  private byte @Nullable [] read(String path) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try (WebBody body = web.open(path, SirekapEntry.BYTES_MAX)) {
        return body.readAllBytes();
      } catch (Web.Missing e) {
        others++;
        return null;
      } catch (WebBody.Broken e) {
        if (attempt == READS_MAX) {
          throw new IOException(path + ": " + e.getMessage(), e);
        }
      }
    }
  }

  @Override
  public long others() {
    return others;
  }

  @Override
  public void close() {
    web.close();
  }
}
