package id.pantau.load.counting;

import id.pantau.load.redis.BenchRedis;
import id.pantau.load.redis.Resp;
import id.pantau.model.Election;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Absolute values as plain commands in a transaction that is void where the watched position moved.
 * The next position is watched and read behind each transaction, so that it costs no round trip; a
 * connection has one batch under way, for WATCH is the connection's.
 */
final class WatchedSets extends AbsoluteDesign {
  WatchedSets(Election election, BenchRedis redis, int connections) throws IOException {
    super(election, redis, connections, 1);
  }

  @Override
  public String name() {
    return "absolute-watch";
  }

  @Override
  List<Unit> units(List<Worked> batches, Standing standing) {
    List<Unit> units = new ArrayList<>(batches.size() + 1);
    if (!batches.isEmpty()) {
      units.add(new Unit(watch(batches.get(0)), 2, stands(0, 2, batches.get(0))));
    }
    for (int i = 0; i < batches.size(); i++) {
      Worked worked = batches.get(i);
      ByteArrayOutputStream out = new ByteArrayOutputStream(batches.get(i).bodies().length * 2);
      int commands = transaction(out, worked, standing);
      if (i + 1 == batches.size()) {
        units.add(new Unit(out.toByteArray(), commands, done(commands)));
      } else {
        Worked next = batches.get(i + 1);
        out.writeBytes(watch(next));
        units.add(new Unit(out.toByteArray(), commands + 2, stands(commands, commands + 2, next)));
      }
    }
    return units;
  }

  private byte[] watch(Worked worked) {
    String position = keys().position(worked.batch().code());
    return new Resp()
        .array(2)
        .text("WATCH")
        .text(position)
        .array(2)
        .text("GET")
        .text(position)
        .toByteArray();
  }

  /** Writes MULTI … EXEC; gives how many commands it has. */
  private int transaction(ByteArrayOutputStream to, Worked worked, Standing standing) {
    String province = worked.batch().code();
    String records = keys().records(province, contest());
    Resp out = new Resp().array(1).text("MULTI");
    // MULTI, MSET, XADD, PUBLISH, EXEC
    int commands = 5;
    if (worked.expected().length == 0) {
      int last = standing.allRecordsBytes(worked.batch().province()) - 1;
      out.array(4).text("SETRANGE").text(records).number(last).bytes(new byte[1]);
      commands++;
    }
    worked
        .records()
        .forEach(
            (slot, record) ->
                out.array(4)
                    .text("SETRANGE")
                    .text(records)
                    .number((long) slot * standing.recordBytes())
                    .bytes(record));
    out.array(3 + 2 * worked.totals().size()).text("MSET");
    out.text(keys().position(province)).bytes(worked.position());
    worked.totals().forEach((key, value) -> out.text(key).bytes(value));
    out.array(11).text("XADD").text(keys().log(province)).text(worked.id());
    out.text("t").text(NOW_MILLIS).text("s").bytes(worked.sums());
    out.text("d").bytes(worked.bodies()).text("n").text(NODE);
    out.array(3).text("PUBLISH").text(keys().channel()).text(message(worked));
    out.array(1).text("EXEC");
    to.writeBytes(out.toByteArray());
    return commands + worked.records().size();
  }

  private static Unit.Check done(int commands) {
    return (number, answer) -> {
      if (number == commands - 1 && answer.isEmpty()) {
        throw new IOException("the position moved");
      }
    };
  }

  /** The transaction held, and the position that the next one was worked out from stands. */
  private static Unit.Check stands(int commands, int replies, Worked next) {
    byte[] expected = next.expected();
    return (number, answer) -> {
      done(commands).take(number, answer);
      if (number == replies - 1
          && !Arrays.equals(answer.getBytes(StandardCharsets.ISO_8859_1), expected)) {
        throw new IOException("another position stands");
      }
    };
  }
}
