package id.pantau;

import id.pantau.api.ApiRoutes;
import id.pantau.api.CardRoutes;
import id.pantau.api.DeveloperRoutes;
import id.pantau.api.EmbedRoutes;
import id.pantau.api.FeedRoutes;
import id.pantau.api.LiteRoutes;
import id.pantau.api.PagesRoutes;
import id.pantau.api.PhotoRoutes;
import id.pantau.api.ReportRoutes;
import id.pantau.api.SirekapRoutes;
import id.pantau.api.SitemapRoutes;
import id.pantau.board.BoardVerticle;
import id.pantau.command.ContestsDesk;
import id.pantau.command.Inbox;
import id.pantau.command.PlacesDesk;
import id.pantau.command.WallCost;
import id.pantau.command.acts.ActsDesk;
import id.pantau.command.country.CountryDesk;
import id.pantau.command.held.HeldDesk;
import id.pantau.command.life.LifeDesk;
import id.pantau.command.path.PathDesk;
import id.pantau.command.submitters.SubmittersDesk;
import id.pantau.command.webhooks.WebhooksDesk;
import id.pantau.count.CountVerticle;
import id.pantau.intake.IntakeRoutes;
import id.pantau.intake.KeyFile;
import id.pantau.intake.Keys;
import id.pantau.live.LiveRoutes;
import id.pantau.model.Election;
import id.pantau.opendata.OpenDataVerticle;
import id.pantau.platform.ActsVerticle;
import id.pantau.platform.FrontDoor;
import id.pantau.platform.Health;
import id.pantau.platform.ManagementServer;
import id.pantau.platform.NodesVerticle;
import id.pantau.platform.Photos;
import id.pantau.platform.PlaceSearch;
import id.pantau.platform.ReadingQuota;
import id.pantau.platform.Settings;
import id.pantau.platform.Submitters;
import id.pantau.platform.WebMount;
import id.pantau.platform.WebServer;
import id.pantau.platform.contract.ContractCheck;
import id.pantau.rules.Judge;
import id.pantau.webhooks.WebhooksVerticle;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The whole pipeline of a node on one screen: {@code intake → count → board → live / api}. Stages
 * do not know each other; this is where they meet. Read it from {@link #start} down.
 */
public final class DataPath {
  private final Vertx vertx;
  private final Settings settings;
  private final Election election;
  private final PrometheusMeterRegistry registry;
  private final InstantSource clock = InstantSource.system();
  private final Photos photos;
  private final ActsVerticle acts;
  private final PlaceSearch search;
  private final Health health = new Health();
  private final NodesVerticle nodes;
  private final List<WebMount> mounts = new ArrayList<>();
  private final List<String> deployed = new ArrayList<>();
  private final WallCost wallCost;
  private final AtomicInteger publicPort = new AtomicInteger();
  private final AtomicInteger commandPort = new AtomicInteger();
  private final AtomicInteger managementPort = new AtomicInteger();
  private Future<Void> accepting = Future.succeededFuture();
  private Runnable closeIntake = () -> {};
  private List<? extends EventExecutor> viewersLoops = List.of();
  private @Nullable CommandPath command;
  private @Nullable Submitters submitters;
  private @Nullable FrontDoor frontDoor;

  /** A node that is not started yet; {@code settings.redis().uri()} names a Redis that runs. */
  public DataPath(
      Vertx vertx, Settings settings, Election election, PrometheusMeterRegistry registry) {
    this.vertx = vertx;
    this.settings = settings;
    this.election = election;
    this.registry = registry;
    this.wallCost = new WallCost(registry);
    this.photos = new Photos(settings, registry);
    this.nodes = new NodesVerticle(settings, election.id(), health, clock);
    this.search = new PlaceSearch(election.areas());
    this.acts = new ActsVerticle(settings, election.id(), role("command"), clock);
    // The first mount: what it refuses no room sees.
    if (settings.reading().requestsMax() > 0) {
      mounts.add(new ReadingQuota(settings.reading(), registry));
    }
  }

  /** Starts the stages from the inside out: a port opens when what stands behind it is there. */
  public Future<DataPath> start() {
    CountVerticle count = new CountVerticle(settings, election, registry, clock);
    BoardVerticle board = new BoardVerticle(settings, election, photos, acts, registry);
    OpenDataVerticle openData =
        new OpenDataVerticle(settings, election, board::ledger, acts, registry, clock);
    WebhooksVerticle hooks =
        new WebhooksVerticle(settings, election, board::showing, acts, registry, clock);
    // Before the board is deployed: from its first form on.
    Inbox inbox = role("command") ? new Inbox(board.arrivals(), wallCost) : null;
    // Side by side: they read all there is, and none waits for what another reads.
    return Future.all(
            deploy(role("board"), board),
            deploy(role("count"), count),
            deploy(role("board") || role("intake"), acts),
            role("board") ? photos.start(vertx) : Future.succeededFuture())
        .compose(ok -> role("intake") ? intake(count) : Future.succeededFuture())
        .compose(ok -> deploy(role("api"), openData))
        .onSuccess(ok -> show(board, openData))
        .compose(ok -> deploy(role("command"), hooks))
        .compose(
            ok -> inbox == null ? Future.succeededFuture() : command(count, board, inbox, hooks))
        .compose(ok -> deploy(true, nodes))
        .compose(ok -> open())
        .map(this);
  }

  /** Forms in: authenticated, parsed, judged, handed to the count. */
  private Future<Void> intake(CountVerticle count) {
    Path data = Path.of(settings.node().data());
    return vertx
        .executeBlocking(() -> new Keys(new KeyFile(data, clock)))
        .onSuccess(keys -> intake(count, keys))
        .mapEmpty();
  }

  private void intake(CountVerticle count, Keys keys) {
    Runnable unwatch = keys.watch(vertx, settings.intake().keysReloadMillis());
    keys.follow(vertx, acts);
    submitters = keys.submitters();
    IntakeRoutes routes =
        new IntakeRoutes(
            vertx,
            settings.intake(),
            election,
            new Judge(election),
            count.counting(),
            keys,
            registry,
            clock);
    mounts.add(door -> routes.mount(door.router()));
    frontDoor = routes.frontDoor();
    closeIntake =
        () -> {
          unwatch.run();
          accepting = routes.close();
        };
    health.register(
        "count", () -> state(count.isReady(), "Redis holds all that the journal holds"));
  }

  /** Results out: the board's bodies over HTTP and live. */
  private void show(BoardVerticle board, OpenDataVerticle openData) {
    if (role("live")) {
      LiveRoutes live =
          new LiveRoutes(board.showing(), settings.live(), board::isDelayed, registry);
      mounts.add(live);
      viewersLoops = live.loops();
    }
    if (role("api")) {
      search.makeAfter(vertx, board::isReady);
      mounts.add(
          new ApiRoutes(board.showing(), photos, acts, election, search, settings.api(), clock));
      mounts.add(new ReportRoutes(board.showing(), election, settings.api(), clock));
      mounts.add(new SirekapRoutes(board.showing(), election, settings.api(), settings.web()));
      mounts.add(new LiteRoutes(board.showing(), election, settings.api(), settings.web()));
      mounts.add(new CardRoutes(board.showing(), election, settings.web(), settings.card(), clock));
      mounts.add(openData.routes());
      health.register("opendata", openData::health);
      mounts.add(new EmbedRoutes(board.showing(), election, settings.web(), settings.card()));
      mounts.add(new FeedRoutes(board.showing(), acts, election, settings.api(), settings.web()));
      mounts.add(new DeveloperRoutes(election, settings.web()));
      mounts.add(new SitemapRoutes(election, settings.web()));
      mounts.add(new PagesRoutes(board.showing(), election, settings.web()));
    }
    if (!role("board")) {
      return;
    }
    health.register("board", () -> state(board.isReady(), "every province was read"));
    health.register("redis", () -> state(!board.isDelayed(), "Redis was heard a moment ago"));
  }

  /** Operators: behind a door on a port of its own. Every part of it is a desk, added here. */
  private Future<Void> command(
      CountVerticle count, BoardVerticle board, Inbox inbox, WebhooksVerticle hooks) {
    return CommandPath.prepare(vertx, settings, clock, wallCost, commandPort)
        .onSuccess(
            path -> {
              command = path;
              path.watch(health);
              String node = settings.node().called();
              path.add(new WebhooksDesk(hooks.webhooks(), path.trail(), settings.webhooks(), node));
              health.register("webhooks", hooks::health);
              desks(path, count, board, inbox);
            })
        .mapEmpty();
  }

  /** The inbox is the last: it opens when the desks that read it are there. */
  private void desks(CommandPath path, CountVerticle count, BoardVerticle board, Inbox inbox) {
    Settings.Command own = settings.command();
    String node = settings.node().called();
    FrontDoor door = Objects.requireNonNull(frontDoor, "the role command needs intake");
    path.add(new ContestsDesk(election));
    path.add(new PlacesDesk(search));
    // Public as they are, and whoever decides looks at the paper.
    path.add(new PhotoRoutes(photos)::mount);
    path.add(
        new PathDesk(
            vertx, settings, election, registry, health, nodes, path.screens(), wallCost, clock));
    path.add(new ActsDesk(election, acts, path.trail(), clock));
    if (submitters != null) {
      path.add(new SubmittersDesk(submitters, acts, path.trail(), clock));
    }
    path.add(
        new HeldDesk(
            vertx, election, settings, inbox, board.inspection(), door, path.trail(), clock));
    path.add(new LifeDesk(election, board.inspection(), count.synced(), node, clock));
    path.add(new CountryDesk(election, own, inbox, path.screens(), wallCost, clock));
    path.add(inbox);
  }

  private Future<Void> open() {
    Settings.Node node = settings.node();
    int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
    DeploymentOptions each = new DeploymentOptions().setInstances(loops);
    mounts.add(new ContractCheck(node.roleList()));
    return vertx
        .deployVerticle(
            () ->
                new WebServer(
                    node.host(),
                    node.port() == 0 ? -1 : node.port(),
                    settings.live().messageBytesMax(),
                    mounts,
                    publicPort),
            each)
        .onSuccess(deployed::add)
        .compose(ok -> command == null ? Future.succeededFuture() : openCommand(command))
        .compose(
            ok ->
                vertx.deployVerticle(
                    new ManagementServer(
                        node.host(),
                        node.managementPort(),
                        health,
                        viewersLoops,
                        registry,
                        managementPort)))
        .onSuccess(deployed::add)
        .mapEmpty();
  }

  private Future<Void> openCommand(CommandPath path) {
    return path.open().onSuccess(deployed::add).mapEmpty();
  }

  private Future<Void> deploy(boolean wanted, io.vertx.core.VerticleBase stage) {
    return wanted
        ? vertx.deployVerticle(stage).onSuccess(deployed::add).mapEmpty()
        : Future.succeededFuture();
  }

  /**
   * Stops taking forms, answers those that were taken, then takes the stages down from the outside
   * in.
   */
  public Future<Void> stop() {
    closeIntake.run();
    Future<Void> down = accepting;
    for (int i = deployed.size() - 1; i >= 0; i--) {
      String stage = deployed.get(i);
      down = down.eventually(() -> vertx.undeploy(stage));
    }
    down = down.eventually(photos::close);
    CommandPath last = command;
    return last == null ? down : down.eventually(() -> closeCommand(last));
  }

  private Future<Void> closeCommand(CommandPath path) {
    return vertx.executeBlocking(
        () -> {
          path.close();
          return null;
        });
  }

  /** The port that was bound, where 0 was asked for. */
  public int publicPort() {
    return publicPort.get();
  }

  /** 0 where the node is no command centre. */
  public int commandPort() {
    return commandPort.get();
  }

  public int managementPort() {
    return managementPort.get();
  }

  private boolean role(String role) {
    return settings.node().has(role);
  }

  private static Health.State state(boolean green, String what) {
    return green ? Health.State.green(what) : Health.State.red("not: " + what);
  }
}
