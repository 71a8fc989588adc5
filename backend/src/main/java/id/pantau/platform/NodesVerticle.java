package id.pantau.platform;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says every two seconds in Redis that this node is there and how it is, and hears the others: one
 * hash, a field a node. A node's age is told by this node's own clock, from when its word last
 * changed, so clocks that differ do no harm. Who runs the election's nodes writes this hash; it is
 * for people to look at, and nothing is decided by it.
 */
public final class NodesVerticle extends VerticleBase implements Nodes {
  private static final int NODES_MAX = 200;
  private static final int READ_MAX = 256;
  private static final int ID_BYTES = 8;

  private final Settings settings;
  private final String key;
  private final Health health;
  private final InstantSource clock;
  private final Pace pace;
  private final String id = id();
  private final long startedNanos = System.nanoTime();
  private final Map<String, Heard> heard = new HashMap<>();
  private volatile List<Heard> shown = List.of();
  private @Nullable RedisLink link;
  private boolean beating;

  /**
   * How often a node speaks, and what its silence means.
   *
   * @param goneMillis after so much silence it is taken out of Redis
   * @param keyMillis the hash goes when nobody has spoken for so long
   */
  record Pace(int beatMillis, int staleMillis, int goneMillis, int keyMillis) {
    static final Pace USUAL = new Pace(2_000, 6_000, 60_000, 300_000);
  }

  /** A node's word, and when it last was another. */
  private record Heard(Row row, String text, long changedNanos) {}

  /**
   * @param health this node's checks
   */
  public NodesVerticle(Settings settings, String election, Health health, InstantSource clock) {
    this(settings, election, health, clock, Pace.USUAL);
  }

  NodesVerticle(Settings settings, String election, Health health, InstantSource clock, Pace pace) {
    this.settings = settings;
    this.key = new RedisKeys(election).nodes();
    this.health = health;
    this.clock = clock;
    this.pace = pace;
  }

  private static String id() {
    byte[] random = new byte[ID_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  @Override
  public Future<?> start() {
    RedisLink fresh =
        new RedisLink(vertx, settings.redis(), key, "nodes", up -> Future.succeededFuture())
            .onUp(this::beat);
    link = fresh;
    fresh.start();
    beat();
    vertx.setPeriodic(pace.beatMillis(), t -> beat());
    return Future.succeededFuture();
  }

  /** A node that goes in order says so. A crash before leaves it stale until the others end it. */
  @Override
  public Future<?> stop() {
    RedisLink now = link;
    // A beat after the farewell would put it back in.
    link = null;
    if (now == null) {
      return Future.succeededFuture();
    }
    Future<?> said =
        now.isUp()
            ? now.send(Request.cmd(Command.HDEL).arg(key).arg(id))
            : Future.succeededFuture();
    return said.eventually(now::close);
  }

  private void beat() {
    Row own = own();
    String text = NodeWord.text(own);
    heard.put(id, new Heard(own, text, System.nanoTime()));
    show();
    RedisLink now = link;
    if (beating || now == null || !now.isUp()) {
      return;
    }
    beating = true;
    now.batch(
            List.of(
                Request.cmd(Command.HSET).arg(key).arg(id).arg(text),
                Request.cmd(Command.PEXPIRE).arg(key).arg(pace.keyMillis()),
                Request.cmd(Command.HSCAN).arg(key).arg(0).arg("COUNT").arg(READ_MAX)))
        .onComplete(
            answer -> {
              beating = false;
              if (answer.succeeded()) {
                hear(now, answer.result().get(2).get(1));
              }
            });
  }

  private Row own() {
    List<Check> checks = new ArrayList<>();
    health
        .now()
        .forEach((name, state) -> checks.add(new Check(name, state.green(), state.detail())));
    return new Row(
        id,
        settings.node().called(),
        settings.node().roleList(),
        clock.instant(),
        (System.nanoTime() - startedNanos) / 1_000_000_000L,
        checks,
        false,
        true);
  }

  private void hear(RedisLink from, Response fields) {
    Set<String> there = new HashSet<>();
    for (int i = 0; i + 1 < fields.size(); i += 2) {
      String who = fields.get(i).toString();
      there.add(who);
      if (!who.equals(id)) {
        hear(who, fields.get(i + 1).toString());
      }
    }
    heard.keySet().removeIf(who -> !who.equals(id) && !there.contains(who));
    end(from);
    show();
  }

  private void hear(String who, String text) {
    Heard before = heard.get(who);
    if (before != null && before.text().equals(text)) {
      return;
    }
    Row row = NodeWord.read(who, text);
    if (row != null && (before != null || heard.size() < NODES_MAX)) {
      heard.put(who, new Heard(row, text, System.nanoTime()));
    }
  }

  /** Takes out of Redis who was silent for long; one that comes back says so itself. */
  private void end(RedisLink at) {
    for (Heard each : List.copyOf(heard.values())) {
      if (silentMillis(each) > pace.goneMillis()) {
        heard.remove(each.row().id());
        at.send(Request.cmd(Command.HDEL).arg(key).arg(each.row().id()));
      }
    }
  }

  private void show() {
    shown =
        heard.values().stream()
            .sorted(
                Comparator.comparing((Heard each) -> each.row().node())
                    .thenComparing(each -> each.row().id()))
            .toList();
  }

  private static long silentMillis(Heard each) {
    return (System.nanoTime() - each.changedNanos()) / 1_000_000;
  }

  @Override
  public List<Row> all() {
    return shown.stream()
        .map(each -> each.row().aged(silentMillis(each) > pace.staleMillis()))
        .toList();
  }
}
