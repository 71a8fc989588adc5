package id.pantau.count;

import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.model.Station;
import id.pantau.platform.LogEntry;
import id.pantau.platform.RedisKeys;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What Redis holds of an election, read past the code that wrote it. */
public final class CountState {
  private static final int HEAD = 11;

  private final CountRig rig;
  private final Election election;
  private final RedisKeys keys;

  public CountState(CountRig rig, Election election) {
    this.rig = rig;
    this.election = election;
    this.keys = new RedisKeys(election.id());
  }

  /**
   * Every record and every total, readable: what must be equal where the same forms were counted.
   * No positions, no times.
   */
  public Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    AreaTree tree = election.areas();
    Map<String, byte[]> values = values();
    for (Contest contest : election.contests()) {
      for (int province : tree.provinces()) {
        byte[] records = value(values, keys.records(tree.area(province).code(), contest.id()));
        for (int slot = 0; slot < records.length / size(contest); slot++) {
          String record = readable(contest, records, slot);
          if (!record.isEmpty()) {
            all.put(contest.id() + " " + tree.stationAt(province, slot).code(), record);
          }
        }
      }
      for (int area = 1; area < tree.size() && tree.area(area).level() < 4; area++) {
        String code = tree.area(area).code();
        long[] totals = totals(contest, value(values, totalsKey(contest.id(), area)));
        if (Arrays.stream(totals).anyMatch(n -> n != 0)) {
          all.put(contest.id() + " area " + code, Arrays.toString(totals));
        }
      }
    }
    return all;
  }

  /** All records and totals by key, in one round trip. */
  private Map<String, byte[]> values() {
    List<String> names = new ArrayList<>();
    AreaTree tree = election.areas();
    for (Contest contest : election.contests()) {
      for (int province : tree.provinces()) {
        names.add(keys.records(tree.area(province).code(), contest.id()));
      }
      for (int area = 1; area < tree.size() && tree.area(area).level() < 4; area++) {
        names.add(totalsKey(contest.id(), area));
      }
    }
    Response found = rig.ask(Command.MGET, names.toArray());
    Map<String, byte[]> values = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), bytes(found.get(i)));
    }
    return values;
  }

  private static byte[] value(Map<String, byte[]> values, String key) {
    return Objects.requireNonNull(values.get(key));
  }

  private String totalsKey(String contest, int area) {
    AreaTree tree = election.areas();
    String province = tree.area(tree.province(area)).code();
    return keys.totals(province, contest, tree.area(area).code());
  }

  /** An area's votes in ballot order, then counted, then held; zeros where nothing is stored. */
  public long[] totals(String contestId, String areaCode) {
    Contest contest = Objects.requireNonNull(election.contest(contestId));
    String key = totalsKey(contestId, election.areas().find(areaCode));
    return totals(contest, bytes(rig.ask(Command.GET, key)));
  }

  private static long[] totals(Contest contest, byte[] raw) {
    int choices = contest.choices().size();
    long[] totals = new long[choices + 2];
    int at = 0;
    for (int i = 0; i < totals.length && raw.length > 0; i++) {
      for (int width = i < choices ? 5 : 4; width > 0; width--) {
        totals[i] = totals[i] << 8 | (raw[at++] & 0xff);
      }
    }
    return totals;
  }

  /** A station's record, readable; empty where nothing was counted. */
  String record(String contestId, String stationCode) {
    Contest contest = Objects.requireNonNull(election.contest(contestId));
    Station station = Objects.requireNonNull(election.areas().station(stationCode));
    byte[] records =
        bytes(rig.ask(Command.GET, keys.records(stationCode.substring(0, 2), contestId)));
    return records.length == 0 ? "" : readable(contest, records, station.slot());
  }

  /** A province's position, or null where nothing was written. */
  public @Nullable Position position(String province) {
    byte[] raw = bytes(rig.ask(Command.GET, keys.position(province)));
    if (raw.length == 0) {
      return null;
    }
    ByteBuffer in = ByteBuffer.wrap(raw);
    int epoch = in.getInt();
    return new Position(epoch, (in.getShort() & 0xffffL) << 32 | (in.getInt() & 0xffffffffL));
  }

  /** A province's log, oldest first. */
  public List<LogEntry> log(String province) {
    List<LogEntry> entries = new ArrayList<>();
    for (Response element : rig.ask(Command.XRANGE, keys.log(province), "-", "+")) {
      entries.add(LogEntry.read(element));
    }
    return entries;
  }

  /** What became of the forms in a province's log, in order. */
  List<Integer> outcomes(String province) {
    return log(province).stream()
        .flatMap(entry -> entry.forms().stream())
        .map(LogEntry.Logged::outcome)
        .toList();
  }

  private static String readable(Contest contest, byte[] records, int slot) {
    int from = slot * size(contest);
    int head = records[from] & 0xff;
    if (head == 0 && records[from + 2] == 0 && records[from + 1] == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    text.append("state ").append(head & 7).append((head & 8) == 0 ? " machine" : " person");
    text.append(" generation ").append(head >> 4);
    text.append(" revision ").append(ByteBuffer.wrap(records).getShort(from + 1) & 0xffff);
    text.append(' ').append(HexFormat.of().formatHex(records, from + 3, from + HEAD));
    for (int c = 0; c < contest.choices().size(); c++) {
      int at = from + HEAD + 3 * c;
      ByteBuffer votes = ByteBuffer.wrap(records, at, 3);
      text.append(' ').append(((votes.get() & 0xff) << 16) | (votes.getShort() & 0xffff));
    }
    return text.toString();
  }

  private static int size(Contest contest) {
    return HEAD + 3 * contest.choices().size();
  }

  private static byte[] bytes(@Nullable Response response) {
    return response == null ? new byte[0] : response.toBytes();
  }
}
