package id.pantau.load.flood;

import id.pantau.model.Form;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends all forms in batches over several connections, as fast as they are answered or at a rate.
 */
public final class Flood {
  private final Forms forms;
  private final Plan plan;
  private final Sender sender;
  private final FloodCounts counts;
  private final Answers answers;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicLong started = new AtomicLong();

  /**
   * How it is sent.
   *
   * @param ratePerSecond forms a second over all connections; 0 = as fast as they are answered
   */
  public record Plan(URI node, String key, int connections, int batchForms, int ratePerSecond) {}

  public Flood(Forms forms, Plan plan, FloodCounts counts, Answers answers) {
    this.forms = forms;
    this.plan = plan;
    this.counts = counts;
    this.answers = answers;
    this.sender = new Sender(plan.node(), plan.key(), counts);
  }

  /**
   * Sends everything.
   *
   * @throws IOException where the node stays away or refuses a batch as a whole
   */
  public void run() throws IOException, InterruptedException {
    started.set(System.nanoTime());
    ExecutorService senders = Executors.newFixedThreadPool(plan.connections());
    try {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < plan.connections(); i++) {
        all.add(senders.submit(this::sendOn));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      senders.shutdownNow();
    }
  }

  private Void sendOn() throws IOException, InterruptedException {
    int from = next.getAndAdd(plan.batchForms());
    while (from < forms.size()) {
      List<Form> batch = batch(from, Math.min(from + plan.batchForms(), forms.size()));
      byte[] body = Sender.body(batch);
      long due = due(from);
      Sender.Answered answered = sender.send(body, batch.size());
      counts.batch(answered.statuses(), batch.size(), (System.nanoTime() - due) / 1_000);
      for (int i = 0; i < batch.size(); i++) {
        answers.answered(batch.get(i), answered.statuses().get(i), answered.again());
      }
      from = next.getAndAdd(plan.batchForms());
    }
    return null;
  }

  /**
   * At a rate latency runs from when the batch was due: a node that is late makes the next ones
   * late too.
   */
  private long due(int from) throws InterruptedException {
    long now = System.nanoTime();
    if (plan.ratePerSecond() == 0) {
      return now;
    }
    long due = started.get() + (long) (from * 1e9 / plan.ratePerSecond());
    if (due > now) {
      TimeUnit.NANOSECONDS.sleep(due - now);
    }
    return due;
  }

  private List<Form> batch(int from, int to) {
    List<Form> batch = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      batch.add(forms.form().apply(i));
    }
    return batch;
  }
}
