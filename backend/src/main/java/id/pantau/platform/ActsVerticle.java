package id.pantau.platform;

import id.pantau.model.Act;
import id.pantau.model.ActBook;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the election's acts: one stream in Redis, read on every half second, and the acts done
 * here, from a file. An act once heard stays known whatever Redis loses; those done here are given
 * to Redis again. Acts end by this node's clock, whether Redis is there or not.
 */
public final class ActsVerticle extends VerticleBase implements Acts {
  private static final Logger LOG = LoggerFactory.getLogger(ActsVerticle.class);
  private static final int POLL_MILLIS = 500;
  private static final int PAGE = 256;

  /** Acts given back to Redis at once; a client that is given more than it may queue refuses. */
  private static final int GIVEN_A_LOOK = 1024;

  private static final int ACTS_MAX = 10_000;
  private static final String FIELD = "a";

  private final Settings.Redis redis;
  private final @Nullable ActsFile file;
  private final InstantSource clock;
  private final String key;
  private final ActBook book = new ActBook();
  private final Map<String, Act> done = new HashMap<>();
  private final Set<String> inStream = new HashSet<>();
  private final Set<String> onTheWay = new HashSet<>();

  /**
   * Held while a change is told and while somebody begins to watch, both a moment: else who begins
   * just then could be told what was before after it was told what is.
   */
  private final Object telling = new Object();

  private final List<Consumer<List<Act>>> openWatches = new ArrayList<>();
  private final List<Consumer<List<Act>>> submitterWatches = new ArrayList<>();
  private @Nullable RedisLink link;
  private @Nullable Context home;
  private volatile List<Entry> entries = List.of();
  private volatile List<Act> open = List.of();
  private volatile List<Act> submitters = List.of();
  private String first = "";
  private String last = "0-0";
  private boolean reading;

  /**
   * @param file true where acts may be done on this node: then it keeps them under its data
   */
  public ActsVerticle(Settings settings, String election, boolean file, InstantSource clock) {
    this.redis = settings.redis();
    this.file = file ? new ActsFile(Path.of(settings.node().data())) : null;
    this.clock = clock;
    this.key = new RedisKeys(election).acts();
  }

  @Override
  public Future<?> start() {
    home = context;
    ActsFile kept = file;
    Future<List<Act>> own =
        kept == null ? Future.succeededFuture(List.of()) : vertx.executeBlocking(kept::read);
    return own.onSuccess(
        acts -> {
          acts.forEach(act -> done.put(act.id(), act));
          take(acts);
          RedisLink fresh =
              new RedisLink(vertx, redis, key, "acts", up -> Future.succeededFuture())
                  .onUp(this::fromTheStart);
          link = fresh;
          fresh.start();
          vertx.setPeriodic(POLL_MILLIS, t -> poll());
        });
  }

  @Override
  public Future<?> stop() {
    RedisLink now = link;
    return now == null ? Future.succeededFuture() : now.close();
  }

  /** Another connection may be another run, and that may have lost what we had read. */
  private void fromTheStart() {
    first = "";
    last = "0-0";
    inStream.clear();
    poll();
  }

  private void poll() {
    show(false);
    RedisLink now = link;
    if (reading || now == null || !now.isUp()) {
      return;
    }
    reading = true;
    String from = last;
    now.batch(
            List.of(
                Request.cmd(Command.XRANGE).arg(key).arg("-").arg("+").arg("COUNT").arg(1),
                Request.cmd(Command.XRANGE)
                    .arg(key)
                    .arg("(" + from)
                    .arg("+")
                    .arg("COUNT")
                    .arg(PAGE)))
        .onComplete(
            answer -> {
              reading = false;
              if (answer.succeeded() && from.equals(last)) {
                read(now, answer.result().get(0), answer.result().get(1));
              }
            });
  }

