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
  /** Lines that are digested at once. */
  private static final int LINES_CHARS = 8_192;

  private final MessageDigest digest;
  private final StringBuilder lines = new StringBuilder(2 * LINES_CHARS);

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
    hash.digestLines();
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
    lines.append(first);
    for (Object part : more) {
      lines.append('\t').append(part);
    }
    lines.append('\n');
    if (lines.length() > LINES_CHARS) {
      digestLines();
    }
  }

  private void digestLines() {
    digest.update(lines.toString().getBytes(StandardCharsets.UTF_8));
    lines.setLength(0);
  }
}
