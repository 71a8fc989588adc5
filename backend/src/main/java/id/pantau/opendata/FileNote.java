package id.pantau.opendata;

import java.util.List;

/**
 * A finished file of a snapshot.
 *
 * @param sha256 64 hex digits
 */
record FileNote(String name, long bytes, String sha256) {
  private static final String GZ = ".gz";

  /** What a name ends in, as it goes over the wire. */
  String type() {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "gz" -> "application/gzip";
      case "csv" -> "text/csv; charset=utf-8; header=present";
      case "ndjson" -> "application/x-ndjson";
      case "parquet" -> "application/vnd.apache.parquet";
      case "json" -> "application/json";
      default -> "text/plain; charset=utf-8";
    };
  }

  /** What it is a file of: {@code ppwp-forms} of {@code ppwp-forms.csv.gz}. */
  String table() {
    return name.substring(0, name.indexOf('.'));
  }

  /** {@code csv}, {@code ndjson}, {@code parquet}, {@code json}; of the inside where it is gzip. */
  String format() {
    String plain = isGzip() ? name.substring(0, name.length() - GZ.length()) : name;
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  boolean isGzip() {
    return name.endsWith(GZ);
  }

  /** As {@code sha256sum --check} reads it: a line a file. */
  static String sums(List<FileNote> files) {
    StringBuilder lines = new StringBuilder();
    files.forEach(f -> lines.append(f.sha256()).append("  ").append(f.name()).append('\n'));
    return lines.toString();
  }
}
