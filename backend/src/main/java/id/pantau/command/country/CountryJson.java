package id.pantau.command.country;

import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.ArrivalPoint;
import id.pantau.model.Election;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.BitSet;

/** The body of the country, and the rows of the live channel. */
final class CountryJson {
  /** The nation's day begins in Jakarta, as the commission counts it. */
  private static final ZoneId DAY = ZoneId.of("Asia/Jakarta");

  private static final int MINUTE_MILLIS = 60_000;

  private final Election election;
  private final AreaTree tree;
  private final Areas areas;
  private final Coverage coverage;
  private final int silentMinutes;
  private final InstantSource clock;
  private final BitSet[] silent;

  CountryJson(
      Election election, Areas areas, Coverage coverage, int silentMinutes, InstantSource clock) {
    this.election = election;
    this.tree = election.areas();
    this.areas = areas;
    this.coverage = coverage;
    this.silentMinutes = silentMinutes;
    this.clock = clock;
    this.silent = new BitSet[election.contests().size()];
    for (int c = 0; c < silent.length; c++) {
      silent[c] = new BitSet();
    }
  }

  JsonObject country(int contest) {
    JsonArray provinces = new JsonArray();
    for (int province : tree.provinces()) {
      if (areas.expected(contest, province) == 0) {
        continue;
      }
      JsonArray kabupaten = new JsonArray();
      for (int k = 0; k < tree.childCount(province); k++) {
        int area = tree.firstChild(province) + k;
        if (areas.expected(contest, area) > 0) {
          kabupaten.add(row(contest, area));
        }
      }
      provinces.add(row(contest, province).put("kabupaten", kabupaten));
    }
    return head(contest)
        .put("silentMinutes", silentMinutes)
        .put("provinces", provinces)
        .put(
            "arrival", new JsonObject().put("today", today(contest)).put("reference", reference()));
  }

  /** A message of the live channel. */
  JsonObject rows(int contest, int[] changed) {
    JsonArray rows = new JsonArray();
    for (int area : changed) {
      if (areas.expected(contest, area) > 0) {
        rows.add(row(contest, area));
      }
    }
    return head(contest).put("kind", "country").put("rows", rows);
  }

  private JsonObject head(int contest) {
    return new JsonObject()
        .put("contest", election.contests().get(contest).id())
        .put("at", clock.instant().toString());
  }

  private JsonObject row(int contest, int index) {
    Area area = tree.area(index);
    long last = coverage.lastFormMillis(contest, index);
    return new JsonObject()
        .put("code", area.code())
        .put("name", area.name())
        .put("counted", coverage.counted(contest, index))
        .put("held", coverage.held(contest, index))
        .put("expected", areas.expected(contest, index))
        .put("lastFormAt", last == 0 ? null : Instant.ofEpochMilli(last).toString())
        .put("silent", isSilent(contest, index));
  }

  /**
   * True where an area has begun and its last form is too old, or where others of its province, or
   * for a province others of the nation, have begun and it has sent nothing. One that is complete
   * has nothing more to say.
   */
  boolean isSilent(int contest, int index) {
    long last = coverage.lastFormMillis(contest, index);
    if (last > 0) {
      int counted = coverage.counted(contest, index) + coverage.held(contest, index);
      return counted < areas.expected(contest, index)
          && clock.millis() - last > (long) silentMinutes * MINUTE_MILLIS;
    }
    int parent = tree.area(index).parent();
    if (parent > 0) {
      return coverage.lastFormMillis(contest, parent) > 0;
    }
    for (int province : tree.provinces()) {
      if (coverage.lastFormMillis(contest, province) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Rows whose silence began or ended since the last time. */
  BitSet turnedSilent(int contest) {
    BitSet now = new BitSet();
    for (int area = 1; area < areas.rows(); area++) {
      if (areas.expected(contest, area) > 0 && isSilent(contest, area)) {
        now.set(area);
      }
    }
    BitSet turned = (BitSet) silent[contest].clone();
    turned.xor(now);
    silent[contest] = now;
    return turned;
  }

  /** Every five minutes since the day began, zeros too. */
  private JsonArray today(int contest) {
    Instant now = clock.instant();
    long begin = now.atZone(DAY).toLocalDate().atStartOfDay(DAY).toInstant().toEpochMilli();
    JsonArray today = new JsonArray();
    for (long at = begin; at <= now.toEpochMilli(); at += Coverage.Intervals.MILLIS) {
      today.add(
          new JsonObject()
              .put("at", Instant.ofEpochMilli(at).toString())
              .put("forms", coverage.intervals(contest).at(at)));
    }
    return today;
  }

  private JsonArray reference() {
    JsonArray points = new JsonArray();
    for (ArrivalPoint point : election.arrival()) {
      points.add(new JsonObject().put("hours", point.hours()).put("share", point.share()));
    }
    return points;
  }
}
