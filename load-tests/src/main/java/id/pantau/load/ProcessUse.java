package id.pantau.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used, from Linux' /proc.
 *
 * @param cpuSeconds user and system time of all its threads, ended ones included; steps of 10 ms
 * @param residentBytes memory it holds now
 */
public record ProcessUse(double cpuSeconds, long residentBytes) {
  /** Linux reports in these units to user space, whatever its own tick (man 5 proc). */
  private static final double TICKS_PER_SECOND = 100;

  /** Fields of /proc/PID/stat behind the name in parentheses, from 0: utime and stime. */
  private static final int USER = 11;

  private static final int SYSTEM = 12;

  /**
   * Reads it now.
   *
   * @throws UncheckedIOException where there is no such process, or no /proc
   */
  public static ProcessUse of(long pid) {
    Path folder = Path.of("/proc", Long.toString(pid));
    try {
      return new ProcessUse(
          cpuSeconds(Files.readString(folder.resolve("stat"))),
          residentBytes(Files.readString(folder.resolve("status"))));
    } catch (IOException e) {
      throw new UncheckedIOException("process " + pid + " cannot be read", e);
    }
  }

  /** The name may hold spaces and parentheses: the fields are counted behind the last one. */
  static double cpuSeconds(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS_PER_SECOND;
  }

  static long residentBytes(String status) {
    for (String line : status.lines().toList()) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    return 0;
  }
}
