package id.pantau.election;

import id.pantau.model.AreaTree;
import id.pantau.model.AreaTree.StationRange;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Thresholds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over what the count rests on: thresholds, contests, choices, areas, stations.
 *
 * <p>It is taken over decoded lines in a fixed order ({@code config/elections/README.md} gives them
 * one by one), so two folders have one hash exactly when they count alike: packing, row order,
 * comments, notices, banners, colours and short names do not enter. No text can hold a tab or a
 * line break, so no two contents have the same lines.
 */
final class ElectionHash {
  /** Bytes that are digested at once. */
  private static final int BYTES = 1 << 16;

  private final MessageDigest digest;
  private final byte[] bytes = new byte[BYTES];
  private int used;

  private ElectionHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * @param rows ordered by level, then code
   * @return 64 hex digits
   */
  static String of(Thresholds thresholds, List<Contest> contests, List<AreaTree.Row> rows) {
    ElectionHash hash = new ElectionHash();
    hash.line("pantau election", 1);
    hash.add(thresholds);
    contests.forEach(hash::add);
    rows.forEach(hash::add);
    hash.digestBytes();
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void add(Thresholds t) {
    line("ballotsPerStationMax", t.ballotsPerStationMax());
    line("registeredPerStationMax", t.registeredPerStationMax());
    line("turnoutPercentMin", t.turnoutPercentMin());
    line("turnoutPercentMax", t.turnoutPercentMax());
    line("invalidPercentMax", t.invalidPercentMax());
    t.overseas().stream().sorted().forEach(code -> line("overseas", code));
    t.noken().stream().sorted().forEach(code -> line("noken", code));
  }

  private void add(Contest contest) {
    line("contest", contest.id());
    contest.scope().stream().sorted().forEach(code -> line("scope", code));
    for (Choice choice : contest.choices()) {
      line("choice", choice.id(), choice.number(), choice.name());
    }
  }

  private void add(AreaTree.Row row) {
    line("area", row.code(), row.parent(), row.level(), row.name());
    for (StationRange range : row.ranges()) {
      line("stations", range.kind(), range.first(), range.last());
    }
  }

  private void line(Object first, Object... more) {
    add(first);
    for (Object part : more) {
      add('\t');
      add(part);
    }
    add('\n');
  }

  private void add(Object part) {
    byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
    if (used + text.length >= BYTES) {
      digestBytes();
    }
    if (text.length >= BYTES) {
      digest.update(text);
    } else {
      System.arraycopy(text, 0, bytes, used, text.length);
      used += text.length;
    }
  }

  private void add(char mark) {
    if (used == BYTES) {
      digestBytes();
    }
    bytes[used++] = (byte) mark;
  }

  private void digestBytes() {
    digest.update(bytes, 0, used);
    used = 0;
  }
}
