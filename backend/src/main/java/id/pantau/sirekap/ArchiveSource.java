package id.pantau.sirekap;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.platform.Refused;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The tree in one file, read as it comes: zip, tar, station files one a line with their code in
 * {@code kode}, or a single station file; the last three gzip or not. What it is its first bytes
 * tell.
 */
final class ArchiveSource implements SirekapSource {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int GZIP = 0x1f8b;
  private static final int ZIP = 0x504b;

  private final InputStream in;
  private final String name;
  private final String family;
  private final Reading reading;
  private long others;

  private interface Reading {
    @Nullable SirekapEntry next() throws IOException;
  }

  /**
   * @param raw read to its end and closed by this
   * @param name of the file, with its ending
   */
  ArchiveSource(InputStream raw, String name, String family) throws IOException {
    this.name = name;
    this.family = family;
    BufferedInputStream first = new BufferedInputStream(raw, BUFFER_BYTES);
    int magic = magic(first);
    in =
        magic == GZIP
            ? new BufferedInputStream(new GZIPInputStream(first, BUFFER_BYTES), BUFFER_BYTES)
            : first;
    reading = magic == ZIP ? zip(new ZipInputStream(in)) : isTar(in) ? tar() : lines();
  }

  private static int magic(InputStream in) throws IOException {
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic;
  }

  private static boolean isTar(InputStream in) throws IOException {
    in.mark(TarEntries.BLOCK);
    byte[] block = in.readNBytes(TarEntries.BLOCK);
    in.reset();
    return TarEntries.isHeader(block);
  }

  private Reading zip(ZipInputStream zip) {
    return () -> {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        String station = e.isDirectory() ? null : StationName.of(e.getName(), family);
        if (station != null) {
          return entry(e.getName(), station, zip.readNBytes(SirekapEntry.BYTES_MAX + 1));
        }
        others += e.isDirectory() ? 0 : 1;
      }
      return null;
    };
  }

  private Reading tar() {
    TarEntries tar = new TarEntries(in);
    return () -> {
      for (TarEntries.Entry e = tar.next(SirekapEntry.BYTES_MAX);
          e != null;
          e = tar.next(SirekapEntry.BYTES_MAX)) {
        String station = StationName.of(e.name(), family);
        if (station != null) {
          return entry(e.name(), station, e.bytes());
        }
        others++;
      }
      return null;
    };
  }

  private static SirekapEntry entry(String name, String station, byte @Nullable [] bytes) {
    if (bytes == null || bytes.length > SirekapEntry.BYTES_MAX) {
      throw new Refused(name + " is larger than " + SirekapEntry.BYTES_MAX + " bytes");
    }
    return new SirekapEntry(name, station, bytes);
  }

  /** A file that is named as a station's is one; in any other each line says whose it is. */
  private Reading lines() {
    String station = StationName.of(name.replaceFirst("\\.gz$", ""), family);
    if (station != null) {
      return () -> {
        byte[] all = in.readNBytes(SirekapEntry.BYTES_MAX + 1);
        return all.length == 0 ? null : entry(name, station, all);
      };
    }
    long[] number = {0};
    return () -> {
      byte[] line = line();
      while (line != null && new String(line, StandardCharsets.UTF_8).isBlank()) {
        number[0]++;
        line = line();
      }
      number[0]++;
      return line == null ? null : numbered(name + " line " + number[0], line);
    };
  }

  private static SirekapEntry numbered(String where, byte[] line) {
    try {
      JsonNode code = StationFileReader.tree(line).path("kode");
      return new SirekapEntry(where, code.asText(""), line);
    } catch (Refused e) {
      // Told when it is read as a station's, with the others that are broken.
      return new SirekapEntry(where, "", line);
    }
  }

  private byte @Nullable [] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    int b = in.read();
    if (b < 0) {
      return null;
    }
    for (; b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
      if (line.size() > SirekapEntry.BYTES_MAX) {
        throw new Refused(name + ": a line over " + SirekapEntry.BYTES_MAX + " bytes");
      }
    }
    return line.toByteArray();
  }

  @Override
  public @Nullable SirekapEntry next() throws IOException {
    return reading.next();
  }

  @Override
  public long others() {
    return others;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
