package id.pantau.board;

import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import id.pantau.platform.Arrivals.Batch;
import id.pantau.platform.Settings;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The first reading of all logs: as many provinces at a time as there are cores, each on an event
 * loop and a connection of its own, the largest first. A province that is read goes to the board's
 * context and is followed from there; the others are not waited for.
 */
final class Loading {
  private final Vertx vertx;
  private final Context board;
  private final Settings settings;
  private final Election election;
  private final Consumer<Batch> tell;
  private final Consumer<ProvinceFold> onRead;
  private final boolean noting;
  private final Queue<Integer> waiting = new ConcurrentLinkedQueue<>();

  /**
   * On the board's context.
   *
   * @param noting whether the forms are told
   * @param tell gets them on the board's context, a province's in order and before its fold
   * @param onRead gets each province's fold on the board's context
   */
  Loading(
      Vertx vertx,
      Context board,
      Settings settings,
      Election election,
      boolean noting,
      Consumer<Batch> tell,
      Consumer<ProvinceFold> onRead) {
    this.vertx = vertx;
    this.board = board;
    this.settings = settings;
    this.election = election;
    this.noting = noting;
    this.tell = tell;
    this.onRead = onRead;
    AreaTree tree = election.areas();
    IntStream.of(tree.provinces())
        .boxed()
        .sorted(Comparator.comparingInt((Integer province) -> tree.stations(province)).reversed())
        .forEach(waiting::add);
  }

  /** Begins; what Redis does not answer is asked again until it does. */
  void start() {
    int loaders = Math.min(waiting.size(), Runtime.getRuntime().availableProcessors());
    for (int i = 0; i < loaders; i++) {
      // Each for itself: instances of one deployment would end together.
      vertx.deployVerticle(new Loader(this, settings, election));
    }
  }

  /** The next province to read, fresh; null where none is left. Any thread. */
  @Nullable ProvinceFold next() {
    Integer province = waiting.poll();
    if (province == null) {
      return null;
    }
    ProvinceFold fold = new ProvinceFold(election, province);
    fold.readFromBeginning();
    if (noting) {
      fold.note();
    }
    return fold;
  }

  /**
   * Tells what was folded since the last time. On the loader's context.
   *
   * @return when it was told: who reads on before that fills the memory with what waits for it
   */
  Future<Void> noted(ProvinceFold fold) {
    Batch batch = new Batch(fold.province(), false, fold.noted());
    if (batch.forms().isEmpty()) {
      return Future.succeededFuture();
    }
    Promise<Void> told = Promise.promise();
    board.runOnContext(
        go -> {
          tell.accept(batch);
          told.complete();
        });
    return told.future();
  }

  /** A province was read to its end, and is not touched by its loader any more. */
  void read(ProvinceFold fold) {
    fold.readToEnd();
    board.runOnContext(go -> onRead.accept(fold));
  }
}
