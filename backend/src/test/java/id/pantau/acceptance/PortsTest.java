package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PortsTest {
  private static final int BROWSER_TESTS_FROM = 16_384;

  @Test
  void free_whileNobodyListensYet_isNeverGivenTwice() {
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      int port = Ports.free();
      assertTrue(given.add(port), "given twice: " + port);
      assertTrue(port < BROWSER_TESTS_FROM, "of the browser tests: " + port);
    }
  }
}
