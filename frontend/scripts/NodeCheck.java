import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Says in one sentence what is missing of Node and npm, before Maven starts either of them. It is
 * Java because a build without Node can run nothing else, and the plugin's own message names a
 * system call.
 */
final class NodeCheck {
  private static final int MAJOR_MIN = 20;
  private static final int MINOR_MIN = 19;

  public static void main(String[] args) {
    boolean windows = File.separatorChar == '\\';
    String node = version("node");
    if (node == null) {
      fail("Node.js was not found on the PATH");
    }
    int[] parts =
        Arrays.stream(node.replaceFirst("^v", "").split("\\D")).limit(2).mapToInt(Integer::parseInt).toArray();
    if (parts[0] < MAJOR_MIN || (parts[0] == MAJOR_MIN && parts[1] < MINOR_MIN)) {
      fail("Node.js " + node + " is too old");
    }
    if (version(windows ? "npm.cmd" : "npm") == null) {
      fail("npm was not found on the PATH");
    }
  }

  /** What {@code program --version} prints, or null where it does not start or fails. */
  private static String version(String program) {
    try {
      Process process = new ProcessBuilder(program, "--version").start();
      String out =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? out : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static void fail(String what) {
    System.err.println(
        "The frontend cannot be built: " + what + ". It needs Node.js "
            + MAJOR_MIN + "." + MINOR_MIN + " or newer with npm (https://nodejs.org).");
    System.exit(1);
  }
}
