package id.pantau.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small file that only its owner may read, written whole beside itself and renamed: a reader sees
 * the old or the new one and never half. Blocking: for the command line and worker threads.
 */
public final class OwnFile {
  private final Path directory;
  private final Path file;

  /** Changes whenever the file was replaced or rewritten. */
  public record Stamp(long modifiedMillis, long bytes, @Nullable Object fileKey) {}

  /** What is done while no other process may. */
  public interface Step {
    void run() throws IOException;
  }

  /**
   * @param directory created by the first {@link #locked}
   */
  public OwnFile(Path directory, String name) {
    this.directory = directory;
    this.file = directory.resolve(name);
  }

  /** Locks out other processes; threads of this one must not come here together. */
  public void locked(Step step) throws IOException {
    Files.createDirectories(directory);
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel open =
            FileChannel.open(
                lock,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                ownerOnly(lock));
        FileLock held = open.lock()) {
      assert held.isValid();
      step.run();
    }
  }

  /**
   * All bytes.
   *
   * @throws NoSuchFileException where there is no file
   */
  public byte[] read(long bytesMax) throws IOException {
    if (Files.size(file) > bytesMax) {
      throw new IOException(file + " is larger than " + bytesMax + " bytes");
    }
    return Files.readAllBytes(file);
  }

  /** Puts these bytes in the place of the file, synced; a crash leaves the old one. */
  public void write(byte[] bytes) throws IOException {
    Path fresh =
        Files.createTempFile(directory, file.getFileName().toString(), ".new", ownerOnly(file));
    try {
      try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    try (FileChannel parent = FileChannel.open(directory, StandardOpenOption.READ)) {
      parent.force(true);
    }
  }

  /** What the file looks like from outside; null where there is none. */
  public @Nullable Stamp stamp() throws IOException {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(seen.lastModifiedTime().toMillis(), seen.size(), seen.fileKey());
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** For creating a file that only its owner may read, where the file system knows owners. */
  public static FileAttribute<?>[] ownerOnly(Path where) {
    return where.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
