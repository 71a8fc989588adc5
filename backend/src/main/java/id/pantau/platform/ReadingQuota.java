package id.pantau.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How much one address may read in a window of time; wire-protocol.md §8. It stands before every
 * address that programs read; not before the pages and their files, the live channel (which has
 * seats), nor the intake (which knows its senders). One for all event loops of the node, and each
 * node counts for itself.
 */
public final class ReadingQuota implements WebMount, Handler<RoutingContext> {
  private static final String NAME = "\"reading\"";
  private static final String FORMS = "/api/v1/forms";
  private static final List<String> COUNTED =
      List.of(
          "/api/",
          "/photos/",
          "/feed/",
          "/card/",
          "/data",
          "/embed/",
          "/oembed",
          "/wilayah/",
          "/pemilu/",
          "/pilkada/",
          "/lite/",
          "/sitemap/",
          "/openapi.json",
          "/asyncapi.json");

  private final ClientAddress clients;
  private final Networks unlimited;
  private final Bandwidth bandwidth;
  private final TimeMeter time;
  private final Cache<Long, Bucket> buckets;
  private final Counter refused;
  private final String policy;
  private final Buffer problem;

  /**
   * @param settings with at least one request in a window
   */
  public ReadingQuota(Settings.Reading settings, MeterRegistry registry) {
    this(settings, registry, System::nanoTime);
  }

  ReadingQuota(Settings.Reading settings, MeterRegistry registry, LongSupplier nanoTime) {
    int requests = settings.requestsMax();
    int seconds = settings.windowSeconds();
    this.clients = new ClientAddress(settings.proxies(), settings.proxyHeader());
    this.unlimited = settings.exempt();
    this.bandwidth =
        Bandwidth.builder()
            .capacity(requests)
            .refillIntervally(requests, Duration.ofSeconds(seconds))
            .build();
    this.time = new Nanos(nanoTime);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(settings.addressesMax())
            .expireAfterAccess(Duration.ofSeconds(seconds))
            .ticker(nanoTime::getAsLong)
            .executor(Runnable::run)
            .build();
    this.policy = NAME + ";q=" + requests + ";w=" + seconds;
    this.problem =
        new Problem(
                429,
                "quota-exceeded",
                "one address may ask "
                    + requests
                    + " times in "
                    + seconds
                    + " s; Retry-After says when it may again")
            .json();
    this.refused =
        Counter.builder("pantau.reading.refused")
            .description("requests refused because their address had used up its quota")
            .register(registry);
    Gauge.builder("pantau.reading.addresses", buckets, Cache::estimatedSize)
        .description("addresses whose quota is kept in mind")
        .register(registry);
  }

  /** Time as bucket4j asks for it. */
  private record Nanos(LongSupplier source) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return source.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  /** To be mounted before the rooms. */
  @Override
  public void mount(WebDoor door) {
    door.router().route().handler(this);
  }

  @Override
  public void handle(RoutingContext context) {
    if (isCounted(context.request().path())) {
      byte[] peer = ClientAddress.peer(context.request());
      byte[] client = clients.of(peer, context.request().headers());
      if (!unlimited.contains(client)) {
        take(context, client, clients.isProxy(peer));
        return;
      }
    }
    context.next();
  }

  static boolean isCounted(@Nullable String path) {
    if (path == null || path.equals(FORMS)) {
      return false;
    }
    for (String start : COUNTED) {
      if (path.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  private void take(RoutingContext context, byte[] client, boolean isProxied) {
    Bucket bucket = buckets.get(Networks.subscriber(client), k -> bucket());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    HttpServerResponse response = context.response();
    response.putHeader("RateLimit-Policy", policy);
    if (probe.isConsumed()) {
      // What a proxy keeps it gives to others too, and what is left is this client's alone.
      if (!isProxied) {
        response.putHeader("RateLimit", left(probe));
      }
      context.next();
      return;
    }
    refused.increment();
    response
        .setStatusCode(429)
        .putHeader("RateLimit", left(probe))
        .putHeader("Retry-After", Long.toString(seconds(probe)))
        .putHeader("Access-Control-Allow-Origin", "*")
        .putHeader("Access-Control-Expose-Headers", "RateLimit, RateLimit-Policy, Retry-After")
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .end(problem);
  }

  private Bucket bucket() {
    return Bucket.builder().addLimit(bandwidth).withCustomTimePrecision(time).build();
  }

  private static String left(ConsumptionProbe probe) {
    return NAME + ";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe);
  }

  /** Until the window ends, rounded up. */
  private static long seconds(ConsumptionProbe probe) {
    long second = TimeUnit.SECONDS.toNanos(1);
    return (probe.getNanosToWaitForReset() + second - 1) / second;
  }
}
