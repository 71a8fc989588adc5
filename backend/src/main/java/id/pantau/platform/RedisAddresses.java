package id.pantau.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a Redis Cluster is found: the addresses of some of its servers, tried in turn, and any
 * other that one of them names. All have the same scheme and password.
 */
final class RedisAddresses {
  private static final Pattern CLUSTER =
      Pattern.compile("(rediss?)-cluster://((?:[^/@,]*@)?)([^/@]+)/?");

  /** An answer that names the server which has the key. */
  private static final Pattern MOVED = Pattern.compile("MOVED \\d+ (\\S*):(\\d+)");

  private final String before;
  private final List<String> seeds = new ArrayList<>();
  private int seed;
  private String now;

  /** Of a cluster's {@code redis.uri}. */
  RedisAddresses(String uri) {
    Matcher parts = CLUSTER.matcher(uri);
    if (!parts.matches()) {
      throw new Refused(
          "redis.uri of a Redis Cluster is redis-cluster://[user:password@]host:port,host:port,…"
              + " without a database number");
    }
    this.before = parts.group(1) + "://" + parts.group(2);
    for (String each : parts.group(3).split(",", -1)) {
      if (!each.matches("(\\[[^\\]]+]|[^:\\[\\]]+):\\d{1,5}")) {
        throw new Refused("redis.uri: " + each + " is no host:port");
      }
      seeds.add(each);
    }
    this.now = seeds.get(0);
  }

  static boolean isCluster(String uri) {
    return uri.startsWith("redis-cluster:") || uri.startsWith("rediss-cluster:");
  }

  /** Refuses a cluster's address that cannot be one. */
  static void check(String uri) {
    if (isCluster(uri)) {
      new RedisAddresses(uri).next();
    }
  }

  /** True for an answer that says: another server has this slot. Nothing was done. */
  static boolean isMoved(String said) {
    return MOVED.matcher(said).matches();
  }

  /** The address to connect to, as the client takes it. */
  String uri() {
    return before + now;
  }

  /** Goes where a server says; one that leaves out its own host means the host that was asked. */
  void follow(String moved) {
    Matcher parts = MOVED.matcher(moved);
    if (!parts.matches()) {
      throw new IllegalArgumentException(moved);
    }
    String host = parts.group(1);
    if (host.isEmpty()) {
      host = now.substring(0, now.lastIndexOf(':'));
    } else if (host.indexOf(':') >= 0 && host.charAt(0) != '[') {
      host = "[" + host + "]";
    }
    now = host + ":" + parts.group(2);
  }

  /** That one did not help: the next of those that are configured. */
  void next() {
    seed = (seed + 1) % seeds.size();
    now = seeds.get(seed);
  }
}
