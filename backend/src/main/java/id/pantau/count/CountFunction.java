package id.pantau.count;

import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The Redis Function of {@code count.lua}: loads it, calls it, reads its answers. */
final class CountFunction {
  private static final int RECORD_HEAD = 11;

  /** How the function treats a form that is not newer; see {@code count.lua}. */
  enum Mode {
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

  CountFunction(Election election) {
    this.election = election;
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
    return link.send(Request.cmd(Command.FUNCTION).arg("LOAD").arg("REPLACE").arg(code)).mapEmpty();
  }

  /** Counts a batch of one contest in one province, in order, all or nothing. */
  Future<Reply> apply(
      RedisLink link, String province, List<Item> batch, Position seen, Mode mode, long nowMillis) {
    Contest contest = batch.get(0).contest();
    Map<String, Integer> pages = new LinkedHashMap<>();
    Map<String, Integer> areas = new LinkedHashMap<>();
    List<byte[]> forms = new ArrayList<>(batch.size());
    for (Item item : batch) {
      forms.add(form(item, province, pages, areas));
    }
    areas.put(keys.totals(province, contest.id(), province), areas.size() + 1);
    Request call =
        Request.cmd(Command.FCALL)
            .arg("pantau_apply")
            .arg(2 + pages.size() + areas.size())
            .arg(keys.position(province))
            .arg(keys.log(province));
    pages.keySet().forEach(call::arg);
    areas.keySet().forEach(call::arg);
    call.arg(link.runId())
        .arg(reference)
        .arg(seen.epoch())
        .arg(seen.revision())
        .arg(mode.name().toLowerCase(java.util.Locale.ROOT))
        .arg(contest.choices().size())
        .arg(CountingRecord.STATIONS_PER_PAGE)
        .arg(pages.size())
        .arg(nowMillis)
        .arg(keys.channel())
        .arg(province);
    forms.forEach(call::arg);
    return link.send(call).map(answer -> reply(answer, batch.size()));
  }

  /** Raises a province's epoch unless this run of Redis already has; gives where it stands. */
  Future<Position> raise(RedisLink link, String province, Position least) {
    return link.send(
            Request.cmd(Command.FCALL)
                .arg("pantau_raise")
                .arg(1)
                .arg(keys.position(province))
                .arg(link.runId())
                .arg(reference)
                .arg(least.epoch())
                .arg(least.revision()))
        .map(CountFunction::position);
  }

  private byte[] form(
      Item item, String province, Map<String, Integer> pages, Map<String, Integer> areas) {
    AreaTree tree = election.areas();
    String contest = item.contest().id();
    int slot = item.station().slot();
    int kecamatan = tree.area(item.station().village()).parent();
    int kabupaten = tree.area(kecamatan).parent();
    int page = index(pages, keys.page(province, contest, slot / CountingRecord.STATIONS_PER_PAGE));
    ByteBuffer out =
        ByteBuffer.allocate(8 + item.record().length + item.packed().length)
            .putShort((short) page)
            .putShort((short) (slot % CountingRecord.STATIONS_PER_PAGE))
            .putShort((short) index(areas, totals(province, contest, kecamatan)))
            .putShort((short) index(areas, totals(province, contest, kabupaten)))
            .put(item.record())
            .put(item.packed());
    return out.array();
  }

  private String totals(String province, String contest, int area) {
    return keys.totals(province, contest, election.areas().area(area).code());
  }

  private static int index(Map<String, Integer> names, String name) {
    return names.computeIfAbsent(name, n -> names.size() + 1);
  }

  private static Position position(Response answer) {
    return new Position(answer.get(0).toInteger(), answer.get(1).toLong());
  }

  private static Reply reply(Response answer, int forms) {
    byte[] said = answer.get(2).toBytes();
    int[] outcomes = new int[forms];
    byte[][] heads = new byte[forms][];
    int at = 0;
    for (int i = 0; i < forms; i++) {
      outcomes[i] = said[at++];
      if (outcomes[i] == LogEntry.STALE || outcomes[i] == LogEntry.CONFLICT) {
        heads[i] = java.util.Arrays.copyOfRange(said, at, at + RECORD_HEAD);
        at += RECORD_HEAD;
      }
    }
    return new Reply(position(answer), outcomes, heads);
  }
}