  private void read(RedisLink from, Response head, Response page) {
    String firstNow = head.size() == 0 ? "" : head.get(0).get(0).toString();
    if (!firstNow.equals(first) && !first.isEmpty()) {
      LOG.warn("the log of acts is another than before; it is read anew");
      fromTheStart();
      return;
    }
    if (firstNow.isEmpty()) {
      inStream.clear();
    }
    first = firstNow;
    List<Act> acts = new ArrayList<>();
    for (Response entry : page) {
      last = entry.get(0).toString();
      Act act = ActJson.read(entry.get(1).get(1).toString());
      if (act == null) {
        LOG.error("entry {} of the log of acts is none that this node knows", last);
      } else {
        inStream.add(act.id());
        acts.add(act);
      }
    }
    take(acts);
    if (page.size() == PAGE) {
      poll();
    } else {
      done.values().stream()
          .filter(act -> !inStream.contains(act.id()))
          .limit(GIVEN_A_LOOK)
          .forEach(act -> give(from, act));
    }
  }

  /** To Redis, and so to the others. What fails is tried again at the next look. */
  private void give(RedisLink to, Act act) {
    if (!onTheWay.add(act.id())) {
      return;
    }
    to.send(Request.cmd(Command.XADD).arg(key).arg("*").arg(FIELD).arg(ActJson.text(act)))
        .onComplete(
            answer -> {
              onTheWay.remove(act.id());
              if (answer.succeeded()) {
                inStream.add(act.id());
              } else {
                LOG.warn("act {} is not in Redis yet: {}", act.id(), answer.cause().toString());
              }
            });
  }

  private void take(List<Act> acts) {
    boolean anew = false;
    boolean ofSubmitters = false;
    for (Act act : acts) {
      if (book.add(act)) {
        anew = true;
        ofSubmitters |= !act.kind().ofPlace() && act.kind() != Act.Kind.END;
      }
    }
    if (anew) {
      show(true);
    }
    if (ofSubmitters) {
      List<Act> now =
          book.all().stream().filter(a -> a.grant() != null).sorted(ActBook.IN_ORDER).toList();
      synchronized (telling) {
        submitters = now;
        submitterWatches.forEach(watch -> watch.accept(now));
      }
    }
  }

  private void show(boolean anew) {
    Instant now = clock.instant();
    List<Act> openNow = book.open(now);
    boolean changed = !openNow.equals(open);
    if (anew || changed) {
      entries =
          book.all().stream()
              .sorted(ActBook.IN_ORDER)
              .map(act -> new Entry(act, book.endedAt(act, now)))
              .toList();
    }
    if (changed) {
      synchronized (telling) {
        open = openNow;
        openWatches.forEach(watch -> watch.accept(openNow));
      }
    }
  }

  @Override
  public List<Entry> all() {
    return entries;
  }

  @Override
  public void watchOpen(Consumer<List<Act>> onChange) {
    synchronized (telling) {
      openWatches.add(onChange);
      onChange.accept(open);
    }
  }

  @Override
  public void watchSubmitters(Consumer<List<Act>> onChange) {
    synchronized (telling) {
      submitterWatches.add(onChange);
      onChange.accept(submitters);
    }
  }

  @Override
  public Future<Void> append(Act act) {
    ActsFile kept = file;
    Context here = home;
    if (kept == null || here == null) {
      return Future.failedFuture(new IllegalStateException("no acts are done on this node"));
    }
    if (entries.size() >= ACTS_MAX && !takesBack(act)) {
      return Future.failedFuture(new Full(ACTS_MAX));
    }
    Promise<Void> answer = Promise.promise();
    here.runOnContext(
        go ->
            vertx
                .executeBlocking(
                    () -> {
                      kept.append(act);
                      return act;
                    })
                .onSuccess(this::happened)
                .<Void>mapEmpty()
                .onComplete(answer));
    return answer.future();
  }

  /** What is in force can be ended however much there is: at most once an act. */
  private static boolean takesBack(Act act) {
    return act.kind() == Act.Kind.END || act.kind() == Act.Kind.SUBMITTER_REVOKED;
  }

  private void happened(Act act) {
    done.put(act.id(), act);
    take(List.of(act));
    RedisLink now = link;
    if (now != null && now.isUp()) {
      give(now, act);
    }
  }
}
