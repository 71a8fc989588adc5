package id.pantau.load.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a run ran on, for whoever reads its figures later. */
final class Machine {
  private static final int HASH_DIGITS = 12;

  private Machine() {}

  /** Processor, cores, kernel and JDK in one line. */
  static String facts() throws IOException {
    String model =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 2))
            .findFirst()
            .orElse("unknown processor");
    return "%s, %d cores, Linux %s, JDK %s (%s), loopback, no TLS; node, Redis, sender and viewers on one machine"
        .formatted(
            model,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.version").replaceAll("[^0-9.].*", ""),
            System.getProperty("java.version"),
            System.getProperty("java.vm.name"));
  }

  /** The three load averages. */
  static String loadAverage() throws IOException {
    List<String> words = List.of(Files.readString(Path.of("/proc/loadavg")).split(" "));
    return String.join(" ", words.subList(0, 3));
  }

  /** Milliseconds for which this process, sender and viewers, has stood still to collect memory. */
  static long collectedMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  /** The version that a Redis process says of its own program. */
  static String redis(long pid) throws IOException, InterruptedException {
    String said = said("/proc/" + pid + "/exe", "--version");
    return said.replaceAll(" sha=.*? malloc", " malloc").replaceAll(" build=\\S*", "");
  }

  /** The commit that is checked out; with + where files differ from it. */
  static String commit() throws IOException, InterruptedException {
    return said("git", "rev-parse", "--short", "HEAD")
        + (said("git", "status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : "+");
  }

  /** The first digits of a file's SHA-256: which jar it was. */
  static String hash(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String said(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return out.strip();
  }
}
