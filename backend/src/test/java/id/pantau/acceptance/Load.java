package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Forms sent from several threads at once, each batch once, until the forms or the node end. It
 * remembers which forms the node acknowledged: those it must never lose.
 */
final class Load implements AutoCloseable {
  private static final Set<String> ACKNOWLEDGED = Set.of("counted", "held", "stored", "duplicate");

  private final Sender sender;
  private final List<String> forms;
  private final int batchForms;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final List<String> acknowledged = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private Load(Sender sender, List<String> forms, int batchForms) {
    this.sender = sender;
    this.forms = forms;
    this.batchForms = batchForms;
  }

  static Load start(Sender sender, List<String> forms, int batchForms, int lanes) {
    Load load = new Load(sender, forms, batchForms);
    for (int i = 0; i < lanes; i++) {
      Thread thread = new Thread(load::run, "load-" + i);
      thread.setDaemon(true);
      load.threads.add(thread);
      thread.start();
    }
    return load;
  }

  private void run() {
    while (!ended.get()) {
      int from = next.getAndAdd(batchForms);
      if (from >= forms.size()) {
        return;
      }
      try {
        send(forms.subList(from, Math.min(forms.size(), from + batchForms)));
      } catch (IOException nodeIsGone) {
        return;
      }
    }
  }

  /** A batch that was not answered with 200 is nobody's promise; nor is one that was cut off. */
  private void send(List<String> batch) throws IOException {
    Sender.Reply reply = sender.batch(batch);
    synchronized (this) {
      if (reply.status() == 503 || reply.status() == 429) {
        busy.incrementAndGet();
      } else if (reply.status() != 200 || reply.lines().size() != batch.size()) {
        wrong.add(reply.status() + " " + reply.body());
      } else {
        List<String> statuses = reply.statuses();
        for (int i = 0; i < batch.size(); i++) {
          if (ACKNOWLEDGED.contains(statuses.get(i))) {
            acknowledged.add(batch.get(i));
          } else {
            wrong.add(reply.lines().get(i).toString());
          }
        }
      }
    }
  }

  synchronized int acknowledgedSoFar() {
    return acknowledged.size();
  }

  /** Requests that were told to come again. */
  int busy() {
    return busy.get();
  }

  /** Waits until every thread is done; gives what was acknowledged. */
  synchronized List<String> acknowledged() {
    assertTrue(wrong.isEmpty(), () -> "answers that nothing explains: " + wrong);
    return List.copyOf(acknowledged);
  }

  /** Sends no further batch and waits for the answers under way. */
  List<String> end() throws InterruptedException {
    ended.set(true);
    return join();
  }

  /** Waits until all was sent, or the node was gone. */
  List<String> join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(120));
      assertTrue(!thread.isAlive(), "a request is never answered");
    }
    return acknowledged();
  }

  @Override
  public void close() {
    ended.set(true);
  }
}
