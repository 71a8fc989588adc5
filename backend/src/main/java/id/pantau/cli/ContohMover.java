package id.pantau.cli;

import id.pantau.cli.NodeClient.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one round through the front door, each form when it is due. Blocks its caller. */
final class ContohMover {
  private static final Logger LOG = LoggerFactory.getLogger(ContohMover.class);
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(30), Duration.ofMinutes(2));
  private static final String NDJSON = "application/x-ndjson";

  private final NodeClient node;
  private final ReplayTally tally;

  /**
   * @param tally gets what was answered
   */
  ContohMover(URI url, String key, ReplayTally tally) {
    this.node = new NodeClient(url, key, PATIENCE);
    this.tally = tally;
  }

  /** Sends what a round opens with, at once. */
  void open(ContohRound round) throws InterruptedException {
    post(round.opening());
  }

  /** Sends the rest and waits for the round's end. What a busy node does not take is left out. */
  void send(ContohRound round, long roundMillis) throws InterruptedException {
    long begun = System.nanoTime();
    List<ContohRound.Step> steps = round.steps();
    int next = 0;
    while (next < steps.size()) {
      sleepUntil(begun, steps.get(next).at(), roundMillis);
      int from = next;
      double now = (System.nanoTime() - begun) / (roundMillis * 1e6);
      while (next < steps.size()
          && steps.get(next).at() <= now
          && next - from < ReplayPlan.BATCH_FORMS_MAX) {
        next++;
      }
      post(steps.subList(from, next));
    }
    sleepUntil(begun, 1, roundMillis);
  }

  private static void sleepUntil(long begun, double share, long roundMillis)
      throws InterruptedException {
    long dueNanos = begun + (long) (share * roundMillis * 1e6);
    long waitMillis = (dueNanos - System.nanoTime() + 999_999) / 1_000_000;
    if (waitMillis > 0) {
      Thread.sleep(waitMillis);
    }
  }

  /** A form that was sent twice is a duplicate, so a request may be repeated. */
  private void post(List<ContohRound.Step> due) throws InterruptedException {
    if (due.isEmpty()) {
      return;
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream(1024 * due.size());
    for (ContohRound.Step step : due) {
      lines.writeBytes(FormJson.bytes(step.form()));
      lines.write('\n');
    }
    try {
      NodeClient.Reply reply = node.post("/api/v1/forms", NDJSON, lines.toByteArray());
      if (reply.status() != 200) {
        LOG.warn("{} forms were not taken: {} {}", due.size(), reply.status(), reply.detail());
        return;
      }
      for (String line : new String(reply.body(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isEmpty()) {
          tally.add(line);
        }
      }
    } catch (NodeClient.Away | IOException e) {
      LOG.warn("{} forms were not taken: {}", due.size(), e.getMessage());
    }
  }
}
