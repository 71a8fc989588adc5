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
  private static final Path FILE =
      Path.of(Objects.requireNonNull(System.getProperty("pantau.jar"), "-Dpantau.jar is not set"))
          .toAbsolutePath();

  private Jar() {}

  /**
   * Starts a verb; its output goes to {@code name.out} and {@code name.err} of a folder.
   *
   * @param environment on top of ours, from which every {@code PANTAU_} is taken
   * @param heapMegabytes small, so that a leak is seen and eight nodes fit on a machine
   */
  static Process start(
      Path folder,
      String name,
      int heapMegabytes,
      Map<String, String> environment,
      List<String> arguments)
      throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-jar");
    command.add(FILE.toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("PANTAU_"));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
