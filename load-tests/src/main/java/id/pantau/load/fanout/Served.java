package id.pantau.load.fanout;

import id.pantau.load.ProcessUse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** A running server, and what its processes use. */
final class Served implements AutoCloseable {
  private static final int START_MILLIS = 30_000;
  private static final int STEP_MILLIS = 50;
  private static final int STOP_SECONDS = 10;

  private final Peer peer;
  private final Process process;
  private final int port;
  private final Publisher publisher;

  private Served(Peer peer, Process process, int port, Publisher publisher) {
    this.peer = peer;
    this.process = process;
    this.port = port;
    this.publisher = publisher;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @throws IOException where it does not; its log is in its folder
   */
  static Served start(Peer peer, Setting setting) throws IOException, InterruptedException {
    int port = freePort();
    int publishPort = peer.hasOwnProtocol() ? freePort() : port;
    Process process =
        new ProcessBuilder(peer.command(setting, port, publishPort))
            .redirectErrorStream(true)
            .redirectOutput(setting.folder(peer).resolve("log").toFile())
            .start();
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
    while (!listens(port) || !listens(publishPort)) {
      if (!process.isAlive() || System.nanoTime() > until) {
        process.destroyForcibly();
        throw new IOException(peer.called() + " does not listen; see " + setting.folder(peer));
      }
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
    }
    return new Served(peer, process, port, new Publisher(peer, publishPort));
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), STEP_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  Peer peer() {
    return peer;
  }

  Publisher publisher() {
    return publisher;
  }

  URI viewed() {
    return URI.create("ws://127.0.0.1:" + port + peer.path());
  }

  /** Of the process and its workers. */
  ProcessUse use() {
    double cpuSeconds = 0;
    long residentBytes = 0;
    for (long pid : (Iterable<Long>) pids()::iterator) {
      ProcessUse one = ProcessUse.of(pid);
      cpuSeconds += one.cpuSeconds();
      residentBytes += one.residentBytes();
    }
    return new ProcessUse(cpuSeconds, residentBytes);
  }

  private java.util.stream.Stream<Long> pids() {
    return java.util.stream.Stream.concat(
        java.util.stream.Stream.of(process.pid()),
        process.descendants().filter(ProcessHandle::isAlive).map(ProcessHandle::pid));
  }

  /** Asks a JVM for a full collection, so that what it holds is what it needs; others pass. */
  void collect() throws IOException, InterruptedException {
    if (peer.isOurs()) {
      new ProcessBuilder("jcmd", "" + process.pid(), "GC.run")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
  }

  @Override
  public void close() throws IOException {
    publisher.close();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
