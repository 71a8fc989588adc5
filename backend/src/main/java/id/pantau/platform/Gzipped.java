package id.pantau.platform;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;

/**
 * The compressed form of bodies, by digest: a body is compressed once, on a worker, however many
 * ask for it. A digest names one content for ever, so nothing here is ever out of date; old ones
 * are pushed out when the bytes reach their limit.
 */
public final class Gzipped {
  /** Below this the header of gzip and the work are not worth it. */
  public static final int BODY_BYTES_MIN = 1024;

  private static final long CACHE_BYTES_MAX = 32L * 1024 * 1024;
  private final AsyncCache<String, Buffer> byDigest =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES_MAX)
          .weigher((String digest, Buffer body) -> digest.length() + body.length())
          .buildAsync();

  /** The compressed form; completes on the caller's context. */
  public Future<Buffer> of(Vertx vertx, String digest, Buffer body) {
    CompletableFuture<Buffer> ready = byDigest.getIfPresent(digest);
    if (ready != null && ready.isDone() && !ready.isCompletedExceptionally()) {
      return Future.succeededFuture(ready.join());
    }
    CompletableFuture<Buffer> coming =
        byDigest.get(
            digest,
            (key, executor) ->
                vertx
                    .executeBlocking(() -> compress(body), false)
                    .toCompletionStage()
                    .toCompletableFuture());
    return Future.fromCompletionStage(coming, vertx.getOrCreateContext());
  }

  /** The gzip form of some bytes. */
  public static Buffer compress(Buffer body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length() / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(body.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(out.toByteArray());
  }
}
