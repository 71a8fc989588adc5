package id.pantau.intake;

import id.pantau.platform.Acts;
import id.pantau.platform.Submitters;
import id.pantau.platform.WatchedFile;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that this node honours, in memory, and the file behind them. One for a node; safe on all
 * threads.
 *
 * <p>A key is looked up by its SHA-256 in a plain map. That needs no constant-time comparison: how
 * long the look-up takes depends on the hash, and who does not hold a key cannot steer the hash of
 * a guess towards a stored one, so its time tells nothing of the key.
 */
public final class Keys {
  private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
  private static final String SCHEME = "bearer ";
  private static final int KEY_CHARS_MAX = 128;

  private final KeyFile file;
  private final WatchedFile watched;
  private final SubmitterTallies tallies = new SubmitterTallies();
  private final Object turn = new Object();
  private List<KeyEntry> inFile = List.of();
  private GrantedKeys granted = GrantedKeys.NONE;
  private volatile List<KeyEntry> entries = List.of();
  private volatile Map<String, Submitter> byHash = Map.of();

  /** Reads the file once, blocking. A broken file honours no key and says so in the log. */
  public Keys(KeyFile file) {
    this.file = file;
    this.watched = file.watched(this::read);
    watched.look();
  }

  /**
   * Looks for a new file every so often, on a worker.
   *
   * @return ends the watch
   */
  public Runnable watch(Vertx vertx, int everyMillis) {
    return watched.watch(vertx, everyMillis);
  }

  /**
   * Honours what acts say of keys from the moment they are heard, and writes it into the file, so
   * that it holds when this node starts without Redis.
   */
  public void follow(Vertx vertx, Acts acts) {
    acts.watchSubmitters(
        heard -> {
          GrantedKeys now = new GrantedKeys(heard);
          synchronized (turn) {
            granted = now;
            try {
              join();
            } catch (IOException e) {
              LOG.error("the keys stay as they were: {}", e.getMessage());
            }
          }
          vertx
              .executeBlocking(
                  () -> {
                    file.settle(now);
                    return true;
                  })
              .onFailure(e -> LOG.error("keys.json does not hold the acts of submitters", e));
        });
  }

  /** The keys for those who oversee them. */
  public Submitters submitters() {
    return new KeySubmitters(this);
  }

  /** Everyone who has or had a key. */
  List<KeyEntry> entries() {
    return entries;
  }

  SubmitterTallies tallies() {
    return tallies;
  }

  private void join() throws IOException {
    List<KeyEntry> joined = List.copyOf(granted.over(inFile));
    byHash = KeyFile.index(joined);
    entries = joined;
  }

  /** True where no key is known: a node that listens beyond loopback refuses to start like that. */
  public boolean isEmpty() {
    return byHash.isEmpty();
  }

  /**
   * Who speaks, by the value of an {@code Authorization} header; null where it is missing, of
   * another scheme, or no key of ours.
   */
  @Nullable Submitter find(@Nullable String authorization) {
    if (authorization == null
        || authorization.length() > SCHEME.length() + KEY_CHARS_MAX
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    return byHash.get(hash(authorization.substring(SCHEME.length()).strip()));
  }

  /** Reads the file if it changed; a broken one leaves the keys as they were, told once. */
  void reload() {
    watched.look();
  }

  private void read() throws IOException {
    List<KeyEntry> read = file.read();
    synchronized (turn) {
      inFile = read;
      join();
    }
    LOG.info("keys of {} submitters are honoured", byHash.size());
  }

  /** SHA-256 of a key's text, hex. */
  static String hash(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
