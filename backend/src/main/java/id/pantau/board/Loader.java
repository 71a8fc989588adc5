package id.pantau.board;

import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.platform.LogEntry;
import id.pantau.platform.LogReader;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.RedisLink;
import id.pantau.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one province after the other to its end, and asks for the next piece while it folds one. No
 * more than one piece of each loader waits to be told. It has one connection; on a Redis Cluster
 * another for each province.
 */
final class Loader extends VerticleBase {
  private static final int AGAIN_MILLIS = 200;

  private final Loading loading;
  private final Settings settings;
  private final Election election;
  private final RedisKeys keys;
  private @Nullable RedisLink link;
  private Future<Void> told = Future.succeededFuture();
  private boolean begun;

  Loader(Loading loading, Settings settings, Election election) {
    this.loading = loading;
    this.settings = settings;
    this.election = election;
    this.keys = new RedisKeys(election.id());
  }

  @Override
  public Future<?> start() {
    next();
    return Future.succeededFuture();
  }

  private void connect(ProvinceFold fold) {
    RedisLink own =
        new RedisLink(
            vertx,
            settings.redis(),
            keys.position(code(fold)),
            "loading",
            fresh -> Future.succeededFuture());
    link = own;
    begun = false;
    // Asked before it is up it would wait for its next turn, and the node with it.
    own.onUp(() -> begin(own, fold)).start();
  }

  /** Once: a connection that comes back finds its province being read. */
  private void begin(RedisLink own, ProvinceFold fold) {
    if (!begun) {
      begun = true;
      read(own, fold, ask(own, fold, fold.position()));
    }
  }

  @Override
  public Future<?> stop() {
    RedisLink own = link;
    return own == null ? Future.succeededFuture() : own.close();
  }

  private void next() {
    ProvinceFold fold = loading.next();
    RedisLink own = link;
    if (fold == null) {
      vertx.undeploy(context.deploymentID());
    } else if (own != null && !settings.redis().isCluster()) {
      read(own, fold, ask(own, fold, fold.position()));
    } else {
      if (own != null) {
        own.close();
      }
      connect(fold);
    }
  }

  private String code(ProvinceFold fold) {
    return election.areas().area(fold.province()).code();
  }

  private Future<List<LogEntry>> ask(RedisLink own, ProvinceFold fold, Position after) {
    String key = keys.log(code(fold));
    return LogReader.readAfter(own, key, after, settings.board().readEntriesMax());
  }

  private void read(RedisLink own, ProvinceFold fold, Future<List<LogEntry>> piece) {
    piece
        .onSuccess(
            entries -> told.onComplete(ok -> context.runOnContext(go -> fold(own, fold, entries))))
        .onFailure(
            e ->
                vertx.setTimer(
                    AGAIN_MILLIS, t -> read(own, fold, ask(own, fold, fold.position()))));
  }

  private void fold(RedisLink own, ProvinceFold fold, List<LogEntry> entries) {
    boolean more = entries.size() == settings.board().readEntriesMax();
    Future<List<LogEntry>> ahead =
        more ? ask(own, fold, entries.get(entries.size() - 1).position()) : null;
    for (LogEntry entry : entries) {
      fold.apply(entry, 0);
    }
    told = loading.noted(fold);
    if (ahead != null) {
      read(own, fold, ahead);
    } else {
      loading.read(fold);
      next();
    }
  }
}
