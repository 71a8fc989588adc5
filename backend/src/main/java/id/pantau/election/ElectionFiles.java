package id.pantau.election;

import id.pantau.platform.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one election, in a folder or packed in the jar. Their names are fixed, because the
 * class path cannot be listed.
 */
final class ElectionFiles {
  static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final int GZIP_MAGIC = 0x1f8b;

  private interface Opener {
    @Nullable InputStream open(String name) throws IOException;
  }

  private final String folder;
  private final Opener opener;

  private ElectionFiles(String folder, Opener opener) {
    this.folder = folder;
    this.opener = opener;
  }

  static ElectionFiles of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Refused(folder + ": no such folder");
    }
    return new ElectionFiles(
        folder.toString(),
        name -> {
          Path file = folder.resolve(name);
          return Files.exists(file) ? Files.newInputStream(file) : null;
        });
  }

  static ElectionFiles packed(String id) {
    if (!ID.matcher(id).matches()) {
      throw new Refused(id + ": no name of a packed election");
    }
    String base = "/config/elections/" + id;
    return new ElectionFiles(
        "packed " + id, name -> ElectionFiles.class.getResourceAsStream(base + "/" + name));
  }

  /** The name of a file as a sentence to the person at the terminal has it. */
  String where(String name) {
    return folder + "/" + name;
  }

  /** Opens a file, unpacked where its first two bytes are gzip's; null where there is none. */
  @Nullable InputStream open(String name) throws IOException {
    InputStream raw = opener.open(name);
    if (raw == null) {
      return null;
    }
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(in, 1 << 16) : in;
  }
}
