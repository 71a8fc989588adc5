package id.pantau.count;

import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.platform.LogEntry;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The Redis Function of {@code count.lua}: loads it, calls it, reads its answers. What is sent is
 * public, so that a measurement sends the same bytes.
 */
public final class CountFunction {
  private static final int RECORD_HEAD = 11;

  /** How the function treats a form that is not newer; see {@code count.lua}. */
  public enum Mode {
    LIVE,
    REFILL,
    SUPERSEDE,
    HISTORY
  }

  /**
   * What the function said of a batch.
   *
   * @param outcomes one of {@link LogEntry}'s codes a form
   * @param heads for stale and conflict the standing record's head, else null
   */
  record Reply(Position position, int[] outcomes, byte[][] heads) {
    /** The standing revision of a stale or conflicting form. */
    int currentRevision(int form) {
      return ByteBuffer.wrap(heads[form]).getShort(1) & 0xffff;
    }

    /** The standing content hash of a stale or conflicting form, 16 hex digits. */
    String currentHash(int form) {
      return HexFormat.of().formatHex(heads[form], 3, RECORD_HEAD);
    }
  }

  private final Election election;
  private final RedisKeys keys;
  private final byte[] reference;
  private final byte[] code;
  private final String node;

  /**
   * @param node the name under which the log has what is counted here; empty: none
   */
  public CountFunction(Election election, String node) {
    this.election = election;
    this.node = node;
    this.keys = new RedisKeys(election.id());
    this.reference = HexFormat.of().parseHex(election.hash().substring(0, 16));
    try (InputStream in = CountFunction.class.getResourceAsStream("count.lua")) {
      this.code = Objects.requireNonNull(in, "count.lua is not packed").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads the library; repeating it changes nothing. */
  Future<Void> load(RedisLink link) {
    return link.send(loading()).mapEmpty();
  }

  /** The command that loads the library. */
  public Request loading() {
    return Request.cmd(Command.FUNCTION).arg("LOAD").arg("REPLACE").arg(code);
  }

  /** Counts a batch of one contest in one province, in order, all or nothing. */
  Future<Reply> apply(
      RedisLink link, String province, List<Item> batch, Position seen, Mode mode, long nowMillis) {
    return link.send(applying(link.runId(), province, batch, seen, mode, nowMillis))
        .map(answer -> reply(answer, batch));
  }

  /**
   * The command that counts a batch of one contest in one province.
   *
   * @param runId of the Redis that it is for
   */
  public Request applying(
      String runId, String province, List<Item> batch, Position seen, Mode mode, long nowMillis) {
    Call call = new Call(election.areas(), batch.get(0).contest());
    batch.forEach(call::add);
    String contest = call.contest().id();
    List<String> kabupaten = call.kabupaten();
    List<String> kecamatan = call.kecamatan();
    Request request =
        Request.cmd(Command.FCALL)
            .arg("pantau2_apply")
            .arg(4 + kabupaten.size() + kecamatan.size())
            .arg(keys.records(province, contest))
            .arg(keys.log(province))
            .arg(keys.position(province))
            .arg(keys.totals(province, contest, province));
    kabupaten.forEach(area -> request.arg(keys.totals(province, contest, area)));
    kecamatan.forEach(area -> request.arg(keys.totals(province, contest, area)));
    int stations = election.areas().stations(election.areas().find(province));
    return request
        .arg(runId)
        .arg(reference)
        .arg(seen.epoch())
        .arg(seen.revision())
        .arg(mode.name().toLowerCase(Locale.ROOT))
        .arg(call.contest().choices().size())
        .arg((long) stations * CountingRecord.size(call.contest()))
        .arg(nowMillis)
        .arg(keys.channel())
        .arg(province)
        .arg(call.liesIn())
        .arg(call.items())
        .arg(call.bodies())
        .arg(node)
        .arg(call.gains())
        .arg(call.isMostlyFirst() ? "first" : "again");
  }

  /** Raises a province's epoch unless this run of Redis already has; gives where it stands. */
  Future<Position> raise(RedisLink link, String province, Position least) {
    return link.send(
            Request.cmd(Command.FCALL)
                .arg("pantau2_raise")
                .arg(1)
                .arg(keys.position(province))
                .arg(link.runId())
                .arg(reference)
                .arg(least.epoch())
                .arg(least.revision()))
        .map(CountFunction::position);
  }

  private static Position position(Response answer) {
    return new Position(answer.get(0).toInteger(), answer.get(1).toLong());
  }

  private static Reply reply(Response answer, List<Item> batch) {
    byte[] said = answer.get(2).toBytes();
    int[] outcomes = new int[batch.size()];
    byte[][] heads = new byte[batch.size()][];
    if (said.length == 0) {
      Arrays.setAll(outcomes, i -> CountingRecord.state(batch.get(i).record()));
      return new Reply(position(answer), outcomes, heads);
    }
    int at = 0;
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = said[at++];
      if (outcomes[i] == LogEntry.STALE || outcomes[i] == LogEntry.CONFLICT) {
        heads[i] = Arrays.copyOfRange(said, at, at + RECORD_HEAD);
        at += RECORD_HEAD;
      }
    }
    return new Reply(position(answer), outcomes, heads);
  }
}
