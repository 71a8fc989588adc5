package id.pantau.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real file system of few bytes, mounted in memory; only root may. */
public final class SmallDisk {
  private static final int PAGE = 4096;
  private final Path path;
  private final int kibibytes;
  private final boolean mounted;

  /**
   * Mounts it over a folder.
   *
   * @param path an empty folder
   */
  public SmallDisk(Path path, int kibibytes) throws IOException, InterruptedException {
    this.path = path;
    this.kibibytes = kibibytes;
    this.mounted = run("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", "" + path);
  }

  /** False where we may not mount anything. */
  public boolean isMounted() {
    return mounted;
  }

  public Path path() {
    return path;
  }

  /** Takes what room there is, to the last byte. */
  public void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(filler())) {
      byte[] page = new byte[PAGE];
      for (int i = 0; i <= kibibytes; i++) {
        out.write(page);
      }
      throw new AssertionError("the disk is larger than asked for");
    } catch (IOException full) {
      if (!String.valueOf(full.getMessage()).contains("No space")) {
        throw full;
      }
    }
  }

  /** Gives the room back. */
  public void free() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return path.resolve("filler");
  }

  /** Takes it off again; nothing where it was not mounted. */
  public void unmount() throws IOException, InterruptedException {
    if (mounted && !run("umount", path.toString())) {
      throw new IOException(path + " is still mounted");
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
