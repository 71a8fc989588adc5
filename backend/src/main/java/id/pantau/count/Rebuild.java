package id.pantau.count;

import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.RedisLink;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Fills a Redis from nothing but journals: those of all nodes, one after the other, through the
 * same refill that a count does after a loss. The order of the journals does not matter, and
 * repeating it changes nothing.
 */
public final class Rebuild {
  private static final int REDIS_AWAITED_MILLIS = 10_000;

  private final Vertx vertx;
  private final Settings settings;
  private final Election election;
  private final List<JournalFolder> journals;
  private final boolean merge;
  private final RedisKeys keys;

  /**
   * @param settings whose {@code redis.uri} names the Redis to fill
   * @param folders journal folders, {@link CountVerticle#journalFolder} of each node
   * @param merge true = the Redis may hold something already
   */
  public Rebuild(
      Vertx vertx, Settings settings, Election election, List<Path> folders, boolean merge) {
    this.vertx = vertx;
    this.settings = settings;
    this.election = election;
    this.journals = folders.stream().map(JournalFolder::new).toList();
    this.merge = merge;
    this.keys = new RedisKeys(election.id());
  }

  /**
   * Runs it.
   *
   * @param onSent gets numbers of forms as they are sent
   * @return what was given; fails with {@link Refused} where the Redis is not empty, evicts, or
   *     cannot be reached
   */
  public Future<RefillReport> run(LongConsumer onSent) {
    Promise<RefillReport> done = Promise.promise();
    vertx.runOnContext(go -> connect(onSent, done));
    return done.future();
  }

  /** Forms that the journals hold, some of them perhaps more than once. Blocking. */
  public long entries() throws IOException {
    long entries = 0;
    for (JournalFolder journal : journals) {
      entries += journal.contents().entries();
    }
    return entries;
  }

  private void connect(LongConsumer onSent, Promise<RefillReport> done) {
    RedisLink link =
        new RedisLink(vertx, settings.redis(), "rebuild", fresh -> Future.succeededFuture());
    long timer =
        vertx.setTimer(
            REDIS_AWAITED_MILLIS, t -> done.tryFail(new Refused("this Redis cannot be reached")));
    link.onUp(
        () -> {
          if (vertx.cancelTimer(timer)) {
            fill(link, onSent).onComplete(done);
          }
        });
    link.start();
    done.future().onComplete(ended -> link.close());
  }

  private Future<RefillReport> fill(RedisLink link, LongConsumer onSent) {
    CountFunction function = new CountFunction(election);
    return EvictionCheck.refuseEvicting(link)
        .compose(ok -> merge ? Future.succeededFuture() : refuseFilled(link))
        .compose(ok -> function.load(link))
        .compose(ok -> vertx.executeBlocking(this::positions))
        .compose(
            provinces ->
                Refill.of(
                        vertx,
                        election,
                        function,
                        link,
                        this::read,
                        settings.count().batchFormsMax(),
                        raised -> Future.succeededFuture(),
                        onSent)
                    .fill(provinces));
  }

  private void read(java.util.function.Consumer<JournalEntry> each) throws IOException {
    for (JournalFolder journal : journals) {
      journal.read(each);
    }
  }

  /** The newest position that any journal knows of, so that no epoch comes twice. */
  private List<ProvincePosition> positions() throws IOException {
    List<ProvincePosition> provinces = new ArrayList<>();
    for (int province : election.areas().provinces()) {
      provinces.add(new ProvincePosition(election.areas().area(province).code(), Position.START));
    }
    for (JournalFolder journal : journals) {
      var newest = journal.contents().newest();
      provinces.forEach(p -> p.saw(newest.getOrDefault(p.province(), Position.START)));
    }
    return provinces;
  }

  private Future<Void> refuseFilled(RedisLink link) {
    Future<Void> empty = Future.succeededFuture();
    for (int province : election.areas().provinces()) {
      String key = keys.position(election.areas().area(province).code());
      empty =
          empty
              .compose(ok -> link.send(Request.cmd(Command.EXISTS).arg(key)))
              .compose(
                  there ->
                      there.toInteger() == 0
                          ? Future.succeededFuture()
                          : Future.failedFuture(
                              new Refused(
                                  "this Redis already holds counts of "
                                      + election.id()
                                      + "; --merge adds what it lacks")));
    }
    return empty;
  }
}
