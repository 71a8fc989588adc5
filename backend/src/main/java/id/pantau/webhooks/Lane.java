package id.pantau.webhooks;

import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import id.pantau.platform.Webhooks;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one receiver: one request at a time, so what comes later is newer, and a receiver that
 * hangs holds up nobody else. On the webhooks' context.
 */
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final long NOT_READY_MILLIS = 1_000;
  private static final long NANOS_A_MILLI = 1_000_000;

  private final Parts parts;
  private final URI url;
  private final Map<String, Pending> pendings = new LinkedHashMap<>();
  private final Pending ping = new Pending(Events.PING);

  /** What is being sent; until it is settled the receiver does not have it. */
  private @Nullable Pending underway;

  private Hook hook;
  private long places;
  private boolean asked;
  private boolean closed;
  private int failures;
  private long notBeforeMillis = millis();
  private Webhooks.@Nullable Attempt last;
  private long delivered;
  private @Nullable Instant deliveredAt;

  /**
   * What all lanes share.
   *
   * @param save keeps what the hooks have become
   */
  record Parts(
      Settings.Webhooks limits,
      Events events,
      Courier courier,
      Backoff backoff,
      WebhookMeters meters,
      InstantSource clock,
      Runnable save) {}

  /** Everything is yet to be told: a receiver gets the states of now, not what it missed. */
  Lane(Parts parts, Hook hook) {
    this.parts = parts;
    this.hook = hook;
    this.url = URI.create(hook.url());
    begin();
  }

  /** Monotonic: a clock that is set must not hold up anything. */
  private static long millis() {
    return System.nanoTime() / NANOS_A_MILLI;
  }

  /** From now on, as if nothing had been told. */
  private void begin() {
    pendings.clear();
    hook.topics().forEach(topic -> pendings.put(topic, new Pending(topic)));
    if (!hook.standing().proven()) {
      ping.mark(places++);
    }
    hook.topics().forEach(this::mark);
    if (hook.acts()) {
      parts.events().actsToTell().forEach(this::markAct);
    }
  }

  Hook hook() {
    return hook;
  }

  /** A topic has changed. */
  void mark(String topic) {
    Pending pending = pendings.get(topic);
    if (pending != null) {
      pending.mark(places++);
    }
  }

  /** An act is new, or has ended. */
  void markAct(String key) {
    if (hook.acts()) {
      pendings.computeIfAbsent(key, Pending::new).mark(places++);
    }
  }

  /** A ping, now. */
  void test() {
    asked = true;
    ping.mark(places++);
    turn();
  }

  /** Another hook in the place of this one: a secret, a pause, a resumption. */
  void become(Hook other) {
    boolean opens = !hook.standing().isOpen() && other.standing().isOpen();
    hook = other;
    if (opens) {
      failures = 0;
      notBeforeMillis = millis();
      begin();
    }
    turn();
  }

  void close() {
    closed = true;
  }

  /** Sends what is due, if anything is, and nothing is under way. */
  void turn() {
    if (underway != null || closed || !hook.standing().isOpen()) {
      return;
    }
    Pending next = next(millis());
    if (next != null) {
      underway = next;
      if (next == ping) {
        asked = false;
      }
      next.take();
      parts
          .events()
          .draft(next.key())
          .onSuccess(draft -> send(next, draft))
          .onFailure(why -> notNow(next, why));
    }
  }

  private @Nullable Pending next(long now) {
    if (asked) {
      return ping;
    }
    if (now < notBeforeMillis) {
      return null;
    }
    if (ping.isWaiting() || !hook.standing().proven()) {
      return ping;
    }
    Pending first = null;
    for (Pending each : pendings.values()) {
      if (each.isDue(now) && (first == null || each.place() < first.place())) {
        first = each;
      }
    }
    return first;
  }

  private void notNow(Pending pending, Throwable why) {
    underway = null;
    if (why instanceof Showing.Unknown) {
      LOG.error("webhook {} is not told of {}: {}", hook.id(), pending.key(), why.getMessage());
      pendings.remove(pending.key());
      return;
    }
    if (!(why instanceof Showing.NotReady)) {
      LOG.warn("webhook {} is told of {} later", hook.id(), pending.key(), why);
    }
    pending.mark(places++);
    notBeforeMillis = millis() + NOT_READY_MILLIS;
  }

  private void send(Pending pending, Draft draft) {
    if (pending != ping && pending.has(draft)) {
      underway = null;
      turn();
      return;
    }
    Instant now = parts.clock().instant();
    pending.prepare(draft, now);
    byte[] body = parts.events().event(draft, pending.id(), pending.time());
    long timestamp = now.getEpochSecond();
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .add("Content-Type", Events.CONTENT_TYPE)
            .add("User-Agent", "pantau-suara webhooks")
            .add("webhook-id", pending.id())
            .add("webhook-timestamp", Long.toString(timestamp))
            .add(
                "webhook-signature",
                Secret.signatures(hook.secrets().at(now), pending.id(), timestamp, body));
    long from = millis();
    parts
        .courier()
        .post(url, headers, Buffer.buffer(body))
        .onSuccess(outcome -> settle(pending, draft, outcome, millis() - from));
  }

  private void settle(Pending pending, Draft draft, Outcome outcome, long tookMillis) {
    underway = null;
    if (closed) {
      return;
    }
    Instant now = parts.clock().instant();
    parts.meters().attempt(outcome.kind(), tookMillis);
    last =
        new Webhooks.Attempt(
            now, draft.type(), outcome.kind().wire(), outcome.status(), tookMillis);
    if (outcome.isGood()) {
      succeed(pending, draft, now);
      turn();
    } else {
      fail(pending, outcome, now);
    }
  }

  private void succeed(Pending pending, Draft draft, Instant now) {
    delivered++;
    deliveredAt = now;
    failures = 0;
    notBeforeMillis = millis();
    pending.delivered(draft, millis() + parts.limits().paceMillis());
    if (draft.last() && !pending.isWaiting()) {
      pendings.remove(pending.key());
    }
    Hook.Standing standing = hook.standing();
    if (!standing.proven() || standing.failingSince() != null) {
      LOG.info("webhook {} works", hook.id());
      // One that was paused while this was under way stays so.
      hook = hook.with(standing.paused() ? Hook.Standing.GOOD.stopped() : Hook.Standing.GOOD);
      parts.save().run();
    }
  }

  /** What failed goes to the end of the row: one message that is not taken holds up no other. */
  private void fail(Pending pending, Outcome outcome, Instant now) {
    pending.mark(places++);
    failures++;
    notBeforeMillis = millis() + parts.backoff().millis(failures, outcome.askedMillis());
    String text = hook.standing().failingSince();
    Instant since = text == null ? now : Instant.parse(text);
    boolean given = Duration.between(since, now).toHours() >= parts.limits().disableAfterHours();
    if (outcome.kind() == Outcome.Kind.GONE || given) {
      String why = outcome.kind() == Outcome.Kind.GONE ? "gone" : "failed";
      LOG.warn("webhook {} is disabled: {}", hook.id(), why);
      hook = hook.with(hook.standing().ended(now, why));
      parts.save().run();
    } else if (text == null) {
      LOG.warn("webhook {} fails: {} {}", hook.id(), outcome.kind().wire(), outcome.status());
      hook = hook.with(hook.standing().failing(since));
      parts.save().run();
    }
  }

  /** Topics and acts of which the receiver does not have the newest state. */
  int pending() {
    return (int)
        pendings.values().stream().filter(each -> each.isWaiting() || each == underway).count();
  }

  Webhooks.State state() {
    Hook.Standing standing = hook.standing();
    if (standing.endedWhy() != null) {
      return Webhooks.State.DISABLED;
    }
    if (standing.paused()) {
      return Webhooks.State.PAUSED;
    }
    if (!standing.proven()) {
      return Webhooks.State.WAITING;
    }
    return standing.failingSince() == null ? Webhooks.State.WORKING : Webhooks.State.FAILING;
  }

  Webhooks.Row row() {
    Hook.Standing standing = hook.standing();
    Instant now = parts.clock().instant();
    long wait = notBeforeMillis - millis();
    boolean waits = standing.isOpen() && failures > 0 && underway == null;
    String since = standing.endedAt() != null ? standing.endedAt() : standing.failingSince();
    String oldUntil = hook.secrets().at(now).size() > 1 ? hook.secrets().oldUntil() : null;
    return new Webhooks.Row(
        hook.id(),
        hook.label(),
        hook.url(),
        hook.topics(),
        hook.acts(),
        hook.created(),
        hook.by(),
        state(),
        since == null ? null : Instant.parse(since),
        waits ? now.plusMillis(Math.max(0, wait)) : null,
        standing.endedWhy(),
        last,
        delivered,
        deliveredAt,
        pending(),
        oldUntil == null ? null : Instant.parse(oldUntil));
  }
}
