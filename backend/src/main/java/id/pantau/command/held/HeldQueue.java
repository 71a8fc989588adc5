package id.pantau.command.held;

import id.pantau.model.AreaTree;
import id.pantau.model.Code;
import id.pantau.model.Election;
import id.pantau.model.Station;
import id.pantau.platform.Arrivals.Arrival;
import id.pantau.platform.Arrivals.Batch;
import id.pantau.platform.Arrivals.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every form that waits for a person, oldest first, folded from what the board tells. Used on one
 * context. It holds as many forms as stations are held, in about 100 bytes each; a question walks
 * through all of them, milliseconds for the 62,000 of 2024.
 */
final class HeldQueue {
  private static final Code[] CODES = Code.values();

  private final Election election;
  private final AreaTree tree;
  private final int firstProvince;
  private final Held[][][] byStation;
  private final TreeSet<Held> queue = new TreeSet<>(Held.OLDEST_FIRST);
  private final Map<String, String> submitters = new HashMap<>();
  private final Map<String, Asked> asked = new HashMap<>();

  /** A photo was asked for; outlives a province that is read anew. */
  private record Asked(int revision, long atMillis) {}

  HeldQueue(Election election) {
    this.election = election;
    this.tree = election.areas();
    int[] provinces = tree.provinces();
    this.firstProvince = provinces[0];
    this.byStation = new Held[election.contests().size()][provinces.length][];
  }

  int size() {
    return queue.size();
  }

  /** Takes in what the board tells. */
  void take(Batch batch) {
    if (batch.reset()) {
      forget(batch.province());
    }
    for (Arrival form : batch.forms()) {
      if (!form.history()) {
        take(batch.province(), form);
      }
    }
  }

  private void forget(int province) {
    for (Held[][] contest : byStation) {
      Held[] stations = contest[province - firstProvince];
      if (stations != null) {
        for (Held held : stations) {
          if (held != null) {
            queue.remove(held);
          }
        }
        contest[province - firstProvince] = null;
      }
    }
  }

  private void take(int province, Arrival form) {
    Held before = at(form.contest(), province, form.slot());
    if (form.state() == State.HELD || form.beside()) {
      put(before, held(province, form));
    } else if (before != null && goesOn(before, form)) {
      put(before, before.besideCounted());
    } else if (before != null) {
      remove(before);
    }
  }

  /**
   * True where a person's older form came late, out of a journal, beneath a machine's re-read: that
   * one waits beside it as if it had come after.
   */
  private static boolean goesOn(Held before, Arrival form) {
    return form.state() == State.COUNTED
        && form.method().byPerson()
        && !before.method().byPerson()
        && form.generation() == before.generation()
        && form.revision() < before.revision();
  }

  private Held held(int province, Arrival form) {
    Held held =
        new Held(
            form.contest(),
            province,
            form.slot(),
            form.generation(),
            form.revision(),
            form.codeBits(),
            form.beside(),
            form.method(),
            submitters.computeIfAbsent(form.submitter(), same -> same),
            form.countedAtMillis(),
            form.countedAtMillis());
    Asked photo = asked.get(key(held));
    return photo != null && photo.revision() == held.revision()
        ? held.queuedAt(photo.atMillis())
        : held;
  }

  private void put(@Nullable Held before, Held now) {
    if (before != null) {
      queue.remove(before);
    }
    Held[][] provinces = byStation[now.contest()];
    int p = now.province() - firstProvince;
    if (provinces[p] == null) {
      provinces[p] = new Held[tree.stations(now.province())];
    }
    provinces[p][now.slot()] = now;
    queue.add(now);
  }

  /** Out of the queue, ahead of the board's word that it is counted. */
  void remove(Held held) {
    queue.remove(held);
    asked.remove(key(held));
    Held[] stations = byStation[held.contest()][held.province() - firstProvince];
    if (stations != null && held.equals(stations[held.slot()])) {
      stations[held.slot()] = null;
    }
  }

  /** A new photo was asked for: the form goes to the end. */
  void toTheEnd(Held held, long nowMillis) {
    asked.put(key(held), new Asked(held.revision(), nowMillis));
    put(held, held.queuedAt(nowMillis));
  }

  private @Nullable Held at(int contest, int province, int slot) {
    Held[] stations = byStation[contest][province - firstProvince];
    return stations == null ? null : stations[slot];
  }

  /** What waits of a station; null where nothing does. */
  @Nullable Held find(int contest, Station station) {
    return at(contest, station.province(), station.slot());
  }

  Station station(Held held) {
    return tree.stationAt(held.province(), held.slot());
  }

  String contest(Held held) {
    return election.contests().get(held.contest()).id();
  }

  /** Contest and station, for maps. */
  String key(Held held) {
    return held.contest() + "/" + held.province() + "/" + held.slot();
  }

  /** A page of the queue, and what waits of all that the filter lets through but for its rule. */
  record Page(List<Held> rows, int total, Map<Code, Integer> byRule, boolean more) {}

  /**
   * @param after the last row of the page before; null = from the oldest
   */
  Page page(HeldFilter filter, int limit, @Nullable Held after) {
    List<Held> rows = new ArrayList<>();
    int[] byRule = new int[CODES.length];
    int total = 0;
    boolean more = false;
    for (Held held : queue) {
      if (!filter.isPlace(held)) {
        continue;
      }
      for (int bits = held.codeBits() & Held.HOLDING; bits != 0; bits &= bits - 1) {
        byRule[Integer.numberOfTrailingZeros(bits)]++;
      }
      if (!filter.isRule(held)) {
        continue;
      }
      total++;
      if (after == null || Held.OLDEST_FIRST.compare(held, after) > 0) {
        if (rows.size() < limit) {
          rows.add(held);
        } else {
          more = true;
        }
      }
    }
    return new Page(rows, total, named(byRule), more);
  }

  private static Map<Code, Integer> named(int[] byRule) {
    Map<Code, Integer> named = new EnumMap<>(Code.class);
    for (int c = 0; c < byRule.length; c++) {
      if (byRule[c] > 0) {
        named.put(CODES[c], byRule[c]);
      }
    }
    return named;
  }

  /** The next that waits after one, as the filter has it; null at the end. */
  @Nullable Held next(HeldFilter filter, Held after) {
    for (Held held : queue.tailSet(after, false)) {
      if (filter.isPlace(held) && filter.isRule(held)) {
        return held;
      }
    }
    return null;
  }
}
