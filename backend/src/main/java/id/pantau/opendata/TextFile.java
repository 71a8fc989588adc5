package id.pantau.opendata;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines: plain where it has some hundred, for whoever opens it with a click; else gzip,
 * for zeros and notices repeat in every line.
 */
final class TextFile extends OutputStream {
  private final SnapshotFile file;
  private final @Nullable GzipStream gzip;
  private final OutputStream to;

  /**
   * @param packed gzip, and called so
   */
  TextFile(Path folder, String name, boolean packed) throws IOException {
    file = new SnapshotFile(folder, packed ? name + ".gz" : name);
    gzip = packed ? new GzipStream(file) : null;
    to = gzip == null ? file : gzip;
    if (gzip != null) {
      gzip.begin();
    }
  }

  @Override
  public void write(int b) throws IOException {
    to.write(b);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    to.write(from, offset, length);
  }

  /** Ends a part; what stands before the first province is one of its own. */
  Part part() throws IOException {
    return file.part(gzip == null ? Part.PLAIN : gzip.part(), List.of());
  }

  /** Writes a part of the last snapshot's file again, and says where it is now. */
  Part again(FileChannel from, Part part) throws IOException {
    file.again(from, part);
    if (gzip != null) {
      gzip.takeOver(part.inside());
    }
    return file.part(part.inside(), List.of());
  }

  String name() {
    return file.name();
  }

  FileNote finish() throws IOException {
    if (gzip != null) {
      gzip.end();
    }
    return file.finish();
  }

  @Override
  public void close() throws IOException {
    if (gzip != null) {
      gzip.close();
    }
    file.close();
  }
}
