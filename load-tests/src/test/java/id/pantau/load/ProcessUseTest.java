package id.pantau.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

final class ProcessUseTest {
  @Test
  void cpuSeconds_nameWithSpacesAndParentheses_readsBehindIt() {
    String stat =
        "4711 (a) b (c) S 1 4711 4711 0 -1 4194560 21 22 23 24 250 75 8 9 20 0 5 0 12345 1 2 3";
    assertEquals(3.25, ProcessUse.cpuSeconds(stat));
  }

  @Test
  void residentBytes_ofAStatus_isItsVmRss() {
    assertEquals(2048, ProcessUse.residentBytes("Name:\tx\nVmHWM:\t 9 kB\nVmRSS:\t    2 kB\n"));
  }

  @Test
  void of_thisProcess_hasMemory() {
    assertTrue(ProcessUse.of(ProcessHandle.current().pid()).residentBytes() > 1_000_000);
  }

  @Test
  void of_noProcess_saysWhich() {
    assertThrows(UncheckedIOException.class, () -> ProcessUse.of(Integer.MAX_VALUE));
  }
}
