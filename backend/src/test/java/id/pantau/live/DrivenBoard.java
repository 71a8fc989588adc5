package id.pantau.live;

import id.pantau.model.Position;
import id.pantau.model.Topic;
import id.pantau.platform.Body;
import id.pantau.platform.Digest;
import id.pantau.platform.Showing;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A board that shows what a test sets, and ticks when the test says so. */
final class DrivenBoard implements Showing {
  private final Map<Topic, Update> states = new ConcurrentHashMap<>();
  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  volatile boolean loading;
  volatile long countedAtMillis;

  /** What one hub follows; used on the hub's context only. */
  private final class Follower implements Following {
    final Context context = Objects.requireNonNull(Vertx.currentContext());
    final Consumer<List<Update>> onTick;
    final Map<Topic, Integer> counts = new HashMap<>();

    Follower(Consumer<List<Update>> onTick) {
      this.onTick = onTick;
    }

    @Override
    public Future<Update> add(Topic topic) {
      Promise<Update> answer = Promise.promise();
      context.runOnContext(v -> answer(topic, answer));
      return answer.future();
    }

    private void answer(Topic topic, Promise<Update> answer) {
      Update state = states.get(topic);
      if (loading) {
        answer.fail(new NotReady());
      } else if (state == null) {
        answer.fail(new Unknown(topic.toString()));
      } else {
        counts.merge(topic, 1, Integer::sum);
        answer.complete(
            new Update(topic, state.position(), null, state.full(), state.full(), state.digest()));
      }
    }

    @Override
    public void drop(Topic topic) {
      counts.merge(topic, -1, Integer::sum);
    }

    @Override
    public void close() {
      followers.remove(this);
    }
  }

  /** A state whose text says which topic and revision it is. */
  static Update state(String topic, long revision, @Nullable Long before, int padding) {
    Topic parsed = Objects.requireNonNull(Topic.parse(topic));
    String head =
        "{\"topic\":\"" + topic + "\",\"position\":{\"epoch\":1,\"revision\":" + revision + "}";
    String tail = ",\"pad\":\"" + "x".repeat(padding) + "\"}";
    Buffer full = Buffer.buffer(head + ",\"complete\":true" + tail);
    Buffer changed = parsed.children() ? Buffer.buffer(head + ",\"complete\":false" + tail) : full;
    Position built = before == null ? null : new Position(1, before);
    String digest = Digest.of(full.getBytes());
    return new Update(parsed, new Position(1, revision), built, full, changed, digest);
  }

  /** Sets states without a tick. */
  void set(Update... updates) {
    for (Update update : updates) {
      states.put(update.topic(), update);
    }
  }

  /** Sets states and ticks; returns when every hub has had its tick. */
  void tick(Update... updates) {
    set(updates);
    for (Follower follower : followers) {
      Promise<Void> done = Promise.promise();
      follower.context.runOnContext(
          v -> {
            List<Update> wanted =
                List.of(updates).stream()
                    .filter(u -> follower.counts.getOrDefault(u.topic(), 0) > 0)
                    .toList();
            if (!wanted.isEmpty()) {
              follower.onTick.accept(wanted);
            }
            done.complete();
          });
      wait(done);
    }
  }

  /**
   * Keeps the event loop of each hub that follows a topic busy; returns when they are.
   *
   * @param until it may go on
   */
  void hold(String topic, CountDownLatch until) {
    for (Follower follower : followers) {
      Promise<Void> held = Promise.promise();
      follower.context.runOnContext(
          v -> {
            held.complete();
            if (follower.counts.getOrDefault(Topic.parse(topic), 0) > 0) {
              stay(until);
            }
          });
      wait(held);
    }
  }

  private static void stay(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How often all hubs together follow a topic now. */
  int followed(String topic) {
    int sum = 0;
    for (Follower follower : followers) {
      Promise<Integer> count = Promise.promise();
      follower.context.runOnContext(
          v -> count.complete(follower.counts.getOrDefault(Topic.parse(topic), 0)));
      sum += wait(count);
    }
    return sum;
  }

  private static <T> T wait(Promise<T> promise) {
    return promise
        .future()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }

  @Override
  public Future<Body> corrections(String contest, String area, int limit) {
    return Future.failedFuture(new Unknown(contest));
  }

  @Override
  public long countedAtMillis() {
    return countedAtMillis;
  }

  @Override
  public Following follow(Consumer<List<Update>> onTick) {
    Follower follower = new Follower(onTick);
    followers.add(follower);
    return follower;
  }

  @Override
  public Future<Body> results(String contest, String area) {
    return Future.failedFuture(new Unknown(contest));
  }

  @Override
  public Future<Body> station(String station, String contest) {
    return Future.failedFuture(new Unknown(station));
  }

  @Override
  public Future<Body> resultsAt(String contest, String area, long atMillis) {
    return Future.failedFuture(new Unknown(contest));
  }

  @Override
  public Future<Body> history(String contest, String area, int pointsMax) {
    return Future.failedFuture(new Unknown(contest));
  }

  @Override
  public Future<Body> changes(@Nullable String since, int limit) {
    return Future.failedFuture(new Unknown("" + since));
  }
}
