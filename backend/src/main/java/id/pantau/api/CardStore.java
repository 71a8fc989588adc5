package id.pantau.api;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pantau.api.card.CardDrawing;
import id.pantau.platform.Body;
import id.pantau.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The cards that were drawn, by what they show, and the queue of those to draw. A card is drawn
 * once however many ask for it; cards take one core at most, so that a crowd at other addresses
 * never stands behind them.
 */
final class CardStore {
  private final AsyncCache<Key, Card> cards;
  private final int queueMax;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * A drawn card.
   *
   * @param etag names exactly these bytes
   */
  record Card(Buffer png, String etag) {
    static Card of(byte[] png) {
      return new Card(Buffer.buffer(png), '"' + Document.digest(png) + '"');
    }
  }

  /** What a card depends on; the digest is over contest, area, instant and numbers. */
  private record Key(String digest, String language, String address) {
    int bytes() {
      return digest.length() + language.length() + address.length();
    }
  }

  /** As many cards wait as may. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Full() {
      super("too many cards wait to be drawn", null, false, false);
    }
  }

  CardStore(Settings.Card settings) {
    queueMax = settings.queueMax();
    cards =
        Caffeine.newBuilder()
            .maximumWeight(settings.cacheBytesMax())
            .weigher((Key key, Card card) -> key.bytes() + card.png().length())
            .buildAsync();
  }

  /**
   * The card of a results body; completes on the caller's context, and fails with {@link Full}.
   *
   * @param worker draws, one at a time
   * @param address scheme and host of the site
   */
  Future<Card> card(
      Vertx vertx,
      WorkerExecutor worker,
      CardDrawing drawing,
      Body body,
      String language,
      String address) {
    Key key = new Key(body.digest(), language, address);
    CompletableFuture<Card> coming =
        cards.get(
            key,
            (k, executor) ->
                queued(worker, () -> drawing.png(body.json().getBytes(), language, address))
                    .toCompletionStage()
                    .toCompletableFuture());
    return Future.fromCompletionStage(coming, vertx.getOrCreateContext());
  }

  private Future<Card> queued(WorkerExecutor worker, java.util.concurrent.Callable<byte[]> draw) {
    if (waiting.incrementAndGet() > queueMax) {
      waiting.decrementAndGet();
      return Future.failedFuture(new Full());
    }
    return worker
        .executeBlocking(() -> Card.of(draw.call()), false)
        .onComplete(done -> waiting.decrementAndGet());
  }
}
