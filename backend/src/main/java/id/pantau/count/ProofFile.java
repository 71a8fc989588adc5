package id.pantau.count;

import id.pantau.model.Position;
import id.pantau.platform.LogEntry;
import id.pantau.platform.OwnFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proofs of a journal, in a file beside its folder, {@code E.checked}: a line a province, the
 * last line is the sum of those before. A file that cannot be read costs a start its short way,
 * nothing else. Blocking.
 */
final class ProofFile {
  private static final Logger LOG = LoggerFactory.getLogger(ProofFile.class);
  private static final String NONE = "-";

  private ProofFile() {}

  /** Where the proofs of a journal's folder are. */
  static Path file(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".checked");
  }

  /** The proofs by province; none where the file is not there or is not whole. */
  static Map<String, Proof> read(Path folder) {
    Path file = file(folder);
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII);
      int end = text.lastIndexOf("sum ");
      if (end < 0 || !text.substring(end).equals(last(text.substring(0, end)))) {
        throw new IOException("its sum is another");
      }
      Map<String, Proof> proofs = new HashMap<>();
      text.substring(0, end).lines().forEach(line -> read(line, proofs));
      return proofs;
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} is not used, all logs are read: {}", file, e.toString());
      return Map.of();
    }
  }

  private static void read(String line, Map<String, Proof> into) {
    String[] part = line.split(" ", -1);
    into.put(
        part[0],
        new Proof(LogEntry.position(part[1]), position(part[2]), position(part[3]), part[4]));
  }

  private static @Nullable Position position(String text) {
    return text.equals(NONE) ? null : LogEntry.position(text);
  }

  /** Replaces the file: a crash leaves the one before, which is as true as it was. */
  static void write(Path folder, Map<String, Proof> proofs) throws IOException {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(proofs)
        .forEach(
            (province, proof) ->
                text.append(province)
                    .append(' ')
                    .append(LogEntry.id(proof.checked()))
                    .append(' ')
                    .append(id(proof.first()))
                    .append(' ')
                    .append(id(proof.last()))
                    .append(' ')
                    .append(proof.digest())
                    .append('\n'));
    text.append(last(text.toString()));
    Path file = file(folder).toAbsolutePath();
    new OwnFile(Objects.requireNonNull(file.getParent()), String.valueOf(file.getFileName()))
        .write(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static String id(@Nullable Position position) {
    return position == null ? NONE : LogEntry.id(position);
  }

  private static String last(String lines) {
    CRC32C sum = new CRC32C();
    sum.update(lines.getBytes(StandardCharsets.US_ASCII));
    return "sum " + Long.toHexString(sum.getValue()) + "\n";
  }
}
