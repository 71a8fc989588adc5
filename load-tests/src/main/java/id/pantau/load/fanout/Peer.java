package id.pantau.load.fanout;

import id.pantau.load.viewer.Dialect;
import java.util.List;

/** A server that gives one text to everybody. {@code load-tests/peers/install.sh} brings them. */
public enum Peer {
  /** Ours: the live stage as shipped. */
  HUB(Dialect.PANTAU, "/live"),

  /** Ours, four times a second at most, as the board hands states on. */
  HUB_TICK(Dialect.PANTAU, "/live"),

  /** Ours of another jar, with the same class that posts. */
  HUB_BEFORE(Dialect.PANTAU, "/live"),

  /** Ours by another JVM. */
  HUB_JAVA(Dialect.PANTAU, "/live"),

  /** What Linux takes for it: epoll, one write a socket, on as many threads as we have loops. */
  FLOOR(Dialect.PLAIN, "/live"),

  /** The same with a thousand writes in a call. */
  FLOOR_URING(Dialect.PLAIN, "/live"),
  NCHAN(Dialect.PLAIN, "/live"),
  WS_ENCODED(Dialect.PLAIN, "/"),
  WS(Dialect.PLAIN, "/"),
  SOCKET_IO(Dialect.SOCKET_IO, "/socket.io/?EIO=4&transport=websocket"),
  NATS(Dialect.NATS, "/");

  private final Dialect dialect;
  private final String path;

  Peer(Dialect dialect, String path) {
    this.dialect = dialect;
    this.path = path;
  }

  Dialect dialect() {
    return dialect;
  }

  String path() {
    return path;
  }

  /** True where it is a JVM of ours, which knows topics. */
  public boolean isOurs() {
    return this == HUB || this == HUB_BEFORE || this == HUB_TICK || this == HUB_JAVA;
  }

  /** True where states are published over NATS' own protocol, on another port. */
  boolean hasOwnProtocol() {
    return this == NATS;
  }

  /** The command that serves on a port. */
  List<String> command(Setting setting, int port, int publishPort) {
    String root = setting.peers().toString();
    return switch (this) {
      case HUB -> setting.java("id.pantau.load.HubServer", "--port", "" + port);
      case HUB_BEFORE -> setting.javaBefore("id.pantau.load.HubServer", "--port", "" + port);
      case HUB_JAVA -> setting.javaOther("id.pantau.load.HubServer", "--port", "" + port);
      case HUB_TICK ->
          setting.java("id.pantau.load.HubServer", "--port", "" + port, "--tick-millis", "250");
      case FLOOR, FLOOR_URING ->
          List.of(root + "/" + called(), "" + port, "" + setting.loops(), setting.accept());
      case NCHAN ->
          List.of(
              root + "/root/usr/sbin/nginx",
              "-p",
              setting.folder(this).toString(),
              "-c",
              setting.filled(this, "nchan.conf", port, publishPort).toString());
      case WS_ENCODED -> List.of("node", root + "/node/ws.mjs", "" + port, "encoded");
      case WS -> List.of("node", root + "/node/ws.mjs", "" + port, "plain");
      case SOCKET_IO -> List.of("node", root + "/node/socket-io.mjs", "" + port);
      case NATS ->
          List.of(
              root + "/root/usr/sbin/nats-server",
              "-c",
              setting.filled(this, "nats.conf", port, publishPort).toString());
    };
  }

  /** As it is called on the command line and in results. */
  public String called() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
