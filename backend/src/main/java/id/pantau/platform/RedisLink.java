package id.pantau.platform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One dedicated connection to Redis that comes back: every command has a time-out, and one that is
 * late ends the connection, so that nothing waits behind a Redis that stands still. To be used from
 * the context that made it.
 *
 * <p>On a Redis Cluster it is a connection to the primary of one slot: it goes where the servers
 * say that the slot is, and on when it moves. All keys of its commands must be of that slot.
 */
public final class RedisLink {
  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);

  /** Servers that a connection is sent on to at once; then it waits like one that was refused. */
  private static final int HOPS_MAX = 3;

  private final Vertx vertx;
  private final Settings.Redis settings;
  private final String name;
  private final Function<RedisLink, Future<Void>> prepare;
  private final @Nullable RedisAddresses cluster;
  private final String key;
  private Consumer<Response> onPush = push -> {};
  private Runnable onUp = () -> {};
  private Runnable onDown = () -> {};
  private @Nullable Redis client;
  private @Nullable RedisConnection connection;
  private String runId = "";
  private boolean oneOfMany;
  private volatile boolean up;
  private boolean closed;
  private int failures;
  private int connections;
  private boolean sentOn;
  private int hops;
  private long movingUntilMillis;

  /**
   * @param key any key of the slot that it is for; means something on a Redis Cluster alone
   * @param name for the log
   * @param prepare runs on each new connection before the link counts as up; where it fails the
   *     connection is given up and tried again
   */
  public RedisLink(
      Vertx vertx,
      Settings.Redis settings,
      String key,
      String name,
      Function<RedisLink, Future<Void>> prepare) {
    this.vertx = vertx;
    this.settings = settings;
    this.key = key;
    this.name = name;
    this.prepare = prepare;
    this.cluster = settings.isCluster() ? new RedisAddresses(settings.uri()) : null;
  }

  /** Gets what Redis pushes (subscriptions). */
  public RedisLink onPush(Consumer<Response> handler) {
    onPush = handler;
    return this;
  }

  /** Runs each time the link is up. */
  public RedisLink onUp(Runnable handler) {
    onUp = handler;
    return this;
  }

  /** Runs each time a connection ends, one that was not yet prepared included. */
  public RedisLink onDown(Runnable handler) {
    onDown = handler;
    return this;
  }

  /** Begins to connect, and never stops until {@link #close}. */
  public void start() {
    connect();
  }

  public boolean isUp() {
    return up;
  }

  /**
   * True for a moment after the servers said that the slot is moving or has moved, while the
   * connection is on its way there: who waits need not be told that Redis is lost. A command's
   * time-out long at most.
   */
  public boolean isMoving() {
    return cluster != null && nowMillis() < movingUntilMillis;
  }

  /** Number of the connection, from 1: another number means that it was lost in between. */
  public int connection() {
    return connections;
  }

  /** The run id of the Redis behind this connection: another one means that it was restarted. */
  public String runId() {
    return runId;
  }

  /** True where the server is one of a Redis Cluster, and has some of the keys only. */
  public boolean isOneOfMany() {
    return oneOfMany;
  }

  /** Sends a command; fails at once while the link is down, and after the time-out. */
  public Future<Response> send(Request request) {
    RedisConnection now = connection;
    if (now == null) {
      return Future.failedFuture(new Counting.Busy("Redis cannot be reached", 1));
    }
    return now.send(request)
        .timeout(settings.commandTimeoutMillis(), TimeUnit.MILLISECONDS)
        .onFailure(e -> dropWhereBroken(now, e));
  }

  /** Sends commands in one write; fails with the first failure. */
  public Future<List<Response>> batch(List<Request> requests) {
    RedisConnection now = connection;
    if (now == null) {
      return Future.failedFuture(new Counting.Busy("Redis cannot be reached", 1));
    }
    return now.batch(requests)
        .timeout(settings.commandTimeoutMillis(), TimeUnit.MILLISECONDS)
        .onFailure(e -> dropWhereBroken(now, e));
  }

  /** Ends a connection on which its user hears nothing any more; a fresh one follows. */
  public void giveUp(String why) {
    RedisConnection now = connection;
    if (now != null) {
      drop(now, why);
    }
  }

  /** Ends the connection for good. */
  public Future<Void> close() {
    closed = true;
    up = false;
    connection = null;
    return hangUp();
  }

  /**
   * An answer of Redis, an error included, leaves the connection whole; anything else ends it. So
   * does the answer of a master that has become a replica: what we need is elsewhere now.
   */
  private void dropWhereBroken(RedisConnection broken, Throwable e) {
    boolean answered = e instanceof io.vertx.redis.client.impl.types.ErrorType;
    String said = String.valueOf(e.getMessage());
    if (cluster != null && answered && connection == broken) {
      if (RedisAddresses.isMoved(said)) {
        cluster.follow(said);
        sentOn = true;
        elsewhere(broken, said);
        return;
      } else if (said.startsWith("CLUSTERDOWN")) {
        // It may be cut off from the others while those go on: ask another.
        cluster.next();
        elsewhere(broken, said);
        return;
      }
    }
    if (!answered || said.startsWith("READONLY")) {
      drop(broken, e.toString());
    }
  }

  /**
   * True for an answer of a Redis Cluster that the slot is somewhere else, on its way there, or
   * nowhere at the moment: the command was refused before it did anything.
   */
  public static boolean saysSlotMoves(String said) {
    return RedisAddresses.isMoved(said)
        || said.startsWith("ASK ")
        || said.startsWith("TRYAGAIN ")
        || said.startsWith("CLUSTERDOWN ");
  }

  private void elsewhere(RedisConnection left, String said) {
    if (up) {
      movingUntilMillis = nowMillis() + settings.commandTimeoutMillis();
    }
    drop(left, said);
  }

  private static long nowMillis() {
    return System.nanoTime() / 1_000_000;
  }

  private void drop(RedisConnection broken, String why) {
    if (connection != broken) {
      return;
    }
    connection = null;
    if (up) {
      LOG.warn("{}: connection to Redis lost: {}", name, why);
    }
    up = false;
    hangUp();
    onDown.run();
    later();
  }

  /** Closes the socket, whatever it waits for: a pool would only mark it, and wait with it. */
  private Future<Void> hangUp() {
    Redis now = client;
    client = null;
    return now == null ? Future.succeededFuture() : now.close();
  }

  private void connect() {
    if (closed) {
      return;
    }
    Redis attempt = Redis.createClient(vertx, options());
    client = attempt;
    attempt
        .connect()
        .timeout(settings.commandTimeoutMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(this::greet)
        .onFailure(
            e -> {
              // A handshake that is never answered would hold a pool's only place for ever.
              hangUp();
              if (cluster != null) {
                cluster.next();
              }
              if (failures == 3) {
                LOG.warn("{}: Redis does not answer: {}", name, e.toString());
              }
              later();
            });
  }

  private RedisOptions options() {
    return new RedisOptions()
        .setConnectionString(cluster == null ? settings.uri() : cluster.uri())
        .setMaxPoolSize(1)
        .setPoolRecycleTimeout(-1)
        .setMaxWaitingHandlers(2048);
  }

  private void greet(RedisConnection fresh) {
    if (closed) {
      return;
    }
    connection = fresh;
    connections++;
    fresh.exceptionHandler(e -> drop(fresh, e.toString()));
    fresh.endHandler(end -> drop(fresh, "closed"));
    fresh.handler(this::push);
    found()
        .compose(here -> send(Request.cmd(Command.INFO).arg("server")))
        .compose(
            info -> {
              runId = field(info.toString(), "run_id");
              oneOfMany = field(info.toString(), "redis_mode").equals("cluster");
              return prepare.apply(this);
            })
        .onSuccess(
            done -> {
              if (connection == fresh) {
                up = true;
                failures = 0;
                hops = 0;
                movingUntilMillis = 0;
                LOG.info("{}: connected to Redis, run {}", name, runId);
                onUp.run();
              }
            })
        .onFailure(
            e -> {
              // Sent on to another server it has been dropped already, and that is no trouble.
              if (cluster == null || connection == fresh) {
                LOG.warn("{}: Redis is there but not ready: {}", name, e.toString());
                drop(fresh, e.toString());
              }
            });
  }

  /** Whether this server has the slot: one that has not names the server that has. */
  private Future<Void> found() {
    return cluster == null
        ? Future.succeededFuture()
        : send(Request.cmd(Command.EXISTS).arg(key))
            .<Void>mapEmpty()
            .recover(
                e ->
                    // Some keys of the slot are on their way already: it is here until all are.
                    String.valueOf(e.getMessage()).startsWith("ASK ")
                        ? Future.succeededFuture()
                        : Future.failedFuture(e));
  }

  private void push(Response response) {
    if (response.type() == ResponseType.PUSH || response.type() == ResponseType.MULTI) {
      onPush.accept(response);
    }
  }

  private void later() {
    if (closed) {
      return;
    }
    if (sentOn && hops++ < HOPS_MAX) {
      sentOn = false;
      vertx.setTimer(1, t -> connect());
      return;
    }
    sentOn = false;
    long longest = settings.reconnectMillisMax();
    long wait = Math.min(longest, (long) settings.reconnectMillisMin() << Math.min(failures, 16));
    failures++;
    vertx.setTimer(
        wait / 2 + ThreadLocalRandom.current().nextLong(wait / 2 + 1) + 1, t -> connect());
  }

  /** A field of an INFO answer, empty where it is missing. */
  public static String field(String info, String key) {
    for (String line : info.split("\r?\n")) {
      if (line.startsWith(key + ":")) {
        return line.substring(key.length() + 1).strip();
      }
    }
    return "";
  }
}
