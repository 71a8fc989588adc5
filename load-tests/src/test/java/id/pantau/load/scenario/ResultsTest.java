package id.pantau.load.scenario;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsTest {
  @Test
  void results_folderThatIsNotThere_isMadeBeforeAnythingIsMeasured(@TempDir Path folder)
      throws IOException {
    new Results(folder.resolve("2026/storms"));
    assertTrue(Files.isDirectory(folder.resolve("2026/storms")));
  }

  @Test
  void results_noFolderCanBeThere_isSaidBeforeAnythingIsMeasured(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    assertThrows(IOException.class, () -> new Results(file));
  }
}
