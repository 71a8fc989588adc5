package id.pantau.load.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a node and its other verbs are started.
 *
 * @param jar {@code pantau.jar}
 * @param javaOptions before {@code -jar}
 * @param settings of the node, by the names of their environment variables
 */
public record Program(Path jar, List<String> javaOptions, Map<String, String> settings) {
  /** As a user has it, but for a heap of a size that is the same on every machine. */
  public static Program asShipped(Path jar) {
    return new Program(jar, List.of("-Xmx1g"), Map.of());
  }

  /** The process of a verb, not started yet; no setting of ours gets into it. */
  ProcessBuilder of(String... verb) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
    command.addAll(List.of(verb));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(key -> key.startsWith("PANTAU_"));
    builder.environment().putAll(settings);
    return builder;
  }
}
