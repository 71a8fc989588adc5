package id.pantau.opendata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A finished snapshot: a folder of files that never change. Its id is the time at which it was
 * begun and a hash over the hashes of its files, so no two different ones have one id.
 *
 * @param id {@code 20240214T130000Z-0123456789ab}
 * @param takenAt to the second
 * @param digest over the tables alone: two snapshots with one digest show the same
 * @param files by name
 */
record Snapshot(String id, Instant takenAt, String digest, Map<String, FileNote> files) {
  /** The list of hashes; the one file that is not in it. */
  static final String SUMS = "SHA256SUMS";

  /** The Frictionless data package. */
  static final String PACKAGE = "datapackage.json";

  private static final Pattern ID = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{12}");
  private static final int TIME_CHARS = 16;
  private static final int HASH_CHARS = 12;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** What its files make it. */
  static Snapshot of(Instant takenAt, List<FileNote> files) {
    String sums = FileNote.sums(files);
    String id = TIME.format(takenAt) + "-" + sha256(sums).substring(0, HASH_CHARS);
    return of(id, files);
  }

  /** One that is there already. */
  static Snapshot of(String id, Collection<FileNote> files) {
    Map<String, FileNote> byName = new LinkedHashMap<>();
    files.forEach(file -> byName.put(file.name(), file));
    return new Snapshot(id, takenAt(id), digest(files), byName);
  }

  /** True for a text that may be an id. */
  static boolean isId(String text) {
    if (!ID.matcher(text).matches()) {
      return false;
    }
    try {
      return takenAt(text) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static Instant takenAt(String id) {
    return Instant.from(TIME.parse(id.substring(0, TIME_CHARS)));
  }

  /** Over the hashes of the tables. */
  static String digest(Collection<FileNote> files) {
    return sha256(
        FileNote.sums(
            files.stream()
                .filter(f -> !f.name().equals(PACKAGE) && !f.name().equals(SUMS))
                .toList()));
  }

  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Nullable FileNote file(String name) {
    return files.get(name);
  }

  long bytes() {
    return files.values().stream().mapToLong(FileNote::bytes).sum();
  }
}
