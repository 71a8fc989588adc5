package id.pantau.load.viewer;

import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Where viewers connect to, and from where.
 *
 * @param path with its query
 * @param sources addresses 127.0.0.2… that viewers are spread over; 0 = the system chooses. One
 *     address has some 28,000 ports towards one server
 */
public record Target(String host, int port, String path, int sources, Dialect dialect) {
  private static final int VIEWERS_PER_SOURCE = 20_000;

  /** One of our nodes. */
  public static Target of(URI url, int viewers) {
    return of(url, viewers, Dialect.PANTAU);
  }

  /** Reads {@code ws://host:port/path}; spreads over as many loopback addresses as needed. */
  public static Target of(URI url, int viewers, Dialect dialect) {
    if (!"ws".equals(url.getScheme()) || url.getHost() == null || url.getPort() < 0) {
      throw new IllegalArgumentException(url + " is not ws://host:port/path");
    }
    boolean loopback = url.getHost().startsWith("127.") || url.getHost().equals("localhost");
    int needed = viewers > VIEWERS_PER_SOURCE ? (viewers - 1) / VIEWERS_PER_SOURCE + 1 : 0;
    if (needed > 0 && !loopback) {
      throw new IllegalArgumentException(
          "more than " + VIEWERS_PER_SOURCE + " viewers from one machine only reach loopback");
    }
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String path = url.getPath().isEmpty() ? "/" : url.getPath();
    return new Target(url.getHost(), url.getPort(), path + query, needed, dialect);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(host, port);
  }

  InetSocketAddress source(int viewer) {
    return new InetSocketAddress("127.0.0." + (2 + viewer % sources), 0);
  }
}
