package id.pantau.cli;

import id.pantau.model.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One request at a time: forms of one station are always in one lane, so a node answers them in the
 * order they were sent. A batch goes again, whole, until it is answered; what the node had already
 * counted then comes back as duplicate.
 */
final class ReplayLane implements Runnable {
  private static final int BODY_BYTES_MAX = 1_048_576;
  private static final ReplayLine END = new ReplayLine("", null, new byte[0]);

  private final ReplayPlan plan;
  private final NodeClient node;
  private final ReplayTally tally;
  private final ReplayRun run;
  private final BlockingQueue<ReplayLine> queue;
  private @Nullable ReplayLine left;

  ReplayLane(ReplayPlan plan, NodeClient node, ReplayTally tally, ReplayRun run) {
    this.plan = plan;
    this.node = node;
    this.tally = tally;
    this.run = run;
    queue = new ArrayBlockingQueue<>(2 * plan.batchForms());
  }

  /** Waits while the lane has two batches to send. */
  void put(ReplayLine line) throws InterruptedException {
    queue.put(line);
  }

  void end() throws InterruptedException {
    queue.put(END);
  }

  @Override
  public void run() {
    try {
      for (List<ReplayLine> batch = next(); !batch.isEmpty(); batch = next()) {
        send(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (NodeClient.Away | IOException e) {
      run.fail(String.valueOf(e.getMessage()));
    }
  }

  /** What is ready now, at least one form and no more than a request takes; empty at the end. */
  private List<ReplayLine> next() throws InterruptedException {
    List<ReplayLine> batch = new ArrayList<>();
    int bytes = 0;
    ReplayLine line = left == null ? queue.take() : left;
    left = null;
    while (line != null && !line.equals(END)) {
      bytes += line.json().length + 1;
      if (!batch.isEmpty() && bytes > BODY_BYTES_MAX) {
        break;
      }
      batch.add(line);
      if (batch.size() == plan.batchForms()) {
        return batch;
      }
      line = queue.poll();
    }
    left = line;
    return batch;
  }

  private void send(List<ReplayLine> batch)
      throws NodeClient.Away, InterruptedException, IOException {
    NodeClient.Reply reply = node.post("/api/v1/forms", "application/x-ndjson", body(batch));
    String text = new String(reply.body(), StandardCharsets.UTF_8);
    switch (reply.status()) {
      case 200 -> {
        List<String> answers = text.lines().filter(line -> !line.isBlank()).toList();
        if (answers.size() != batch.size()) {
          throw new IOException(
              node.url() + " gave " + answers.size() + " answers to " + batch.size() + " forms");
        }
        for (String answer : answers) {
          tally.add(answer);
        }
        run.answered(batch.size());
      }
      case 400, 413, 422 -> sendApart(batch, text);
      case 401, 403 ->
          throw new IOException(
              node.url() + " does not accept the key (" + reply.status() + "): " + reply.detail());
      default ->
          throw new IOException(
              node.url() + " takes no forms (" + reply.status() + "): " + reply.detail());
    }
  }

  /** Finds the lines for which a node refuses a whole batch: broken UTF-8, or over a limit. */
  private void sendApart(List<ReplayLine> batch, String refusal)
      throws NodeClient.Away, InterruptedException, IOException {
    if (batch.size() == 1) {
      tally.add(Answer.Status.REFUSED, refusal);
      run.answered(1);
      return;
    }
    int half = batch.size() / 2;
    send(batch.subList(0, half));
    send(batch.subList(half, batch.size()));
  }

  private static byte[] body(List<ReplayLine> batch) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(batch.size() * 640);
    for (ReplayLine line : batch) {
      body.writeBytes(line.json());
      body.write('\n');
    }
    return body.toByteArray();
  }
}
