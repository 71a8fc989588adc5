package id.pantau.count;

import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.platform.LogEntry;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The binary arguments of one call of {@code count.lua}: see there for their shapes. */
final class Call {
  /**
   * Packed forms of one call: they become one entry of the log, and a reader takes many entries at
   * a time. A single form may be larger than its share, never than this.
   */
  static final int PACKED_BYTES_MAX = 1 << 17;

  private static final int ITEM_HEAD = 7;

  private final AreaTree tree;
  private final Contest contest;
  private final Map<Integer, Integer> kabupaten = new LinkedHashMap<>();
  private final Map<Integer, Integer> kecamatan = new LinkedHashMap<>();
  private final ByteArrayOutputStream liesIn = new ByteArrayOutputStream();
  private final ByteArrayOutputStream items = new ByteArrayOutputStream();
  private final ByteArrayOutputStream bodies = new ByteArrayOutputStream();

  Call(AreaTree tree, Contest contest) {
    this.tree = tree;
    this.contest = contest;
  }

  void add(Item item) {
    int body = 3 + item.packed().length;
    ByteBuffer head = ByteBuffer.allocate(ITEM_HEAD);
    head.putShort((short) kecamatan(item));
    head.put((byte) (item.station().slot() >>> 16)).putShort((short) item.station().slot());
    head.putShort((short) body);
    items.writeBytes(head.array());
    items.writeBytes(item.record());
    bodies.write(item.record()[0] & 7);
    bodies.write(item.packed().length >>> 8);
    bodies.write(item.packed().length);
    bodies.writeBytes(item.packed());
  }

  /** The key number of a form's kecamatan, from 1; its kabupaten gets one along the way. */
  private int kecamatan(Item item) {
    int area = tree.parent(item.station().village());
    Integer known = kecamatan.get(area);
    if (known != null) {
      return known;
    }
    liesIn.write(kabupaten.computeIfAbsent(tree.parent(area), k -> kabupaten.size() + 1));
    kecamatan.put(area, kecamatan.size() + 1);
    return kecamatan.size();
  }

  Contest contest() {
    return contest;
  }

  /** Codes of the kabupaten, in the order of their keys. */
  List<String> kabupaten() {
    return codes(kabupaten);
  }

  /** Codes of the kecamatan, in the order of their keys. */
  List<String> kecamatan() {
    return codes(kecamatan);
  }

  private List<String> codes(Map<Integer, Integer> numbered) {
    return numbered.keySet().stream().map(area -> tree.area(area).code()).toList();
  }

  byte[] liesIn() {
    return liesIn.toByteArray();
  }

  byte[] items() {
    return items.toByteArray();
  }

  /** The forms as the log will keep them if all apply: states are {@link LogEntry}'s outcomes. */
  byte[] bodies() {
    return bodies.toByteArray();
  }
}
