package id.pantau.webhooks;

import id.pantau.board.BoardNode;
import id.pantau.count.CountRig;
import id.pantau.count.Waiting;
import id.pantau.model.Election;
import id.pantau.platform.Acts;
import id.pantau.platform.Settings;
import id.pantau.platform.Webhooks;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** A node's board and webhooks on the rig's Redis. */
final class WebhooksNode implements AutoCloseable {
  private final CountRig rig;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final BoardNode board;
  private final WebhooksVerticle verticle;
  private final String deployed;
  private boolean closed;

  WebhooksNode(CountRig rig, Election election, Path data, Acts acts, Settings.Webhooks limits) {
    this.rig = rig;
    this.board = new BoardNode(rig, election, acts);
    Settings all = rig.settings();
    Settings settings =
        new Settings(
            all.node().withData(data.toString()),
            all.redis(),
            all.intake(),
            all.count(),
            all.board(),
            all.live(),
            all.api(),
            all.photos(),
            new Settings.Web("https://suara.example"),
            all.card(),
            all.command(),
            all.opendata(),
            limits,
            all.reading());
    this.verticle =
        new WebhooksVerticle(
            settings, election, board::showing, acts, meters, InstantSource.system());
    this.deployed = Waiting.get(rig.vertx().deployVerticle(verticle));
  }

  Webhooks webhooks() {
    return verticle.webhooks();
  }

  String health() {
    return verticle.health().detail();
  }

  BoardNode board() {
    return board;
  }

  /** Registers a webhook, as the command centre does. */
  Webhooks.Fresh register(String url, boolean acts, String... topics) {
    Webhooks.Wish wish = new Webhooks.Wish("x", url, List.of(topics), acts, "siti");
    return Waiting.get(webhooks().checked(wish).compose(webhooks()::add));
  }

  Webhooks.Row row(String id) {
    return Waiting.get(webhooks().all()).stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  void until(String id, Webhooks.State state) {
    Waiting.until(id + " is " + state, () -> row(id).state() == state);
  }

  double attempts(String outcome) {
    return meters.get("pantau.webhooks.attempts").tag("outcome", outcome).counter().count();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    Waiting.get(rig.vertx().undeploy(deployed));
    board.close();
  }
}
