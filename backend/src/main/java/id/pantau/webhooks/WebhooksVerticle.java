package id.pantau.webhooks;

import id.pantau.model.Election;
import id.pantau.platform.Acts;
import id.pantau.platform.Health;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import id.pantau.platform.Webhooks;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the webhooks: the file, what is heard, the lanes, a beat that looks what is due. */
public final class WebhooksVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(WebhooksVerticle.class);
  private static final int BEAT_MILLIS = 100;

  private final Settings settings;
  private final Election election;
  private final Supplier<Showing> showing;
  private final Acts acts;
  private final MeterRegistry registry;
  private final InstantSource clock;
  private final @Nullable TrustOptions trust;
  private volatile Map<Webhooks.State, Integer> states = Map.of();
  private volatile int pending;
  private volatile @Nullable Roster roster;
  private @Nullable Courier courier;

  /**
   * @param showing asked for once the board is deployed
   */
  public WebhooksVerticle(
      Settings settings,
      Election election,
      Supplier<Showing> showing,
      Acts acts,
      MeterRegistry registry,
      InstantSource clock) {
    this(settings, election, showing, acts, registry, clock, null);
  }

  /**
   * @param trust whose certificates are good; null = those that the JDK trusts
   */
  WebhooksVerticle(
      Settings settings,
      Election election,
      Supplier<Showing> showing,
      Acts acts,
      MeterRegistry registry,
      InstantSource clock,
      @Nullable TrustOptions trust) {
    this.settings = settings;
    this.election = election;
    this.showing = showing;
    this.acts = acts;
    this.registry = registry;
    this.clock = clock;
    this.trust = trust;
  }

  /** For the command centre, once this is deployed. */
  public Webhooks webhooks() {
    return Objects.requireNonNull(roster, "the webhooks are not deployed yet");
  }

  @Override
  public Future<?> start() {
    Settings.Webhooks limits = settings.webhooks();
    Courier carries = new Courier(vertx, limits, clock, trust);
    courier = carries;
    WebhookMeters meters = new WebhookMeters(registry);
    meters.show(state -> states.getOrDefault(state, 0), () -> pending);
    Events events = new Events(showing.get(), acts, election, settings.web().publicUrl(), clock);
    Backoff backoff = new Backoff(limits, new SecureRandom());
    HookFile file = new HookFile(Path.of(settings.node().data()));
    Roster made =
        new Roster(
            context,
            save -> new Lane.Parts(limits, events, carries, backoff, meters, clock, save),
            new WishCheck(election, limits, carries),
            r -> new Watching(vertx, showing.get(), acts, clock, r::onTopic, r::onAct),
            file);
    roster = made;
    return vertx
        .executeBlocking(file::read)
        .onSuccess(made::load)
        .recover(
            why -> {
              // Results do not wait for webhooks: the node starts without any, and says so.
              LOG.error("no webhook is served", why);
              made.broken(String.valueOf(why.getMessage()));
              return why instanceof IOException
                  ? Future.succeededFuture(List.of())
                  : Future.failedFuture(why);
            })
        .onSuccess(read -> vertx.setPeriodic(BEAT_MILLIS, beat -> beat(made)));
  }

  private void beat(Roster made) {
    made.turn();
    Map<Webhooks.State, Integer> counted = new EnumMap<>(Webhooks.State.class);
    int waiting = 0;
    for (Lane lane : made.lanes().values()) {
      counted.merge(lane.state(), 1, Integer::sum);
      waiting += lane.pending();
    }
    states = counted;
    pending = waiting;
  }

  /** Always green: a receiver that is away is no reason to send nobody here. */
  public Health.State health() {
    Roster now = roster;
    String trouble = now == null ? null : now.trouble();
    if (trouble != null) {
      return Health.State.green("no webhook is served: " + trouble);
    }
    Map<Webhooks.State, Integer> counted = states;
    StringBuilder said = new StringBuilder();
    for (Webhooks.State state : Webhooks.State.values()) {
      if (counted.containsKey(state)) {
        said.append(said.isEmpty() ? "" : ", ")
            .append(counted.get(state))
            .append(' ')
            .append(state.wire());
      }
    }
    return Health.State.green(said.isEmpty() ? "no webhook is registered" : said.toString());
  }

  /** What is on its way is cut off; the newest states are sent after the next start. */
  @Override
  public Future<?> stop() {
    Roster now = roster;
    Courier carries = courier;
    if (now == null || carries == null) {
      return Future.succeededFuture();
    }
    return now.close().eventually(carries::close);
  }
}
