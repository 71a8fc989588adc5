package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.count.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node's own Redis: real processes, killed, stopped and left behind. */
final class OwnRedisIT {
  @TempDir private Path data = Path.of("");

  private final List<Long> leftBehind = new ArrayList<>();

  @AfterEach
  void endWhatAFailedTestLeft() {
    leftBehind.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
  }

  @Test
  void start_withoutThePassword_nothingIsAnswered() throws IOException {
    try (OwnRedis own = OwnRedis.start(data, 64)) {
      assertEquals("-NOAUTH Authentication required.", ask(own.uri(), "GET x", false));
      assertEquals("+OK", ask(own.uri(), "SET x 1", true));
      assertEquals("127.0.0.1", URI.create(own.uri()).getHost());
      for (String file : new String[] {"own.properties", "redis.conf"}) {
        assertEquals(
            "rw-------",
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("redis").resolve(file))));
      }
    }
  }

  @Test
  void close_endsTheProcessAndKeepsTheData() throws IOException {
    long pid;
    try (OwnRedis own = OwnRedis.start(data, 64)) {
      pid = own.pid();
      assertEquals("+OK", ask(own.uri(), "SET x 1", true));
    }
    assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    try (OwnRedis own = OwnRedis.start(data, 64)) {
      assertEquals("$1 1", ask(own.uri(), "GET x", true));
    }
  }

  @Test
  void killed_isStartedAgainOnTheSameAddressWithItsData() throws IOException {
    try (OwnRedis own = OwnRedis.start(data, 64)) {
      String uri = own.uri();
      long pid = own.pid();
      assertEquals("+OK", ask(uri, "SET x 1", true));
      // What appendfsync has not written yet may go: that is what journals are for.
      assertEquals("+OK", ask(uri, "CONFIG SET appendfsync always", true));
      assertEquals("+OK", ask(uri, "SET y 2", true));
      kill(pid, "-KILL");
      Waiting.until("another process answers", () -> own.pid() != pid && answers(own));
      assertEquals(uri, own.uri());
      assertEquals("$1 2", ask(uri, "GET y", true));
    }
  }

  @Test
  void start_afterTheNodeWasKilled_takesOverTheRedisThatSurvived() throws Exception {
    Child child = Child.start(data);
    leftBehind.add(child.redisPid);
    child.process.destroyForcibly().waitFor();
    try (OwnRedis own = OwnRedis.start(data, 64)) {
      assertEquals(child.redisPid, own.pid());
      assertEquals(child.uri, own.uri());
    }
    assertFalse(ProcessHandle.of(child.redisPid).map(ProcessHandle::isAlive).orElse(false));
  }

  /** Two servers on one append-only file would destroy it. */
  @Test
  void start_survivorStandsStill_waitsForItAndStartsNoSecond() throws Exception {
    Child child = Child.start(data);
    leftBehind.add(child.redisPid);
    child.process.destroyForcibly().waitFor();
    kill(child.redisPid, "-STOP");
    CompletableFuture<OwnRedis> starting =
        CompletableFuture.supplyAsync(() -> OwnRedis.start(data, 64));
    Waiting.until("it was asked and did not answer in time", () -> givenUp(child.uri) > 0);
    kill(child.redisPid, "-CONT");
    try (OwnRedis own = starting.get(90, TimeUnit.SECONDS)) {
      assertEquals(child.redisPid, own.pid());
    }
  }

  @Test
  void start_survivorIsGoneAndItsPortTaken_takesAnother() throws Exception {
    String uri;
    try (OwnRedis own = OwnRedis.start(data, 64)) {
      uri = own.uri();
    }
    try (var squatter =
            new java.net.ServerSocket(
                URI.create(uri).getPort(), 1, InetAddress.getLoopbackAddress());
        OwnRedis own = OwnRedis.start(data, 64)) {
      assertTrue(squatter.isBound());
      assertNotEquals(uri, own.uri());
      assertTrue(answers(own));
    }
  }

  /** A process of its own with a Redis of its own. */
  private record Child(Process process, long redisPid, String uri) {
    static Child start(Path data) throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  OwnRedisChild.class.getName(),
                  data.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String line =
          new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      String[] said = line.split(" ", 2);
      return new Child(process, Long.parseLong(said[0]), said[1]);
    }
  }

  private static boolean answers(OwnRedis own) {
    try {
      return ask(own.uri(), "PING", true).equals("+PONG");
    } catch (IOException e) {
      return false;
    }
  }

  private static String ask(String uri, String command, boolean withPassword) throws IOException {
    URI at = URI.create(uri);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), at.getPort())) {
      socket.setSoTimeout(20_000);
      String auth = "AUTH " + at.getUserInfo().substring(1) + "\r\n";
      String text = (withPassword ? auth : "") + command + "\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      if (withPassword) {
        assertEquals("+OK", in.readLine());
      }
      String line = String.valueOf(in.readLine());
      return line.startsWith("$") && !line.equals("$-1") ? line + " " + in.readLine() : line;
    }
  }

  /** Connections to its port that the other side has closed and nobody here has looked at. */
  private static long givenUp(String uri) {
    String port = String.format(":%04X", URI.create(uri).getPort());
    try (Stream<String> lines = Files.lines(Path.of("/proc/net/tcp"))) {
      return lines
          .map(line -> line.strip().split("\\s+"))
          .filter(f -> f.length > 3 && f[1].endsWith(port) && f[3].equals("08"))
          .count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void kill(long pid, String signal) throws IOException {
    Process kill = new ProcessBuilder("kill", signal, Long.toString(pid)).start();
    try {
      assertEquals(0, kill.waitFor());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
