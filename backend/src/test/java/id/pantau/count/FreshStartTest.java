package id.pantau.count;

import static id.pantau.count.JournalBench.append;
import static id.pantau.count.JournalBench.entry;
import static id.pantau.count.JournalBench.isSafe;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FreshStartTest {
  private static final String ELECTION = "contoh";

  @Test
  void of_aJournal_keepsPositionsAndNoForm(@TempDir Path data) throws Exception {
    Path folder = CountVerticle.journalFolder(data, ELECTION);
    try (Journal journal = Journal.open(folder, 1, nanos -> {})) {
      for (int n = 1; n <= 20; n++) {
        assertTrue(isSafe(append(journal, entry(n))));
      }
    }
    JournalFolder.Contents before = new JournalFolder(folder).contents();
    assertEquals(20, before.entries());
    FreshStart.of(data, ELECTION);
    JournalFolder.Contents after = new JournalFolder(folder).contents();
    assertEquals(0, after.entries());
    assertEquals(before.newest(), after.newest());
    assertEquals(1, new JournalFolder(folder).files().size());
    // And again: it does not grow.
    FreshStart.of(data, ELECTION);
    assertEquals(before.newest(), new JournalFolder(folder).contents().newest());
    assertEquals(1, new JournalFolder(folder).files().size());
  }

  @Test
  void of_nothing_doesNothing(@TempDir Path data) throws Exception {
    FreshStart.of(data, ELECTION);
    assertEquals(0, new JournalFolder(CountVerticle.journalFolder(data, ELECTION)).files().size());
  }
}
