package id.pantau.load.counting;

import id.pantau.count.Item;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** How forms are counted in PostgreSQL: what is sent, and what must stand there afterwards. */
interface PostgresWay {
  int RECORD_HEAD = 11;
  int HASH_AT = 3;
  long NOW_MILLIS = 1_707_900_000_000L;

  String name();

  /** Counts a batch; answers with one int4[]: what became of each form. */
  String statement();

  /** Its tables, by commas. */
  String tables();

  /** The messages of each client, in order. */
  List<List<byte[]>> commands(Load load, int clients) throws IOException;

  /**
   * Compares every total, and the log.
   *
   * @param before was counted first; the load corrects it
   * @throws IOException where something is wrong
   */
  void check(PostgresSocket client, Load before, Load load) throws IOException;

  /** Generation and revision, as numbers that rise. */
  static int rank(Item item) {
    byte[] r = item.record();
    return (r[0] & 0xf0) << 12 | (r[1] & 0xff) << 8 | (r[2] & 0xff);
  }

  static int votes(Item item, int choice) {
    ByteBuffer record = ByteBuffer.wrap(item.record(), RECORD_HEAD + 3 * choice, 3);
    return (record.get() & 0xff) << 16 | (record.getShort() & 0xffff);
  }

  static long hash(Item item) {
    return ByteBuffer.wrap(item.record()).getLong(HASH_AT);
  }

  static byte[] ints(List<Item> items, ToIntFunction<Item> figure) {
    return PostgresArray.ints(items.stream().mapToInt(figure).toArray());
  }

  static byte[] longs(List<Item> items, ToLongFunction<Item> figure) {
    return PostgresArray.longs(items.stream().mapToLong(figure).toArray());
  }

  static byte[] number(int number) {
    return ByteBuffer.allocate(4).putInt(number).array();
  }

  static byte[] number(long number) {
    return ByteBuffer.allocate(8).putLong(number).array();
  }
}
