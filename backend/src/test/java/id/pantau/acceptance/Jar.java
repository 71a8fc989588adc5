package id.pantau.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The packed jar, as a person runs it: {@code java -jar pantau.jar <verb>}. */
final class Jar {
  static final Path FILE =
      Path.of(Objects.requireNonNull(System.getProperty("pantau.jar"), "-Dpantau.jar is not set"))
          .toAbsolutePath();

  /**
   * What Java made of the classes when the build rehearsed (pom.xml): a start takes a third of CPU
   * less. Of another jar or another Java it is left unused.
   */
  static final Path CLASS_DATA = FILE.resolveSibling("pantau.jsa");

  /**
   * What the process may take.
   *
   * @param heapMegabytes small, so that a leak is seen and eight nodes fit on a machine
   * @param fileKilobytesMax of any file it writes, as on a disk that is full; 0 = any
   */
  record Limits(int heapMegabytes, int fileKilobytesMax) {}

  private Jar() {}

  /**
   * Starts a verb; its output goes to {@code name.out} and {@code name.err} of a folder.
   *
   * @param environment on top of ours, from which every {@code PANTAU_} is taken
   */
  static Process start(
      Path folder,
      String name,
      Limits limits,
      Map<String, String> environment,
      List<String> arguments)
      throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    if (limits.fileKilobytesMax() > 0) {
      // A block of the shell's is 512 bytes.
      int blocks = 2 * limits.fileKilobytesMax();
      command.addAll(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Of these processes most are there for seconds: what compiles their code well, or collects on
    // many threads, would cost more of the machine than all they do.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:SharedArchiveFile=" + CLASS_DATA);
    // Standard output is the verb's: what the JVM has to say goes elsewhere.
    command.addAll(List.of("-Xlog:disable", "-Xlog:all=warning:stderr"));
    command.add("-Xmx" + limits.heapMegabytes() + "m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-jar");
    command.add(FILE.toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("PANTAU_"));
    // The first snapshot of the open data would take as long as all else of a start.
    builder.environment().put("PANTAU_OPENDATA_EVERYSECONDS", "0");
    builder.environment().putAll(environment);
    return builder.start();
  }
}
