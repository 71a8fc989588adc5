package id.pantau.load.counting;

import id.pantau.load.redis.BenchRedis;
import id.pantau.load.redis.Resp;
import id.pantau.model.Election;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Absolute values behind a function that only compares the position and writes. */
final class ThinFunction extends AbsoluteDesign {
  ThinFunction(Election election, BenchRedis redis, int connections, int underWayMax)
      throws IOException {
    super(election, redis, connections, underWayMax);
    try (InputStream lua =
        Objects.requireNonNull(ThinFunction.class.getResourceAsStream("absolute.lua"))) {
      redis.load(lua.readAllBytes());
    }
  }

  @Override
  public String name() {
    return "absolute-function";
  }

  @Override
  List<Unit> units(List<Worked> batches, Standing standing) {
    List<Unit> units = new ArrayList<>(batches.size());
    for (Worked worked : batches) {
      String province = worked.batch().code();
      Resp out = new Resp().array(18 + 2 * worked.totals().size());
      out.text("FCALL").text("absolute_write").number(3 + worked.totals().size());
      out.text(keys().records(province, contest()));
      out.text(keys().log(province)).text(keys().position(province));
      worked.totals().keySet().forEach(out::text);
      out.bytes(worked.expected()).bytes(worked.position());
      out.number(standing.allRecordsBytes(worked.batch().province()));
      out.number(standing.recordBytes()).bytes(records(worked));
      out.text(worked.id()).text(NOW_MILLIS).bytes(worked.sums()).bytes(worked.bodies());
      out.text(NODE).text(keys().channel()).text(message(worked));
      worked.totals().values().forEach(out::bytes);
      units.add(new Unit(out.toByteArray(), 1, ThinFunction::written));
    }
    return units;
  }

  private static byte[] records(Worked worked) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    worked
        .records()
        .forEach(
            (slot, record) -> {
              out.write(slot >>> 16);
              out.write(slot >>> 8);
              out.write(slot);
              out.writeBytes(record);
            });
    return out.toByteArray();
  }

  private static void written(int number, String answer) throws IOException {
    if (!answer.equals("1")) {
      throw new IOException("another position stands");
    }
  }
}
