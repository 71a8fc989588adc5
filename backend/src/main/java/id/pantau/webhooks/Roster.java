package id.pantau.webhooks;

import id.pantau.platform.Settings;
import id.pantau.platform.Webhooks;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The webhooks of this node. Whoever asks crosses to the webhooks' context and back. A change is in
 * force at once and answered when the file has it.
 */
final class Roster implements Webhooks {
  private static final Logger LOG = LoggerFactory.getLogger(Roster.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 6;
  private static final int CONFLICT = 409;
  private static final int UNAVAILABLE = 503;

  private final Context home;
  private final Lane.Parts parts;
  private final WishCheck check;
  private final Watching watching;
  private final HookStore store;
  private final InstantSource clock;
  private final Settings.Webhooks limits;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private @Nullable String trouble;

  /**
   * On the webhooks' context, as everything that is not of {@link Webhooks}.
   *
   * @param watching made with what is told when something changed
   */
  Roster(
      Context home,
      Function<Runnable, Lane.Parts> parts,
      WishCheck check,
      Function<Roster, Watching> watching,
      HookFile file) {
    this.home = home;
    this.parts = parts.apply(this::keep);
    this.check = check;
    this.clock = this.parts.clock();
    this.limits = this.parts.limits();
    this.store =
        new HookStore(home.owner(), file, () -> lanes.values().stream().map(Lane::hook).toList());
    this.watching = watching.apply(this);
  }

  /** Begins with what the file has. */
  void load(List<Hook> hooks) {
    hooks.forEach(this::enter);
  }

  /** The file cannot be read: it must not be written over either. */
  void broken(String why) {
    trouble = why;
  }

  @Nullable String trouble() {
    return trouble;
  }

  private Lane enter(Hook hook) {
    Lane lane = new Lane(parts, hook);
    lanes.put(hook.id(), lane);
    watching.follow(hook.topics());
    return lane;
  }

  void onTopic(String topic) {
    lanes.values().forEach(lane -> lane.mark(topic));
  }

  void onAct(String key) {
    lanes.values().forEach(lane -> lane.markAct(key));
  }

  /** Sends what has become due. */
  void turn() {
    lanes.values().forEach(Lane::turn);
  }

  Map<String, Lane> lanes() {
    return lanes;
  }

  /** What a lane has learnt. Lost in a crash it is learnt again. */
  private void keep() {
    store.save().onFailure(why -> LOG.error("webhooks.json is not what it should be", why));
  }

  /** Ends when the last write has. */
  Future<Void> close() {
    lanes.values().forEach(Lane::close);
    watching.close();
    return store.settled();
  }

  @Override
  public Future<List<Row>> all() {
    return here(() -> Future.succeededFuture(lanes.values().stream().map(Lane::row).toList()));
  }

  @Override
  public Future<Wish> checked(Wish wish) {
    return here(() -> room(0).compose(ok -> check.check(wish)));
  }

  private Future<Void> room(int taken) {
    if (trouble != null) {
      return Future.failedFuture(new Unfit(UNAVAILABLE, "no-file", trouble));
    }
    return lanes.size() - taken >= limits.hooksMax()
        ? Future.failedFuture(
            new Unfit(CONFLICT, "full", "this node has " + limits.hooksMax() + " webhooks already"))
        : Future.succeededFuture();
  }

  @Override
  public Future<Fresh> add(Wish wish) {
    return here(() -> room(0).compose(ok -> register(wish)));
  }

  private Future<Fresh> register(Wish wish) {
    byte[] random = new byte[ID_BYTES];
    RANDOM.nextBytes(random);
    Hook hook =
        new Hook(
            "w-" + HexFormat.of().formatHex(random),
            wish.label(),
            wish.url(),
            wish.topics(),
            wish.acts(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            wish.by(),
            Hook.Secrets.fresh(),
            Hook.Standing.NEW);
    Lane lane = enter(hook);
    return store
        .save()
        .onSuccess(kept -> lane.turn())
        .onFailure(why -> leave(lane))
        .map(kept -> new Fresh(hook.id(), hook.secrets().now()));
  }

  private void leave(Lane lane) {
    lane.close();
    lanes.remove(lane.hook().id());
    watching.drop(lane.hook().topics());
  }

  @Override
  public Future<Void> test(String id) {
    return here(
        () ->
            open(id)
                .map(
                    lane -> {
                      lane.test();
                      return null;
                    }));
  }

  @Override
  public Future<Void> pause(String id) {
    return here(() -> open(id).compose(lane -> change(lane, h -> h.with(h.standing().stopped()))));
  }

  @Override
  public Future<Void> resume(String id) {
    return here(() -> lane(id).compose(lane -> change(lane, h -> h.with(h.standing().resumed()))));
  }

  @Override
  public Future<Fresh> rotate(String id) {
    return here(
        () ->
            lane(id)
                .compose(
                    lane -> {
                      Hook.Secrets fresh =
                          lane.hook()
                              .secrets()
                              .rotated(
                                  clock
                                      .instant()
                                      .truncatedTo(ChronoUnit.SECONDS)
                                      .plus(limits.oldSecretHours(), ChronoUnit.HOURS));
                      return change(lane, h -> h.with(fresh))
                          .map(done -> new Fresh(id, fresh.now()));
                    }));
  }

  @Override
  public Future<Void> remove(String id) {
    return here(
        () ->
            lane(id)
                .compose(
                    lane -> {
                      leave(lane);
                      // A crash before this leaves it registered: it is there again, to be removed.
                      return store.save();
                    }));
  }

  private Future<Void> change(Lane lane, UnaryOperator<Hook> step) {
    lane.become(step.apply(lane.hook()));
    return store.save();
  }

  private Future<Lane> lane(String id) {
    Lane lane = lanes.get(id);
    return lane == null
        ? Future.failedFuture(new Unfit(404, "unknown-webhook", "there is no webhook " + id))
        : Future.succeededFuture(lane);
  }

  private Future<Lane> open(String id) {
    return lane(id)
        .compose(
            lane ->
                lane.hook().standing().isOpen()
                    ? Future.succeededFuture(lane)
                    : Future.failedFuture(
                        new Unfit(
                            CONFLICT, lane.state().wire(), id + " is " + lane.state().wire())));
  }

  /** Runs a question on the webhooks' context and hands the answer back on the caller's. */
  private <T> Future<T> here(Supplier<Future<T>> question) {
    Context caller = Vertx.currentContext();
    Promise<T> answer = Promise.promise();
    home.runOnContext(
        go ->
            question
                .get()
                .onComplete(
                    (value, failure) -> {
                      if (caller == null) {
                        answer.complete(value, failure);
                      } else {
                        caller.runOnContext(back -> answer.complete(value, failure));
                      }
                    }));
    return answer.future();
  }
}
