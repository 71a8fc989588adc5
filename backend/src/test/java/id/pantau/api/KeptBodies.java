package id.pantau.api;

import id.pantau.model.Position;
import id.pantau.model.Topic;
import id.pantau.platform.Body;
import id.pantau.platform.Showing;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A board that answers with the bodies a test put into it, and says what it was asked. */
final class KeptBodies implements Showing {
  final Map<String, Body> bodies = new ConcurrentHashMap<>();
  volatile boolean loading;
  volatile boolean broken;
  volatile boolean busy;
  volatile String asked = "";

  /** Keeps a body under the words of its question. */
  void put(String question, String json) {
    Buffer bytes = Buffer.buffer(json);
    bodies.put(question, new Body(bytes, Document.digest(bytes.getBytes()), Position.START));
  }

  private Future<Body> answer(String question) {
    asked = question;
    if (broken) {
      return Future.failedFuture(new IllegalStateException("secret"));
    }
    if (busy) {
      return Future.failedFuture(new Busy());
    }
    if (loading) {
      return Future.failedFuture(new NotReady());
    }
    Body body = bodies.get(question);
    return body == null
        ? Future.failedFuture(new Unknown("not here: " + question))
        : Future.succeededFuture(body);
  }

  @Override
  public Future<Body> results(String contest, String area) {
    return answer("results " + contest + " " + area);
  }

  @Override
  public Future<Body> resultsAt(String contest, String area, long atMillis) {
    return answer("results " + contest + " " + area + " at " + atMillis);
  }

  @Override
  public Future<Body> station(String station, String contest) {
    return answer("station " + station + " " + contest);
  }

  @Override
  public Future<Body> history(String contest, String area, int pointsMax) {
    return answer("history " + contest + " " + area + " " + pointsMax);
  }

  @Override
  public Future<Body> changes(@Nullable String since, int limit) {
    return answer("changes " + since + " " + limit);
  }

  @Override
  public Following follow(Consumer<List<Update>> onTick) {
    return new Following() {
      @Override
      public Future<Update> add(Topic topic) {
        return Future.failedFuture(new Unknown(topic.toString()));
      }

      @Override
      public void drop(Topic topic) {}

      @Override
      public void close() {}
    };
  }
}
