package id.pantau.command.country;

import id.pantau.model.Election;
import id.pantau.platform.Arrivals.Arrival;
import id.pantau.platform.Arrivals.Batch;
import id.pantau.platform.Arrivals.State;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counted, held and last form of every province and kabupaten, folded from what the board tells.
 * Used on one context. A byte a station and contest, where anything came from the province.
 */
final class Coverage {
  private static final State[] STATES = State.values();

  private final Election election;
  private final Areas areas;
  private final int firstProvince;
  private final byte[][] @Nullable [] states;
  private final int[][] counted;
  private final int[][] held;
  private final long[][] lastFormMillis;
  private final BitSet[] changed;
  private final Intervals[] intervals;

  Coverage(Election election, Areas areas) {
    this.election = election;
    this.areas = areas;
    int contests = election.contests().size();
    int[] provinces = election.areas().provinces();
    this.firstProvince = provinces[0];
    this.states = new byte[contests][provinces.length][];
    this.counted = new int[contests][areas.rows()];
    this.held = new int[contests][areas.rows()];
    this.lastFormMillis = new long[contests][areas.rows()];
    this.changed = new BitSet[contests];
    this.intervals = new Intervals[contests];
    for (int c = 0; c < contests; c++) {
      changed[c] = new BitSet();
      intervals[c] = new Intervals(provinces.length);
    }
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
    for (int c = 0; c < states.length; c++) {
      states[c][province - firstProvince] = null;
      intervals[c].forget(province - firstProvince);
      clear(c, province);
      int first = election.areas().firstChild(province);
      for (int k = 0; k < election.areas().childCount(province); k++) {
        clear(c, first + k);
      }
    }
  }

  private void clear(int contest, int area) {
    counted[contest][area] = 0;
    held[contest][area] = 0;
    lastFormMillis[contest][area] = 0;
    changed[contest].set(area);
  }

  private void take(int province, Arrival form) {
    int c = form.contest();
    byte[][] provinces = states[c];
    int p = province - firstProvince;
    if (provinces[p] == null) {
      provinces[p] = new byte[election.areas().stations(province)];
    }
    State before = STATES[provinces[p][form.slot()]];
    provinces[p][form.slot()] = (byte) form.state().ordinal();
    int kabupaten = areas.kabupaten(province, form.slot());
    move(c, province, before, form);
    move(c, kabupaten, before, form);
    intervals[c].add(p, form.receivedAtMillis());
  }

  private void move(int contest, int area, State before, Arrival form) {
    counted[contest][area] += is(form.state(), State.COUNTED) - is(before, State.COUNTED);
    held[contest][area] += is(form.state(), State.HELD) - is(before, State.HELD);
    long[] last = lastFormMillis[contest];
    last[area] = Math.max(last[area], form.receivedAtMillis());
    changed[contest].set(area);
  }

  private static int is(State state, State wanted) {
    return state == wanted ? 1 : 0;
  }

  int counted(int contest, int area) {
    return counted[contest][area];
  }

  int held(int contest, int area) {
    return held[contest][area];
  }

  /** When the last form was received; 0 = none yet. */
  long lastFormMillis(int contest, int area) {
    return lastFormMillis[contest][area];
  }

  /** Provinces and kabupaten that changed since the last time. */
  int[] changed(int contest) {
    int[] areasChanged = changed[contest].stream().toArray();
    changed[contest].clear();
    return areasChanged;
  }

  Intervals intervals(int contest) {
    return intervals[contest];
  }

  /** Forms of one contest by five minutes of their receipt, of the last two days. */
  static final class Intervals {
    static final int MILLIS = 5 * 60 * 1000;
    private static final int KEPT = 2 * 24 * 12;

    private final int[][] forms = new int[KEPT][];
    private final long[] which = new long[KEPT];
    private final int provinces;

    Intervals(int provinces) {
      this.provinces = provinces;
    }

    void add(int province, long atMillis) {
      long interval = atMillis / MILLIS;
      int at = (int) (interval % KEPT);
      if (which[at] > interval) {
        return;
      }
      if (which[at] < interval || forms[at] == null) {
        which[at] = interval;
        forms[at] = new int[provinces];
      }
      forms[at][province]++;
    }

    void forget(int province) {
      for (int[] each : forms) {
        if (each != null) {
          each[province] = 0;
        }
      }
    }

    /** Forms received in the five minutes that begin then. */
    int at(long beginMillis) {
      long interval = beginMillis / MILLIS;
      int at = (int) (interval % KEPT);
      return which[at] == interval && forms[at] != null ? Arrays.stream(forms[at]).sum() : 0;
    }
  }
}
