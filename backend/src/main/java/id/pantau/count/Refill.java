package id.pantau.count;

import id.pantau.model.Election;
import id.pantau.platform.RedisLinks;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Redis that came back poorer what a journal has and its log lacks. The epoch rises first,
 * so every board reloads and no position ever means two things. To be made on the links' context.
 *
 * @param kept the hashes of all that the source has, by province, so that it need not be read where
 *     nothing is missing; null where nobody knows them
 * @param proofs which provinces need not be read at all; null where nothing is known
 * @param remember called when the epochs have risen and before anything is written in them:
 *     completes when they are known for good, and what was handed to the journal can be read
 * @param onSent gets numbers of forms as they are sent
 */
record Refill(
    Vertx vertx,
    Context context,
    Election election,
    CountFunction function,
    RedisLinks links,
    JournalSource source,
    @Nullable Journaled kept,
    @Nullable Proofs proofs,
    int batchFormsMax,
    Function<Collection<ProvincePosition>, Future<Void>> remember,
    LongConsumer onSent) {

  static Refill of(
      Vertx vertx,
      Election election,
      CountFunction function,
      RedisLinks links,
      JournalSource source,
      @Nullable Journaled kept,
      @Nullable Proofs proofs,
      int batchFormsMax,
      Function<Collection<ProvincePosition>, Future<Void>> remember,
      LongConsumer onSent) {
    Context context = Objects.requireNonNull(vertx.getOrCreateContext());
    return new Refill(
        vertx,
        context,
        election,
        function,
        links,
        source,
        kept,
        proofs,
        batchFormsMax,
        remember,
        onSent);
  }

  /**
   * Refills provinces. Repeating it changes nothing; one that failed half way is repeated whole. At
   * most one at a time on the same links.
   */
  Future<RefillReport> fill(Collection<ProvincePosition> provinces) {
    return new RefillRun(this, provinces).go();
  }

  /** A fill has succeeded: keeps what it proved. */
  void checked(Collection<ProvincePosition> provinces, RefillReport report) {
    Proofs kept = proofs;
    if (kept != null) {
      kept.checked(provinces, report);
    }
  }
}
