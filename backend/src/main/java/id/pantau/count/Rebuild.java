package id.pantau.count;

import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.platform.RedisKeys;
import id.pantau.platform.RedisLink;
import id.pantau.platform.RedisLinks;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Fills a Redis with what the journals of all nodes hold, or with what another Redis has in its
 * logs, by the same refill that a node does for itself. One rebuild, used once.
 */
public final class Rebuild {
  private static final int CONNECT_MILLIS_MAX = 10_000;

  private final Vertx vertx;
  private final Context context;
  private final Election election;
  private final Wanted wanted;
  private final CountFunction function;
  private final RedisLinks target;
  private final @Nullable RedisLinks from;
  private final Map<String, Position> newest = new HashMap<>();
  private final List<JournalSource> sources = new ArrayList<>();
  private final Promise<Void> usable = Promise.promise();

  /**
   * What is asked for.
   *
   * @param journals folders of journal files; may be empty where there is another source
   * @param tables other sources, each read once
   * @param merge also where the target has counted already
   * @param batchFormsMax forms of one call
   * @param forms gets the number of different forms in the journals, -1 where logs are read
   * @param sent gets numbers of forms as they are sent
   */
  public record Wanted(
      Settings.Redis target,
      Settings.@Nullable Redis from,
      List<Path> journals,
      List<JournalSource> tables,
      boolean merge,
      int batchFormsMax,
      LongConsumer forms,
      LongConsumer sent) {}

  public Rebuild(Vertx vertx, Election election, Wanted wanted) {
    this.vertx = vertx;
    this.context = Objects.requireNonNull(vertx.getOrCreateContext());
    this.election = election;
    this.wanted = wanted;
    this.function = new CountFunction(election, "");
    this.target = links(wanted.target(), "rebuild", this::prepare);
    Settings.Redis other = wanted.from();
    this.from = other == null ? null : links(other, "source", link -> Future.succeededFuture());
  }

  private RedisLinks links(
      Settings.Redis redis, String name, Function<RedisLink, Future<Void>> prepare) {
    RedisKeys keys = new RedisKeys(election.id());
    return new RedisLinks(vertx, redis, keys, provinces(), name, prepare);
  }

  /**
   * Does it; fails with {@link Refused} where it must not, or cannot, be done. Repeating it changes
   * nothing, so one that broke off is repeated with {@code merge}.
   */
  public Future<RefillReport> go() {
    Promise<RefillReport> done = Promise.promise();
    context.runOnContext(
        go ->
            connect(target, "the Redis to fill", usable)
                .compose(ok -> sources())
                .compose(ok -> refuseCounted())
                .compose(ok -> refill())
                .recover(e -> Future.failedFuture(sentence(e)))
                .eventually(this::close)
                .onComplete(done));
    return done.future();
  }

  private Future<Void> prepare(RedisLink fresh) {
    return EvictionCheck.refuseEvicting(fresh)
        .onFailure(
            e -> {
              if (e instanceof Refused) {
                usable.tryFail(e);
              }
            })
        .compose(ok -> function.load(fresh));
  }

  private Future<Void> connect(RedisLinks links, String name, Promise<Void> up) {
    long timer =
        vertx.setTimer(CONNECT_MILLIS_MAX, t -> up.tryFail(new Refused(name + " does not answer")));
    links
        .onUp(
            link -> {
              if (links.allUp()) {
                up.tryComplete();
              }
            })
        .start();
    return up.future().onComplete(any -> vertx.cancelTimer(timer));
  }

  /** What there is to read, and the newest positions that anybody knew. */
  private Future<Void> sources() {
    Future<Void> read = Future.succeededFuture();
    sources.addAll(wanted.tables());
    RedisLinks other = from;
    if (wanted.journals().isEmpty()) {
      wanted.forms().accept(-1);
    }
    if (other != null) {
      sources.add(new RebuildLog(context, other, election));
      read =
          connect(other, "the Redis to read", Promise.promise())
              .compose(ok -> positions(other, newest));
    }
    if (!wanted.journals().isEmpty()) {
      read =
          read.compose(ok -> vertx.executeBlocking(() -> RebuildIndex.of(wanted.journals()), false))
              .map(
                  index -> {
                    sources.add(index);
                    index.newest().forEach((p, at) -> newest.merge(p, at, JournalFolder::later));
                    wanted.forms().accept(other == null ? index.forms() : -1);
                    return null;
                  });
    }
    return read;
  }

  private Future<Void> positions(RedisLinks links, Map<String, Position> into) {
    RedisKeys keys = new RedisKeys(election.id());
    Future<Void> asked = Future.succeededFuture();
    for (String province : provinces()) {
      asked =
          asked
              .compose(
                  ok ->
                      links
                          .of(province)
                          .send(Request.cmd(Command.GET).arg(keys.position(province))))
              .map(
                  raw -> {
                    if (raw != null) {
                      into.merge(province, position(raw), JournalFolder::later);
                    }
                    return null;
                  });
    }
    return asked;
  }

  private static Position position(Response raw) {
    var in = java.nio.ByteBuffer.wrap(raw.toBytes());
    int epoch = in.getInt();
    return new Position(epoch, (in.getShort() & 0xffffL) << 32 | (in.getInt() & 0xffffffffL));
  }

  private Future<Void> refuseCounted() {
    Map<String, Position> there = new HashMap<>();
    return positions(target, there)
        .compose(
            ok -> {
              boolean counted = there.values().stream().anyMatch(at -> at.revision() > 0);
              return counted && !wanted.merge()
                  ? Future.failedFuture(
                      new Refused(
                          "this Redis has counted election "
                              + election.id()
                              + " already: --merge adds what it lacks"))
                  : Future.succeededFuture();
            });
  }

  private Future<RefillReport> refill() {
    List<ProvincePosition> positions = new ArrayList<>();
    for (String province : provinces()) {
      positions.add(new ProvincePosition(province, newest.getOrDefault(province, Position.START)));
    }
    return Refill.of(
            vertx,
            election,
            function,
            target,
            each -> {
              for (JournalSource source : sources) {
                source.read(each);
              }
            },
            null,
            null,
            wanted.batchFormsMax(),
            risen -> Future.succeededFuture(),
            wanted.sent())
        .fill(positions);
  }

  private List<String> provinces() {
    List<String> codes = new ArrayList<>();
    for (int province : election.areas().provinces()) {
      codes.add(election.areas().area(province).code());
    }
    return codes;
  }

  private static Throwable sentence(Throwable e) {
    return e instanceof Refused ? e : new Refused("not rebuilt: " + e.getMessage());
  }

  private Future<Void> close() {
    RedisLinks other = from;
    return Future.join(target.close(), other == null ? Future.succeededFuture() : other.close())
        .mapEmpty();
  }
}
