package id.pantau.cli;

import id.pantau.election.ElectionReader;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.platform.Refused;
import id.pantau.sirekap.TalliesReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file of forms, its kind told by its first bytes: gzip or not, NDJSON or CSV, open data. */
final class ReplayFile implements ReplaySource, AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f8b;

  private final InputStream in;
  private final ReplaySource source;

  private ReplayFile(InputStream in, ReplaySource source) {
    this.in = in;
    this.source = source;
  }

  /**
   * @param file a path, or {@code -} for standard input
   * @param election asked for where the file is a CSV
   * @param contest the CSV's
   * @param until only forms that arrived before; null = all
   */
  static ReplayFile open(
      String file, Supplier<Election> election, String contest, @Nullable Instant until)
      throws IOException {
    InputStream in = input(file);
    String head = head(in);
    if (OpenDataRows.begin(head)) {
      return new ReplayFile(in, new ReplayOpenData(OpenDataRows.read(in, head), until));
    }
    return new ReplayFile(
        in,
        head.isEmpty() || head.startsWith("{")
            ? new ReplayNdjson(in, until)
            : new ReplayTallies(
                TalliesReader.read(in, file, contest(election.get(), contest)), until));
  }

  /** The bytes of a file, unpacked where they are gzip. */
  static InputStream input(String file) throws IOException {
    return unpacked(raw(file));
  }

  /** The election of a folder, or the one packed in the jar under that id. */
  static Election election(String folderOrId) {
    Path folder = Path.of(folderOrId);
    return Files.isDirectory(folder)
        ? ElectionReader.read(folder)
        : ElectionReader.packed(folderOrId);
  }

  private static Contest contest(Election election, String id) {
    Contest contest = election.contest(id);
    if (contest == null) {
      throw new Refused("election " + election.id() + " has no contest " + id);
    }
    return contest;
  }

  /**
   * How it begins. A form begins with a brace, a header of columns does not; nothing at all is no
   * CSV.
   */
  private static String head(InputStream in) throws IOException {
    in.mark(OpenDataRows.HEAD_BYTES);
    byte[] head = in.readNBytes(OpenDataRows.HEAD_BYTES);
    in.reset();
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  /** The rows, where it is a table of the open data; else null. */
  @Nullable OpenDataRows openData() {
    return source instanceof ReplayOpenData open ? open.rows() : null;
  }

  private static InputStream raw(String file) throws IOException {
    if (file.equals("-")) {
      return System.in;
    }
    Path path = Path.of(file);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new Refused(file + ": no such file");
    }
    return Files.newInputStream(path);
  }

  /** Unpacked where the first two bytes are gzip's. */
  private static InputStream unpacked(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, BUFFER_BYTES);
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP_MAGIC
        ? new BufferedInputStream(new GZIPInputStream(in, BUFFER_BYTES), BUFFER_BYTES)
        : in;
  }

  @Override
  public boolean hasNext() {
    return source.hasNext();
  }

  @Override
  public ReplayLine next() {
    return source.next();
  }

  @Override
  public long skipped() {
    return source.skipped();
  }

  @Override
  public long size() {
    return source.size();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
