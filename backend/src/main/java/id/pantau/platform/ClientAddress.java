package id.pantau.platform;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who asks. Anyone can write any address into a header, so it is read only where a proxy that the
 * configuration trusts sent it, and from its end: each proxy appends whom it heard, and the last
 * that no trusted proxy is, is the client.
 */
final class ClientAddress {
  private static final Logger LOG = LoggerFactory.getLogger(ClientAddress.class);
  private static final String FOR = "for=";
  private static final String PLAIN = "X-Forwarded-For";
  private static final String STANDARD = "Forwarded";
  private static final byte[] NOBODY = new byte[4];

  private final Networks proxies;
  private final String header;
  private final AtomicBoolean warned = new AtomicBoolean();

  ClientAddress(Networks proxies, String header) {
    this.proxies = proxies;
    this.header = header;
  }

  /** True for the two headers that are understood. */
  static boolean knows(String header) {
    return header.equalsIgnoreCase(PLAIN) || header.equalsIgnoreCase(STANDARD);
  }

  /** The address at the other end of the connection; 0.0.0.0 where there is none. */
  static byte[] peer(HttpServerRequest request) {
    var remote = request.remoteAddress();
    byte[] address = remote == null ? null : Networks.address(remote.hostAddress());
    return address == null ? NOBODY : address;
  }

  /** True where the peer is a trusted proxy: then a cache may stand between. */
  boolean isProxy(byte[] peer) {
    return proxies.contains(peer);
  }

  /** The client behind a peer. */
  byte[] of(byte[] peer, MultiMap headers) {
    if (!isProxy(peer)) {
      warn(headers);
      return peer;
    }
    byte[] last = peer;
    List<String> lines = headers.getAll(header);
    for (int l = lines.size() - 1; l >= 0; l--) {
      String[] hops = lines.get(l).split(",");
      for (int h = hops.length - 1; h >= 0; h--) {
        byte[] hop = Networks.address(host(hops[h].strip()));
        if (hop == null) {
          return last;
        }
        last = hop;
        if (!proxies.contains(hop)) {
          return last;
        }
      }
    }
    return last;
  }

  /** The host of a hop, without its port and what else is said of it. */
  private @Nullable String host(String hop) {
    String node = header.equalsIgnoreCase(STANDARD) ? node(hop) : hop;
    if (node == null) {
      return null;
    }
    if (node.startsWith("[")) {
      int end = node.indexOf(']');
      return end < 0 ? null : node.substring(1, end);
    }
    int colon = node.indexOf(':');
    return colon >= 0 && colon == node.lastIndexOf(':') ? node.substring(0, colon) : node;
  }

  /** The node of {@code for=} in an element of RFC 7239. */
  private static @Nullable String node(String element) {
    for (String pair : element.split(";")) {
      String text = pair.strip();
      if (text.regionMatches(true, 0, FOR, 0, FOR.length())) {
        String value = text.substring(FOR.length());
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
      }
    }
    return null;
  }

  /** A front that nobody named makes one address of all its clients: it is said once. */
  private void warn(MultiMap headers) {
    if (headers.contains(header) && !warned.get() && warned.compareAndSet(false, true)) {
      LOG.warn(
          "a peer that is not in reading.trustedProxies sends {}: all clients behind it have one"
              + " quota together, or none where reading.unlimited names it",
          header);
    }
  }
}
