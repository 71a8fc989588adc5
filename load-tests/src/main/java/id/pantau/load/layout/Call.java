package id.pantau.load.layout;

import id.pantau.load.redis.Resp;
import id.pantau.model.AreaTree;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** One FCALL of {@code layout.lua}: a batch of one province on one layout, as RESP. */
final class Call {
  private static final int HEAD_BYTES = 28;
  private static final int BODY_BYTES_MIN = 70;
  private static final int BODY_BYTES_MAX = 110;
  private static final byte COUNTED = 1;

  private final AreaTree tree;
  private final Layout layout;
  private final int revision;
  private final boolean logged;
  private final SplittableRandom random = new SplittableRandom(1);

  /**
   * @param revision of every form
   * @param logged false to measure the records alone
   */
  Call(AreaTree tree, Layout layout, int revision, boolean logged) {
    this.tree = tree;
    this.layout = layout;
    this.revision = revision;
    this.logged = logged;
  }

  /** The command for a batch, all of one province. */
  byte[] encode(List<Arrival> batch) {
    Numbering kabupaten = new Numbering();
    Numbering kecamatan = new Numbering();
    Numbering records = new Numbering();
    ByteBuffer lengths = ByteBuffer.allocate(3 * batch.size());
    for (Arrival a : batch) {
      kabupaten.of(a.kabupaten());
      kecamatan.of(a.kecamatan());
      if (records.of(layout.key(a)) == lengths.position() / 3) {
        put24(lengths, layout.fullBytes(a));
      }
    }
    int firstKecamatan = 3 + kabupaten.size();
    int firstRecord = firstKecamatan + kecamatan.size();
    ByteBuffer heads = ByteBuffer.allocate(batch.size() * HEAD_BYTES);
    ByteArrayOutputStream bodies = new ByteArrayOutputStream();
    for (Arrival a : batch) {
      int recordsKey = firstRecord + records.of(layout.key(a));
      head(heads, a, recordsKey, firstKecamatan + kecamatan.of(a.kecamatan()));
      bodies.writeBytes(body());
    }
    ByteBuffer liesIn = ByteBuffer.allocate(kecamatan.size());
    kecamatan.things().forEach(k -> liesIn.put((byte) (kabupaten.of(tree.area(k).parent()) + 1)));

    Keys keys = new Keys(tree.area(batch.get(0).province()).code());
    int keyCount = 2 + kabupaten.size() + kecamatan.size() + records.size() + 1;
    Resp out = new Resp().array(3 + keyCount + 8).text("FCALL").text(layout.function());
    out.number(keyCount).text(keys.position()).text(keys.totals(batch.get(0).province()));
    kabupaten.things().forEach(area -> out.text(keys.totals(area)));
    kecamatan.things().forEach(area -> out.text(keys.totals(area)));
    records.things().forEach(key -> out.text(keys.records(layout, key)));
    return out.text(keys.log())
        .number(kabupaten.size())
        .number(kecamatan.size())
        .bytes(heads.array())
        .bytes(bodies.toByteArray())
        .bytes(liesIn.array())
        .bytes(Arrays.copyOf(lengths.array(), lengths.position()))
        .text("layout")
        .text(logged ? "1" : "0")
        .toByteArray();
  }

  private void head(ByteBuffer heads, Arrival a, int recordsKey, int kecamatanKey) {
    heads.putShort((short) recordsKey);
    put24(heads, layout.offset(a));
    heads.put((byte) 0).putShort((short) kecamatanKey);
    heads.put(COUNTED).putShort((short) revision);
    heads.putLong((a.slot() + 1L) * 0x9E3779B97F4A7C15L + revision);
    put24(heads, a.vote1());
    put24(heads, a.vote2());
    put24(heads, a.vote3());
  }

  /** A stand-in for a packed form: as long, and as little compressible. */
  private byte[] body() {
    byte[] body = new byte[random.nextInt(BODY_BYTES_MIN, BODY_BYTES_MAX + 1)];
    random.nextBytes(body);
    return body;
  }

  private static void put24(ByteBuffer out, int value) {
    out.put((byte) (value >>> 16)).putShort((short) value);
  }
}
