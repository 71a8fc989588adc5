package id.pantau.count;

import static id.pantau.count.JournalBench.append;
import static id.pantau.count.JournalBench.entry;
import static id.pantau.count.JournalBench.isSafe;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F42: a full disk under the journal. A file system of 256 KiB is mounted for it. */
final class JournalDiskFullTest {
  private static final int KIBIBYTES = 256;

  private Path disk = Path.of("");
  private boolean mounted;

  @BeforeEach
  void mount(@TempDir Path temp) throws Exception {
    disk = temp;
    mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + KIBIBYTES + "k", "tmpfs", temp.toString());
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertTrue(run("umount", disk.toString()));
    }
  }

  @Test
  void append_diskFull_nothingIsAcknowledgedUntilThereIsRoom_needsRootToMount() throws Exception {
    assumeTrue(mounted, "only root may mount a tmpfs");
    Path folder = disk.resolve("journal");
    Path filler = disk.resolve("filler");
    List<Integer> acknowledged = new ArrayList<>();
    try (Journal journal = Journal.open(folder, 1 << 26, nanos -> {})) {
      take(journal, 0, 10, acknowledged);
      assertEquals(10, acknowledged.size());
      fill(filler);
      take(journal, 10, 400, acknowledged);
      int whileFull = acknowledged.size();
      assertTrue(whileFull < 200, () -> whileFull + " entries on a full disk");
      assertEquals(0, journal.pendingBytes());
      Files.delete(filler);
      take(journal, 400, 410, acknowledged);
      assertEquals(whileFull + 10, acknowledged.size());
    }
    assertEquals(
        acknowledged.stream().flatMap(n -> JournalBench.entries(n, n + 1).stream()).toList(),
        JournalBench.read(folder));
  }

  @Test
  void append_noRoomForANewFile_leavesNoFilesBehind_needsRootToMount() throws Exception {
    assumeTrue(mounted, "only root may mount a tmpfs");
    Path folder = disk.resolve("journal");
    Path filler = disk.resolve("filler");
    List<Integer> acknowledged = new ArrayList<>();
    try (Journal journal = Journal.open(folder, 400, nanos -> {})) {
      fill(filler);
      take(journal, 0, 50, acknowledged);
      assertEquals(List.of(), acknowledged);
      assertEquals(List.of(), JournalBench.names(folder));
      assertEquals(0, JournalBench.open(folder));
      Files.delete(filler);
      take(journal, 50, 60, acknowledged);
      assertEquals(10, acknowledged.size());
    }
    assertEquals(JournalBench.entries(50, 60), JournalBench.read(folder));
  }

  private static void take(Journal journal, int from, int to, List<Integer> acknowledged) {
    for (int n = from; n < to; n++) {
      if (isSafe(append(journal, entry(n)))) {
        acknowledged.add(n);
      }
    }
  }

  /** Takes what room there is, to the last byte. */
  private static void fill(Path filler) throws IOException {
    try (var out = Files.newOutputStream(filler)) {
      byte[] page = new byte[4096];
      for (int i = 0; i <= KIBIBYTES; i++) {
        out.write(page);
      }
      throw new AssertionError("the disk is larger than asked for");
    } catch (IOException full) {
      assertTrue(String.valueOf(full.getMessage()).contains("No space"), full::toString);
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
