package id.pantau.load.counting;

import id.pantau.count.Item;
import id.pantau.load.redis.BenchRedis;
import id.pantau.load.redis.Resp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The floor: a pipelined SET a form, of its counting record and its packed form. It counts nothing;
 * whatever keeps the same bytes in the same Redis costs at least this.
 */
final class RawSets extends RedisDesign {
  RawSets(BenchRedis redis, int connections, int underWayMax) throws IOException {
    super(redis, connections, underWayMax);
  }

  @Override
  public String name() {
    return "raw";
  }

  @Override
  void begin() {}

  @Override
  List<Unit> units(List<Batch> batches) {
    List<Unit> units = new ArrayList<>();
    for (Batch batch : batches) {
      Resp out = new Resp();
      for (Item item : batch.items()) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.writeBytes(item.record());
        value.writeBytes(item.packed());
        out.array(3)
            .text("SET")
            .text("{pemilu-2024:" + batch.code() + "}ppwp:" + item.station().slot())
            .bytes(value.toByteArray());
      }
      units.add(new Unit(out.toByteArray(), batch.size(), RawSets::ok));
    }
    return units;
  }

  private static void ok(int number, String answer) throws IOException {
    if (!answer.equals("OK")) {
      throw new IOException("SET answers " + answer);
    }
  }

  @Override
  void check(Load load) throws IOException {
    String keys = redis().socket().ask("DBSIZE");
    if (Integer.parseInt(keys) != load.forms()) {
      throw new IOException(keys + " keys, not " + load.forms());
    }
  }
}
