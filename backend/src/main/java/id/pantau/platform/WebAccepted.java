package id.pantau.platform;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.spi.metrics.TCPMetrics;

/** What every port does with a connection that it has just accepted, before anything is read. */
final class WebAccepted {
  private WebAccepted() {}

  static void prepare(HttpConnection connection, HttpServerOptions options) {
    WebHeadDecoder.install(connection, options);
    count(connection);
  }

  /**
   * Vert.x binds a port first and makes the port's meters in a listener that it adds afterwards,
   * from another thread. A connection that is accepted between the two is not counted, and its
   * first request fails on that without an answer: the client waits until the connection has been
   * idle for too long. A busy start makes the gap wide, and viewers who come back to a node are
   * there as soon as its port is. Counted here, theirs is a connection like any other.
   */
  private static void count(HttpConnection connection) {
    ConnectionBase base = (ConnectionBase) connection;
    if (base.metric() == null && base.metrics() instanceof TCPMetrics<?> meters) {
      base.metric(meters.connected(base.remoteAddress(), base.remoteName()));
    }
  }
}
