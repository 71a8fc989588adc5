package id.pantau.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Redis of the node's own, on loopback with a random password, appendonly on, under the data
 * folder. Restarted where it dies; one that survived its node is taken over. Blocking: to be used
 * off the event loops.
 */
public final class OwnRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OwnRedis.class);
  private static final int START_SECONDS = 60;

  private final Path folder;
  private final int memoryMaxMegabytes;
  private final Path binary;
  private int port;
  private String password = "";
  private volatile @Nullable ProcessHandle process;
  private volatile boolean closed;

  private OwnRedis(Path folder, int memoryMaxMegabytes, Path binary) {
    this.folder = folder;
    this.memoryMaxMegabytes = memoryMaxMegabytes;
    this.binary = binary;
  }

  /**
   * Starts it, or takes over the one that runs there.
   *
   * @param data the node's data folder
   * @throws Refused where no Redis can be started; the sentence says why
   */
  public static OwnRedis start(Path data, int memoryMaxMegabytes) {
    try {
      Path folder = Files.createDirectories(data.resolve("redis")).toAbsolutePath();
      OwnRedis own = new OwnRedis(folder, memoryMaxMegabytes, RedisBinary.find(folder));
      own.launch();
      return own;
    } catch (IOException e) {
      throw new Refused("the node's own Redis cannot be started: " + e.getMessage());
    }
  }

  /** The address for {@code redis.uri}. */
  public String uri() {
    return "redis://:" + password + "@127.0.0.1:" + port;
  }

  /** Its process id; changes when it is restarted. */
  public long pid() {
    ProcessHandle now = process;
    return now == null ? -1 : now.pid();
  }

  private void launch() throws IOException {
    ProcessHandle survivor = survivor();
    if (survivor != null) {
      LOG.info("taking over the node's own Redis, process {}", survivor.pid());
      watch(survivor);
      return;
    }
    port = port == 0 ? freePort() : port;
    password = password.isEmpty() ? randomPassword() : password;
    Path conf = writeConf();
    Process started =
        new ProcessBuilder(binary.toString(), conf.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
    // Known at once: links are up before the first PING here has been answered.
    process = started.toHandle();
    remember(started.pid());
    awaitAnswer(started);
    watch(started.toHandle());
  }

  private void watch(ProcessHandle handle) {
    process = handle;
    handle.onExit().thenRunAsync(this::relaunch);
  }

  private void relaunch() {
    for (int wait = 100; !closed; wait = Math.min(5_000, wait * 2)) {
      LOG.warn("the node's own Redis has ended; starting it again");
      try {
        launch();
        endWhereClosed();
        return;
      } catch (IOException | Refused e) {
        LOG.error("it does not start: {}", e.getMessage());
        sleep(wait);
      }
    }
  }

  /** One that was started again while this was being closed would be left behind. */
  private void endWhereClosed() {
    ProcessHandle now = process;
    if (closed && now != null) {
      now.destroy();
    }
  }

  /** A Redis that outlived its node (kill -9), where it still answers with our password. */
  private @Nullable ProcessHandle survivor() throws IOException {
    Path state = folder.resolve("own.properties");
    if (port != 0 || !Files.exists(state)) {
      return null;
    }
    Properties known = new Properties();
    try (InputStream in = Files.newInputStream(state)) {
      known.load(in);
    }
    port = Integer.parseInt(known.getProperty("port"));
    password = known.getProperty("password");
    ProcessHandle handle = ProcessHandle.of(Long.parseLong(known.getProperty("pid"))).orElse(null);
    if (handle != null && isRedis(handle)) {
      awaitSurvivor(handle);
      if (handle.isAlive()) {
        return handle;
      }
    }
    if (!portIsFree()) {
      port = 0;
    }
    return null;
  }

  /** Waits while it loads or stands still: two servers would destroy its append-only file. */
  private void awaitSurvivor(ProcessHandle survivor) {
    for (int tenth = 0; tenth < START_SECONDS * 10 && survivor.isAlive(); tenth++) {
      if (answers()) {
        return;
      }
      sleep(100);
    }
    if (survivor.isAlive()) {
      throw new Refused(
          "the node's own Redis (process "
              + survivor.pid()
              + ") still runs but does not answer: end it, then start again");
    }
  }

  /**
   * Process numbers are used again: another program there is none of ours. The server's file may be
   * a link to one that goes by redis-check-rdb.
   */
  private static boolean isRedis(ProcessHandle process) {
    String file = Path.of(process.info().command().orElse("none")).getFileName().toString();
    return file.startsWith("redis-") || file.startsWith("valkey-");
  }

  private void remember(long pid) throws IOException {
    write(
        folder.resolve("own.properties"),
        "port=" + port + "\npassword=" + password + "\npid=" + pid + "\n");
  }

  private Path writeConf() throws IOException {
    Path conf = folder.resolve("redis.conf");
    String packed;
    try (InputStream in = OwnRedis.class.getResourceAsStream("/config/redis.conf")) {
      packed =
          new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    write(
        conf,
        packed
            + "bind 127.0.0.1\nport "
            + port
            + "\nrequirepass "
            + password
            + "\ndir \""
            + folder
            + "\"\nmaxmemory "
            + memoryMaxMegabytes
            + "mb\n");
    return conf;
  }

  /** The password is in it: nobody else may read it. */
  private static void write(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (UnsupportedOperationException noPosix) {
      Files.createFile(file);
    }
    Files.writeString(file, text);
  }

  private void awaitAnswer(Process started) throws IOException {
    for (int tenth = 0; tenth < START_SECONDS * 10; tenth++) {
      if (!started.isAlive()) {
        throw new Refused(
            "the node's own Redis ended at once (exit "
                + started.exitValue()
                + "); see "
                + folder.resolve("redis.log"));
      }
      if (answers()) {
        return;
      }
      sleep(100);
    }
    started.destroyForcibly();
    throw new Refused("the node's own Redis did not answer within " + START_SECONDS + " s");
  }

  /**
   * One PING with our password, by hand: no client exists yet. An error is an answer (with a full
   * disk even PING gets one), but not while it loads.
   */
  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(2_000);
      socket
          .getOutputStream()
          .write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes("+OK\r\n+PONG\r\n".length());
      String said = new String(answer, StandardCharsets.US_ASCII);
      return said.startsWith("+OK\r\n") && !said.startsWith("+OK\r\n-LOADIN");
    } catch (IOException e) {
      return false;
    }
  }

  private boolean portIsFree() {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static String randomPassword() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static void sleep(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it in order: Redis writes what it has and exits. */
  @Override
  public void close() {
    closed = true;
    ProcessHandle now = process;
    if (now == null) {
      return;
    }
    now.destroy();
    try {
      now.onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      now.destroyForcibly();
    }
  }
}
