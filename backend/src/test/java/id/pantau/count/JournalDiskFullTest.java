package id.pantau.count;

import static id.pantau.count.JournalBench.append;
import static id.pantau.count.JournalBench.entry;
import static id.pantau.count.JournalBench.isSafe;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.pantau.platform.SmallDisk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F42: a full disk under the journal. A file system of 256 KiB is mounted for it. */
final class JournalDiskFullTest {
  private static final int KIBIBYTES = 256;

  private SmallDisk disk;

  @BeforeEach
  void mount(@TempDir Path temp) throws Exception {
    disk = new SmallDisk(temp, KIBIBYTES);
  }

  @AfterEach
  void unmount() throws Exception {
    disk.unmount();
  }

  @Test
  void append_diskFull_nothingIsAcknowledgedUntilThereIsRoom_needsRootToMount() throws Exception {
    assumeTrue(disk.isMounted(), "only root may mount a tmpfs");
    Path folder = disk.path().resolve("journal");
    List<Integer> acknowledged = new ArrayList<>();
    try (Journal journal = Journal.open(folder, 1 << 26, nanos -> {})) {
      take(journal, 0, 10, acknowledged);
      assertEquals(10, acknowledged.size());
      disk.fill();
      take(journal, 10, 400, acknowledged);
      int whileFull = acknowledged.size();
      assertTrue(whileFull < 200, () -> whileFull + " entries on a full disk");
      assertEquals(0, journal.pendingBytes());
      disk.free();
      take(journal, 400, 410, acknowledged);
      assertEquals(whileFull + 10, acknowledged.size());
    }
    assertEquals(
        acknowledged.stream().flatMap(n -> JournalBench.entries(n, n + 1).stream()).toList(),
        JournalBench.read(folder));
  }

  @Test
  void append_noRoomForANewFile_leavesNoFilesBehind_needsRootToMount() throws Exception {
    assumeTrue(disk.isMounted(), "only root may mount a tmpfs");
    Path folder = disk.path().resolve("journal");
    List<Integer> acknowledged = new ArrayList<>();
    try (Journal journal = Journal.open(folder, 400, nanos -> {})) {
      disk.fill();
      take(journal, 0, 50, acknowledged);
      assertEquals(List.of(), acknowledged);
      assertEquals(List.of(), JournalBench.names(folder));
      assertEquals(0, JournalBench.open(folder));
      disk.free();
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
}
