package id.pantau.load.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.election.ElectionReader;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MadeUpElectionTest {
  private static final Path CONTOH = Path.of("../config/elections/contoh");

  @TempDir Path folder = Path.of("");

  @Test
  void write_fiveContests_isAnElectionThatSaysWhatItIs() throws IOException {
    MadeUpElection.write(CONTOH, folder, 5);
    Election source = ElectionReader.read(CONTOH);
    Election made = ElectionReader.read(folder);
    assertEquals(5, made.contests().size());
    assertEquals(source.contests().get(0), made.contests().get(0));
    assertEquals(source.areas().stations(0), made.areas().stations(0));
    assertNotEquals(source.id(), made.id());
    assertTrue(made.isTest());
    assertEquals("Load test, 5 contests, no election", made.names().get("en"));
    for (Contest contest : made.contests().subList(1, 5)) {
      assertTrue(contest.id().startsWith("rekaan-"));
      assertEquals(3, contest.choices().size());
      assertEquals(List.of("0"), contest.scope());
    }
  }

  @Test
  void write_oneContest_hasTheFirstAlone() throws IOException {
    MadeUpElection.write(CONTOH, folder, 1);
    Election made = ElectionReader.read(folder);
    assertEquals(ElectionReader.read(CONTOH).contests().subList(0, 1), made.contests());
  }
}
