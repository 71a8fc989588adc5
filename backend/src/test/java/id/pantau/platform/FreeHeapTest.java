package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In JVMs of their own: what the flags do is seen in the heap, not in the flags. */
final class FreeHeapTest {
  /** What is held, the fifth that may be free, and what a collection leaves for the next. */
  private static final long SMALL = FreeHeapChild.HELD_BYTES * 2L;

  private static final String OFTEN = "-XX:G1PeriodicGCInterval=200";

  /** Ends as soon as it is so. */
  private static final String LONG = "20000";

  /** Many collections. */
  private static final String SHORT = "3000";

  @Test
  void whatARushTookGoesBack() throws Exception {
    long heap = heap(List.of(OFTEN), LONG, "on");
    assertTrue(heap <= SMALL, heap + " bytes");
  }

  @Test
  void javaAloneWouldKeepMore() throws Exception {
    long heap = heap(List.of(OFTEN), SHORT);
    assertTrue(heap > SMALL, heap + " bytes");
  }

  @Test
  void whatTheJvmWasStartedWithIsLeft() throws Exception {
    long heap =
        heap(List.of(OFTEN, "-XX:MinHeapFreeRatio=70", "-XX:MaxHeapFreeRatio=80"), SHORT, "on");
    assertTrue(heap > SMALL, heap + " bytes");
  }

  private static long heap(List<String> flags, String millis, String... on) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseG1GC", "-Xms32m", "-Xmx1g"));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(FreeHeapChild.class.getName());
    command.addAll(List.of("" + SMALL, millis));
    command.addAll(List.of(on));
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, child.waitFor(), said);
    return Long.parseLong(said.lines().filter(l -> l.matches("\\d+")).findFirst().orElseThrow());
  }
}
