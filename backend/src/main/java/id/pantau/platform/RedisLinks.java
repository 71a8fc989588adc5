package id.pantau.platform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Who works on all provinces has its connections here: one for all on a single Redis, one a
 * province on a Redis Cluster, where each is of another slot and may move by itself. To be used
 * from the context that made it.
 */
public final class RedisLinks {
  private final Map<String, RedisLink> byProvince = new LinkedHashMap<>();
  private final Set<RedisLink> all = new LinkedHashSet<>();

  /**
   * @param provinces at least one
   * @param name for the log
   * @param prepare as in {@link RedisLink}
   */
  public RedisLinks(
      Vertx vertx,
      Settings.Redis settings,
      RedisKeys keys,
      Collection<String> provinces,
      String name,
      Function<RedisLink, Future<Void>> prepare) {
    for (String province : provinces) {
      if (all.isEmpty() || settings.isCluster()) {
        String called = settings.isCluster() ? name + " " + province : name;
        all.add(new RedisLink(vertx, settings, keys.position(province), called, prepare));
      }
      byProvince.put(province, newest());
    }
  }

  private RedisLink newest() {
    RedisLink last = null;
    for (RedisLink each : all) {
      last = each;
    }
    return Objects.requireNonNull(last);
  }

  /** Runs each time one of them is up. */
  public RedisLinks onUp(Consumer<RedisLink> handler) {
    all.forEach(link -> link.onUp(() -> handler.accept(link)));
    return this;
  }

  /** Runs each time a connection of one of them ends, one that was not yet prepared included. */
  public RedisLinks onDown(Consumer<RedisLink> handler) {
    all.forEach(link -> link.onDown(() -> handler.accept(link)));
    return this;
  }

  /** Begins to connect, and never stops until {@link #close}. */
  public void start() {
    all.forEach(RedisLink::start);
  }

  /** The connection for a province's keys. */
  public RedisLink of(String province) {
    return Objects.requireNonNull(byProvince.get(province), province);
  }

  /** Each connection once. */
  public Collection<RedisLink> all() {
    return all;
  }

  public boolean allUp() {
    return all.stream().allMatch(RedisLink::isUp);
  }

  /** Ends them for good. */
  public Future<Void> close() {
    return Future.join(all.stream().map(RedisLink::close).toList()).mapEmpty();
  }
}
