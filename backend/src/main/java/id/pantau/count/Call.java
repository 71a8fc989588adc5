package id.pantau.count;

import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.platform.LogEntry;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

  /** Bytes kept for the text that says where a record begins. */
  private static final int PLACE_BYTES = 10;

  private static final int ITEM_HEAD = 5 + PLACE_BYTES;

  private final AreaTree tree;
  private final Contest contest;
  private final Gain province;
  private final Map<Integer, Touched> kabupaten = new LinkedHashMap<>();
  private final Map<Integer, Touched> kecamatan = new LinkedHashMap<>();
  private final ByteArrayOutputStream liesIn = new ByteArrayOutputStream();
  private final ByteArrayOutputStream items = new ByteArrayOutputStream();
  private final ByteArrayOutputStream bodies = new ByteArrayOutputStream();
  private int forms;
  private int revisions;

  /**
   * An area that a form lies in.
   *
   * @param number of its key among those of its level, from 1
   */
  private record Touched(int number, Gain gain) {}

  Call(AreaTree tree, Contest contest) {
    this.tree = tree;
    this.contest = contest;
    this.province = new Gain(contest.choices().size());
  }

  void add(Item item) {
    int area = tree.parent(item.station().village());
    Touched above = touched(kabupaten, tree.parent(area));
    Touched within = kecamatan.get(area);
    if (within == null) {
      within = touched(kecamatan, area);
      liesIn.write(above.number());
    }
    province.add(item.record());
    above.gain().add(item.record());
    within.gain().add(item.record());

    forms++;
    revisions += CountingRecord.revision(item.record()) > 1 ? 1 : 0;
    long begins = (long) item.station().slot() * item.record().length;
    byte[] place = ("#" + begins).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer head = ByteBuffer.allocate(ITEM_HEAD);
    head.putShort((short) within.number()).putShort((short) (3 + item.packed().length));
    head.put((byte) place.length).put(place);
    items.writeBytes(head.array());
    items.writeBytes(item.record());
    bodies.write(CountingRecord.state(item.record()));
    bodies.write(item.packed().length >>> 8);
    bodies.write(item.packed().length);
    bodies.writeBytes(item.packed());
  }

  private Touched touched(Map<Integer, Touched> level, int area) {
    return level.computeIfAbsent(
        area, a -> new Touched(level.size() + 1, new Gain(contest.choices().size())));
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

  private List<String> codes(Map<Integer, Touched> level) {
    return level.keySet().stream().map(area -> tree.area(area).code()).toList();
  }

  /** True where at least half of the forms are likely to meet no other of their station. */
  boolean isMostlyFirst() {
    return 2 * revisions <= forms;
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

  /**
   * What each area gains: the province, then kabupaten and kecamatan in the order of their keys.
   */
  byte[] gains() {
    int areas = 1 + kabupaten.size() + kecamatan.size();
    ByteBuffer out = ByteBuffer.allocate(areas * Gain.bytes(contest.choices().size()));
    province.write(out);
    kabupaten.values().forEach(area -> area.gain().write(out));
    kecamatan.values().forEach(area -> area.gain().write(out));
    return out.array();
  }
}
