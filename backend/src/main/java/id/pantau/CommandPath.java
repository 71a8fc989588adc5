package id.pantau;

import id.pantau.command.CommandCentre;
import id.pantau.command.Desk;
import id.pantau.command.LiveScreens;
import id.pantau.command.WallCost;
import id.pantau.command.signin.OperatorFile;
import id.pantau.command.signin.Operators;
import id.pantau.command.trail.AuditTrail;
import id.pantau.command.trail.TrailDesk;
import id.pantau.platform.Health;
import id.pantau.platform.Settings;
import id.pantau.platform.WebServer;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The command centre's part of the data path: the trail, the operators, the screens, and the desks
 * that share them. The desks are given where {@link DataPath} starts it.
 */
final class CommandPath {
  private final Vertx vertx;
  private final Settings settings;
  private final InstantSource clock;
  private final AuditTrail trail;
  private final Operators operators;
  private final LiveScreens screens;
  private final List<Desk> desks = new ArrayList<>();
  private final AtomicInteger port;

  private CommandPath(
      Vertx vertx,
      Settings settings,
      InstantSource clock,
      AuditTrail trail,
      Operators operators,
      WallCost cost,
      AtomicInteger port) {
    this.vertx = vertx;
    this.settings = settings;
    this.clock = clock;
    this.trail = trail;
    this.operators = operators;
    this.port = port;
    this.screens = new LiveScreens(cost);
    desks.add(new TrailDesk(trail));
  }

  /** Opens the trail and reads the operators, on a worker. */
  static Future<CommandPath> prepare(
      Vertx vertx, Settings settings, InstantSource clock, WallCost cost, AtomicInteger port) {
    Path data = Path.of(settings.node().data());
    return vertx.executeBlocking(
        () ->
            new CommandPath(
                vertx,
                settings,
                clock,
                AuditTrail.open(vertx, data, clock),
                new Operators(new OperatorFile(data, clock)),
                cost,
                port));
  }

  AuditTrail trail() {
    return trail;
  }

  LiveScreens screens() {
    return screens;
  }

  /** Adds a part of the command centre's API; before {@link #open}. */
  void add(Desk desk) {
    desks.add(desk);
  }

  void watch(Health health) {
    health.register(
        "trail",
        () -> {
          String trouble = trail.trouble();
          return trouble == null
              ? Health.State.green("the audit trail can be written")
              : Health.State.red("the audit trail cannot be written: " + trouble);
        });
  }

  /** Opens the port: one instance, so sessions and screens live on one event loop. */
  Future<String> open() {
    Settings.Node node = settings.node();
    CommandCentre centre =
        new CommandCentre(settings.command(), operators, trail, screens, desks, port::get, clock);
    return vertx.deployVerticle(
        () ->
            new WebServer(
                node.host(),
                node.commandPort(),
                CommandCentre.MESSAGE_BYTES_MAX,
                List.of(centre),
                port),
        new DeploymentOptions());
  }

  /** After the port is closed. Blocks for what is still to be written. */
  void close() {
    try {
      trail.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
