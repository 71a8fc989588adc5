package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;

/** Signals to a process that this suite started, by its id. */
enum Signal {
  KILL,
  TERM,
  STOP,
  CONT;

  void to(long pid) {
    if (pid <= 1) {
      throw new IllegalArgumentException("process " + pid + " is not ours");
    }
    String command = "kill -" + name().toUpperCase(Locale.ROOT) + " " + pid;
    try {
      assertEquals(0, new ProcessBuilder("sh", "-c", command).start().waitFor(), command);
    } catch (java.io.IOException e) {
      throw new AssertionError(command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(command, e);
    }
  }
}
