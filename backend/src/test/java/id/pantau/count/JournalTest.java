package id.pantau.count;

import static id.pantau.count.JournalBench.append;
import static id.pantau.count.JournalBench.entries;
import static id.pantau.count.JournalBench.entry;
import static id.pantau.count.JournalBench.isSafe;
import static id.pantau.count.JournalBench.names;
import static id.pantau.count.JournalBench.read;
import static id.pantau.count.JournalBench.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Position;
import id.pantau.platform.FormContent;
import id.pantau.platform.PackedForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal on a real file system: what was acknowledged can be read again, whatever happens. */
final class JournalTest {
  private static final long ONE_FILE = 1 << 26;
  private static final int MAGIC = JournalFile.MAGIC.length;

  private Path folder = Path.of("");

  @BeforeEach
  void newFolder(@TempDir Path temp) {
    folder = temp.resolve("journal");
  }

  @Test
  void append_manyWhileOneIsBeingAnswered_areOneGroup() throws Exception {
    AtomicInteger syncs = new AtomicInteger();
    CountDownLatch firstSynced = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<CompletableFuture<Boolean>> later = new ArrayList<>();
    try (Journal journal = Journal.open(folder, ONE_FILE, nanos -> syncs.incrementAndGet())) {
      journal.append(
          List.of(entry(0)),
          failure -> {
            firstSynced.countDown();
            await(goOn);
          });
      await(firstSynced);
      for (int n = 1; n <= 200; n++) {
        later.add(append(journal, entry(n)));
      }
      assertTrue(journal.pendingBytes() > 0);
      goOn.countDown();
      assertTrue(later.stream().allMatch(JournalBench::isSafe));
      assertEquals(2, syncs.get());
      assertEquals(0, journal.pendingBytes());
    }
    assertEquals(entries(0, 201), read(folder));
  }

  @Test
  void open_afterAnOrderlyEnd_readsEverythingAndBeginsANewFile() throws Exception {
    write(folder, 0, 3);
    write(folder, 3, 5);
    assertEquals(List.of("00000001.pj", "00000002.pj"), names(folder));
    assertEquals(entries(0, 5), read(folder));
    JournalFolder.Contents contents = new JournalFolder(folder).contents();
    assertEquals(5, contents.entries());
    assertEquals(new Position(1, 5), contents.newest().get("01"));
    for (int n = 0; n < 5; n++) {
      byte[] hash = FormContent.hash(PackedForm.content(entry(n).packed()));
      assertTrue(contents.hashes(true).contains("01", FormContent.hashAsLong(hash)));
    }
  }

  @Test
  void append_pastAFilesLimit_goesOnInTheNext() throws Exception {
    try (Journal journal = Journal.open(folder, 400, nanos -> {})) {
      for (int n = 0; n < 20; n++) {
        assertTrue(isSafe(append(journal, entry(n))));
      }
    }
    assertTrue(names(folder).size() > 3, () -> names(folder).toString());
    assertEquals(entries(0, 20), read(folder));
  }

  @Test
  void read_tornAtEveryLength_givesEveryWholeEntryAndWhatComesLater() throws Exception {
    write(folder, 0, 3);
    Path file = folder.resolve("00000001.pj");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      int good = Math.max(0, length - MAGIC) / JournalBench.frameBytes();
      assertEquals(entries(0, good), read(folder), "torn at " + length);
      assertEquals(good, new JournalFolder(folder).contents().entries(), "torn at " + length);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    write(folder, 3, 4);
    assertEquals(
        List.of(entries(0, 2), entries(3, 4)).toString(),
        List.of(read(folder).subList(0, 2), read(folder).subList(2, 3)).toString());
  }

  /** A flipped bit must cost the entry it hits, never those behind it: they were acknowledged. */
  @Test
  void read_anyBitFlipped_losesNoMoreThanTheEntryItHits() throws Exception {
    write(folder, 0, 4);
    Path file = folder.resolve("00000001.pj");
    byte[] whole = Files.readAllBytes(file);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      List<String> expected = new ArrayList<>(entries(0, 4));
      if (bit / 8 >= MAGIC) {
        expected.remove((bit / 8 - MAGIC) / JournalBench.frameBytes());
      }
      assertEquals(expected, read(folder), "bit " + bit);
      assertEquals(expected.size(), new JournalFolder(folder).contents().entries(), "bit " + bit);
      assertArrayEquals(flipped, Files.readAllBytes(file), "a start must not cut the record");
    }
  }

  @Test
  void read_pageOfZerosInTheMiddle_isSteppedOver() throws Exception {
    write(folder, 0, 2);
    Path file = folder.resolve("00000001.pj");
    byte[] before = Files.readAllBytes(file);
    write(folder, 2, 3);
    Path next = folder.resolve("00000002.pj");
    byte[] behind = Files.readAllBytes(next);
    Files.delete(next);
    int zeros = 40_000;
    byte[] joined = Arrays.copyOf(before, before.length + zeros + behind.length - MAGIC);
    System.arraycopy(behind, MAGIC, joined, before.length + zeros, behind.length - MAGIC);
    Files.write(file, joined);
    assertEquals(entries(0, 3), read(folder));
  }

  @Test
  void append_acknowledgingThrows_laterOnesAreStillWritten() throws Exception {
    try (Journal journal = Journal.open(folder, ONE_FILE, nanos -> {})) {
      journal.append(
          List.of(entry(0)),
          failure -> {
            throw new IllegalStateException("the loop is gone");
          });
      assertTrue(isSafe(append(journal, entry(1))));
    }
    assertEquals(entries(0, 2), read(folder));
  }

  @Test
  void append_afterClose_failsInsteadOfWaitingForever() throws Exception {
    Journal journal = Journal.open(folder, ONE_FILE, nanos -> {});
    journal.close();
    assertFalse(isSafe(append(journal, entry(0))));
  }

  @Test
  void append_folderIsGone_failsAndGoesOnWhenItIsBack() throws IOException {
    try (Journal journal = Journal.open(folder, ONE_FILE, nanos -> {})) {
      Files.delete(folder);
      for (int n = 0; n < 20; n++) {
        assertFalse(isSafe(append(journal, entry(n))));
      }
      assertEquals(0, journal.pendingBytes());
      Files.createDirectory(folder);
      assertTrue(isSafe(append(journal, entry(20))));
    }
    assertEquals(entries(20, 21), read(folder));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
