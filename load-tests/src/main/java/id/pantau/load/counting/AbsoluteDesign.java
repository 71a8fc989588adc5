package id.pantau.load.counting;

import id.pantau.count.Item;
import id.pantau.load.redis.BenchRedis;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.platform.RedisKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A node works out every record and every total, and Redis compares the province's position and
 * writes. Safe with one writer a province; a second one loses the comparison and must read all of
 * the province again, which is not measured here.
 */
abstract class AbsoluteDesign extends RedisDesign {
  static final String NOW_MILLIS = "1707900000000";
  static final String NODE = "bench";
  private static final int RUN_ID_CHARS = 40;

  private final Election election;
  private final Contest contest;
  private final RedisKeys keys;
  private final byte[] reference;
  private final byte[] runId;
  private Standing standing;
  private int batches;

  AbsoluteDesign(Election election, BenchRedis redis, int connections, int underWayMax)
      throws IOException {
    super(redis, connections, underWayMax);
    this.election = election;
    this.contest = election.contests().get(0);
    this.keys = new RedisKeys(election.id());
    this.reference = HexFormat.of().parseHex(election.hash().substring(0, 16));
    this.runId = redis.runId().getBytes(StandardCharsets.US_ASCII);
    this.standing = new Standing(election.areas(), contest);
  }

  /**
   * A batch, worked out.
   *
   * @param expected the position that must stand; empty: none
   * @param position the one that is written
   * @param totals key → value, in the order of the keys, the province first
   * @param bodies the forms as the log keeps them
   */
  record Worked(
      Batch batch,
      byte[] expected,
      byte[] position,
      String id,
      Map<Integer, byte[]> records,
      Map<String, byte[]> totals,
      byte[] bodies) {
    byte[] sums() {
      return Objects.requireNonNull(totals.values().iterator().next());
    }
  }

  /** The units of worked batches; a unit may hold what asks for the next one. */
  abstract List<Unit> units(List<Worked> batches, Standing standing);

  @Override
  void begin() {
    standing = new Standing(election.areas(), contest);
    batches = 0;
  }

  RedisKeys keys() {
    return keys;
  }

  String contest() {
    return contest.id();
  }

  String message(Worked worked) {
    return worked.batch().code() + " " + worked.id().replace('-', ' ');
  }

  @Override
  List<Unit> units(List<Batch> all) {
    List<Worked> worked = new ArrayList<>(all.size());
    for (Batch batch : all) {
      worked.add(work(batch));
    }
    batches += all.size();
    return units(worked, standing);
  }

  private Worked work(Batch batch) {
    long before = standing.revision(batch.province());
    Standing.Applied applied = standing.apply(batch);
    Map<String, byte[]> totals = new java.util.LinkedHashMap<>();
    applied
        .moved()
        .forEach(
            (area, value) ->
                totals.put(
                    keys.totals(batch.code(), contest.id(), election.areas().area(area).code()),
                    value));
    return new Worked(
        batch,
        before == 0 ? new byte[0] : position(before),
        position(applied.revision()),
        "1-" + applied.revision(),
        applied.written(),
        totals,
        bodies(batch, applied.outcomes()));
  }

  private byte[] position(long revision) {
    ByteBuffer out = ByteBuffer.allocate(4 + 6 + reference.length + RUN_ID_CHARS);
    out.putInt(1).putShort((short) (revision >>> 32)).putInt((int) revision);
    return out.put(reference).put(runId).array();
  }

  private static byte[] bodies(Batch batch, byte[] outcomes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(batch.size() * 110);
    for (int i = 0; i < batch.size(); i++) {
      Item item = batch.items().get(i);
      out.write(outcomes[i]);
      out.write(item.packed().length >>> 8);
      out.write(item.packed().length);
      out.writeBytes(item.packed());
    }
    return out.toByteArray();
  }

  @Override
  void check(Load load) throws IOException {
    new CountedTotals(election.areas(), keys, contest.id())
        .check(redis().socket(), load.truth(), batches);
  }
}
