package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rehearse}: a node that starts and ends, and the class data that Java made of one. */
final class RehearseIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void rehearse_besideANodeWithItsRedisAndPort_touchesNeitherAndLeavesNothing() throws Exception {
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> environment =
          Map.of(
              "PANTAU_NODE_PORT",
              String.valueOf(taken.getLocalPort()),
              "PANTAU_REDIS_URI",
              "redis://127.0.0.1:1",
              "JDK_JAVA_OPTIONS",
              "-Djava.io.tmpdir=" + scratch);
      Process process =
          Jar.start(folder, "rehearse", new Jar.Limits(512, 0), environment, List.of("rehearse"));
      assertTrue(process.waitFor(4, TimeUnit.MINUTES), "it does not end");
      String out = Files.readString(folder.resolve("rehearse.out"));
      String err = Files.readString(folder.resolve("rehearse.err"));
      assertEquals(0, process.exitValue(), out + err);
      assertTrue(out.contains("a node was ready"), out);
    }
    try (Stream<Path> left = Files.list(scratch)) {
      assertEquals(List.of(), left.filter(f -> f.toString().contains("pantau-rehearsal")).toList());
    }
  }

  @Test
  void rehearse_withAConfigurationThatIsNotThere_saysSoInOneSentence() throws Exception {
    Verb.Ended ended =
        Verb.run(folder, "rehearse", "--config", folder.resolve("none.yaml").toString());
    assertEquals(1, ended.exit(), ended::toString);
    assertTrue(ended.err().contains("none.yaml"), ended::toString);
    assertEquals(1, ended.err().strip().lines().count(), ended::toString);
  }

  /** With {@code -Xshare:on} a JVM that cannot use the class data does not start. */
  @Test
  void classData_thatTheBuildMadeByARehearsal_isUsedByTheJar() throws Exception {
    assumeFalse(
        System.getProperty("java.vm.name").contains("OpenJ9"), "OpenJ9 keeps class data elsewhere");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:on",
                "-XX:SharedArchiveFile=" + Jar.CLASS_DATA,
                "-Xlog:class+load:file=" + folder.resolve("loaded"),
                "-jar",
                Jar.FILE.toString(),
                "--version")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("version").toFile())
            .start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it does not end");
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("version")));
    try (Stream<String> loaded = Files.lines(folder.resolve("loaded"))) {
      assertTrue(
          loaded.anyMatch(
              line -> line.contains("id.pantau.Main source: shared objects file (top)")),
          "Main was read from the jar");
    }
  }
}
