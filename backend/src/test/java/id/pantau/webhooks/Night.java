package id.pantau.webhooks;

import id.pantau.count.CountNode;
import id.pantau.count.CountRig;
import id.pantau.count.Forms;
import id.pantau.count.Waiting;
import id.pantau.model.Election;
import id.pantau.model.Method;
import id.pantau.platform.Acts;
import id.pantau.platform.Settings;
import id.pantau.platform.Webhooks;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A count and webhooks of an election of their own, on the rig's Redis. */
final class Night implements AutoCloseable {
  static final String RESULT = "id.pantau.result.changed";
  static final List<String> STATIONS =
      List.of("0101011001001", "0101011001002", "0101011001003", "0102011001001");

  final WebhooksNode node;
  private final Settings.Webhooks limits;
  private final CountRig rig;
  private final Election election;
  private final Forms forms;
  private final CountNode count;
  private final Path data;

  Night(CountRig rig, String name, Acts acts) {
    this(rig, name, acts, Limits.quick());
  }

  Night(CountRig rig, String name, Acts acts, Settings.Webhooks limits) {
    this.limits = limits;
    this.rig = rig;
    this.election = CountRig.election(name);
    this.forms = new Forms(election);
    this.count = rig.node("count-" + name, election);
    this.data = rig.data("hooks-" + name);
    this.node = again(acts);
  }

  /** Another start of the node, on the same data. */
  WebhooksNode again(Acts acts) {
    return new WebhooksNode(rig, election, data, acts, limits);
  }

  void counted(String station) {
    count.count(forms.sound("ppwp", station, 1, Method.MACHINE, 1, 2, 3));
  }

  /** The digest of what the board shows. */
  String digest(String area) {
    return node.board().results("ppwp", area).path("digest").asText();
  }

  static String digest(Receiver.Got got) {
    return got.event().at("/data/digest").asText();
  }

  /** Waits until the nation's first choice has so many votes. */
  void untilVotes(long votes) {
    Waiting.until(votes + " votes", () -> node.board().figures("ppwp", "0").get(0) == votes);
  }

  /** Waits until the last that a receiver got of a place is what the board shows. */
  void untilHas(Receiver receiver, String area) {
    Waiting.until(
        "it has the newest of " + area,
        () ->
            receiver.of(RESULT).stream()
                .filter(got -> got.subject().equals("ppwp/" + area))
                .reduce((before, after) -> after)
                .map(Night::digest)
                .filter(digest(area)::equals)
                .isPresent());
  }

  /** The header that these secrets give. */
  static String signatures(Receiver.Got got, String... secrets) {
    return Secret.signatures(
        List.of(secrets),
        got.header("webhook-id"),
        Long.parseLong(got.header("webhook-timestamp")),
        got.body().getBytes(StandardCharsets.UTF_8));
  }

  /** {@code webhooks.json}; empty before it is there. */
  String file() {
    try {
      return Files.readString(data.resolve("webhooks.json"));
    } catch (IOException e) {
      return "";
    }
  }

  void file(String text) {
    try {
      Files.writeString(data.resolve("webhooks.json"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code of the problem with which something is refused. */
  static String code(Future<?> refused) {
    return ((Webhooks.Unfit) Waiting.failure(refused)).problem().code();
  }

  @Override
  public void close() {
    node.close();
    count.stop();
  }
}
