package id.pantau.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Position;
import id.pantau.platform.LogEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProofFileTest {
  private static final LogEntry FIRST = entry(1, 7);
  private static final LogEntry LAST = entry(2, 8);

  private final Path folder;

  ProofFileTest(@TempDir Path folder) {
    this.folder = folder.resolve("contoh");
  }

  private static LogEntry entry(int revision, int of) {
    return new LogEntry(
        new Position(1, revision),
        1_700_000_000_000L,
        new byte[] {1, 2},
        "a",
        List.of(new LogEntry.Logged(LogEntry.COUNTED, new byte[] {(byte) of, 2, 3})));
  }

  private Map<String, Proof> written() throws Exception {
    Map<String, Proof> proofs =
        Map.of(
            "11", Proof.of(new Position(2, 2), FIRST, LAST),
            "12", Proof.ofNothing(new Position(1, 0)));
    ProofFile.write(folder, proofs);
    return proofs;
  }

  @Test
  void read_whatWasWritten_isTheSame() throws Exception {
    assertEquals(Map.of(), ProofFile.read(folder));
    assertEquals(written(), ProofFile.read(folder));
    assertEquals(written(), ProofFile.read(folder));
  }

  @Test
  void read_anyByteFlippedOrTheEndCutOff_provesNothing() throws Exception {
    written();
    Path file = ProofFile.file(folder);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 1;
      Files.write(file, flipped);
      assertEquals(Map.of(), ProofFile.read(folder), "byte " + at);
      Files.write(file, Arrays.copyOf(whole, at));
      assertEquals(Map.of(), ProofFile.read(folder), "cut at " + at);
    }
  }

  @Test
  void isOf_bothEnds_andNothingElse() {
    Proof proof = Proof.of(new Position(1, 2), FIRST, LAST);
    assertTrue(proof.isOf(FIRST, LAST));
    assertFalse(proof.isOf(null, LAST));
    assertFalse(proof.isOf(FIRST, null));
    assertFalse(proof.isOf(entry(1, 9), LAST));
    assertFalse(proof.isOf(FIRST, entry(2, 9)));
    assertFalse(proof.isOf(FIRST, entry(3, 8)));
  }

  /** A repeat that was written to the journal lies in an entry of its own: nobody knows where. */
  @Test
  void newest_onlyARepeat_isInNoEntry() throws Exception {
    JournalEntry form = JournalBench.entry(0);
    LogEntry there =
        new LogEntry(
            form.position(), 1, new byte[0], List.of(new LogEntry.Logged(1, form.packed())));
    append(form);
    assertTrue(newest().isIn(there));
    append(new JournalEntry(LogEntry.DUPLICATE, new Position(1, 9), form.packed()));
    assertFalse(newest().isIn(there));
    assertFalse(newest().isIn(new LogEntry(new Position(1, 9), 1, new byte[0], there.forms())));
  }

  @Test
  void newest_anOlderPositionAfterANewerOne_isNotInOrder() throws Exception {
    append(JournalBench.entry(1));
    append(JournalBench.entry(2));
    assertTrue(newest().isInOrder());
    append(JournalBench.entry(0));
    assertFalse(newest().isInOrder());
    assertEquals(new Position(1, 3), newest().position());
  }

  /** A file of its own each time. */
  private void append(JournalEntry entry) throws Exception {
    try (Journal journal = Journal.open(folder, 1 << 20, nanos -> {})) {
      assertTrue(JournalBench.isSafe(JournalBench.append(journal, entry)));
    }
  }

  private JournalFolder.Newest newest() throws Exception {
    return java.util.Objects.requireNonNull(new JournalFolder(folder).contents().forms().get("01"));
  }
}
