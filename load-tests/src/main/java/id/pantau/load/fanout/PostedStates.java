package id.pantau.load.fanout;

import id.pantau.model.Position;
import id.pantau.model.Topic;
import id.pantau.platform.Body;
import id.pantau.platform.Showing;
import id.pantau.platform.Showing.Receipts;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * In the board's place: shows of a topic the state that was posted last, and tells all hubs of it,
 * at once, or at most once a tick of all topics that changed, as the board does.
 */
public final class PostedStates implements Showing, WebMount {
  private static final int NO_CONTENT = 204;

  private final List<Hub> hubs = new CopyOnWriteArrayList<>();
  private final boolean ticking;
  private final Map<Topic, Posted> newest = new ConcurrentHashMap<>();
  private final Map<Topic, Posted> untold = new ConcurrentHashMap<>();
  private volatile long postedMillis;

  private record Hub(Context context, Consumer<List<Update>> onTick) {}

  private record Posted(Topic topic, long revision, Buffer text, long atMillis) {
    Update update() {
      Position at = new Position(1, revision);
      Receipts received = new Receipts(atMillis, atMillis);
      return new Update(topic, at, null, text, text, Long.toHexString(revision), received);
    }
  }

  /**
   * @param tickMillis 0 tells each state at once
   */
  public PostedStates(Vertx vertx, int tickMillis) {
    ticking = tickMillis > 0;
    if (ticking) {
      vertx.setPeriodic(tickMillis, tick -> tell());
    }
  }

  @Override
  public void mount(WebDoor door) {
    door.router().post("/pub").handler(context -> take(context.request()));
  }

  private void take(HttpServerRequest request) {
    long revision = Long.parseLong(request.getParam("revision"));
    Topic topic = Objects.requireNonNull(Topic.parse(request.getParam("topic", "ppwp/0")));
    request
        .body()
        .onSuccess(
            text -> {
              post(topic, revision, text);
              request.response().setStatusCode(NO_CONTENT).end();
            });
  }

  /**
   * Shows a state from now on.
   *
   * @param revision larger than that of the topic's state before
   */
  public void post(Topic topic, long revision, Buffer text) {
    postedMillis = System.currentTimeMillis();
    Posted posted = new Posted(topic, revision, text, postedMillis);
    newest.put(topic, posted);
    untold.put(topic, posted);
    if (!ticking) {
      tell();
    }
  }

  private void tell() {
    List<Update> updates = new ArrayList<>();
    for (Posted posted : List.copyOf(untold.values())) {
      if (untold.remove(posted.topic(), posted)) {
        updates.add(posted.update());
      }
    }
    if (!updates.isEmpty()) {
      for (Hub hub : hubs) {
        hub.context().runOnContext(tick -> hub.onTick().accept(updates));
      }
    }
  }

  @Override
  public Following follow(Consumer<List<Update>> onTick) {
    Hub hub = new Hub(Vertx.currentContext(), onTick);
    hubs.add(hub);
    return new Following() {
      @Override
      public Future<Update> add(Topic topic) {
        Posted now = newest.get(topic);
        return now == null
            ? Future.failedFuture(new NotReady())
            : Future.succeededFuture(now.update());
      }

      @Override
      public void drop(Topic topic) {
        // All hubs are told of every topic; one without viewers passes it over.
      }

      @Override
      public void close() {
        hubs.remove(hub);
      }
    };
  }

  @Override
  public long countedAtMillis() {
    return postedMillis;
  }

  @Override
  public Future<Body> results(String contest, String area) {
    return none();
  }

  @Override
  public Future<Body> resultsAt(String contest, String area, long atMillis) {
    return none();
  }

  @Override
  public Future<Body> station(String station, String contest) {
    return none();
  }

  @Override
  public Future<Body> history(String contest, String area, int pointsMax) {
    return none();
  }

  @Override
  public Future<Body> changes(@Nullable String since, int limit) {
    return none();
  }

  @Override
  public Future<Body> corrections(String contest, String area, int limit) {
    return none();
  }

  private static Future<Body> none() {
    return Future.failedFuture(new Unknown("only states are posted here"));
  }
}
