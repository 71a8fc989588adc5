package id.pantau.load.fanout;

import id.pantau.model.Position;
import id.pantau.model.Topic;
import id.pantau.platform.Body;
import id.pantau.platform.Showing;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * In the board's place: shows of every topic the state that was posted last, and tells all hubs of
 * it, at once or at most once a tick, as the board does.
 */
public final class PostedStates implements Showing, WebMount {
  private static final int NO_CONTENT = 204;

  private final List<Hub> hubs = new CopyOnWriteArrayList<>();
  private final boolean ticking;
  private volatile @Nullable Posted newest;
  private volatile long told;

  private record Hub(Context context, Consumer<List<Update>> onTick) {}

  private record Posted(long revision, Buffer text, long atMillis) {}

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
    request
        .body()
        .onSuccess(
            text -> {
              newest = new Posted(revision, text, System.currentTimeMillis());
              request.response().setStatusCode(NO_CONTENT).end();
              if (!ticking) {
                tell();
              }
            });
  }

  private void tell() {
    Posted now = newest;
    if (now != null && now.revision() != told) {
      told = now.revision();
      for (Hub hub : hubs) {
        hub.context().runOnContext(tick -> hub.onTick().accept(List.of(update(now))));
      }
    }
  }

  private static Update update(Posted posted) {
    Topic topic = Objects.requireNonNull(Topic.parse("ppwp/0"));
    Position at = new Position(1, posted.revision());
    String digest = Long.toHexString(posted.revision());
    return new Update(topic, at, null, posted.text(), posted.text(), digest, posted.atMillis());
  }

  @Override
  public Following follow(Consumer<List<Update>> onTick) {
    Hub hub = new Hub(Vertx.currentContext(), onTick);
    hubs.add(hub);
    return new Following() {
      @Override
      public Future<Update> add(Topic topic) {
        Posted now = newest;
        return now == null
            ? Future.failedFuture(new NotReady())
            : Future.succeededFuture(update(now));
      }

      @Override
      public void drop(Topic topic) {
        // All hubs are told of the only topic; one without viewers passes it over.
      }

      @Override
      public void close() {
        hubs.remove(hub);
      }
    };
  }

  @Override
  public long countedAtMillis() {
    Posted now = newest;
    return now == null ? 0 : now.atMillis();
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
