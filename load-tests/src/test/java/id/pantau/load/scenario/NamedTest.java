package id.pantau.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class NamedTest {
  @Test
  void names_each_isDescribedInItsFileAndTheList() throws Exception {
    Path folder = Load.root().resolve("load-tests/scenarios");
    String list = Files.readString(folder.resolve("README.md"));
    for (String name : Named.names()) {
      assertEquals(name, Named.of(name).name());
      assertTrue(Files.readString(folder.resolve(name + ".md")).contains("Scenario " + name), name);
      assertTrue(list.contains("[" + name + "](" + name + ".md)"), name);
    }
  }

  @Test
  void of_unknownName_saysWhichThereAre() {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> Named.of("smoke-100-viewer"));
    assertTrue(String.valueOf(refused.getMessage()).contains("smoke-100-viewers"));
  }
}
