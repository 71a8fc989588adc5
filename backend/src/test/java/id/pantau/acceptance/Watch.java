package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Position;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A reader of the nation's results that never stops asking. It holds what no reader may ever see: a
 * position that goes back, one position with two contents.
 */
final class Watch implements AutoCloseable {
  private static final int PAUSE_MILLIS = 50;

  private final String url;
  private final boolean mustAnswer;
  private final Thread thread;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final List<String> wrong = new ArrayList<>();
  private final Map<Position, String> digests = new HashMap<>();
  private @Nullable Position newest;
  private int answers;

  private Watch(Api api, boolean mustAnswer) {
    this.url = api.url() + "/api/v1/results/ppwp/0";
    this.mustAnswer = mustAnswer;
    this.thread = new Thread(this::run, "watch");
  }

  /** Of a node that stays up: anything but 200 is wrong. */
  static Watch strict(Api api) {
    return new Watch(api, true).begin();
  }

  /** Of a node that will be killed: it may be away, or say that it is loading. */
  static Watch patient(Api api) {
    return new Watch(api, false).begin();
  }

  private Watch begin() {
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  private void run() {
    while (!ended.get()) {
      try {
        look(Api.exchange(url));
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      } catch (IOException e) {
        if (mustAnswer) {
          note("no answer: " + e);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private synchronized void look(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != 200) {
      if (mustAnswer || answer.statusCode() != 503) {
        note("answered " + answer.statusCode());
      }
      return;
    }
    answers++;
    JsonNode body = Json.tree(answer.body());
    Position position = Api.position(body);
    String digest = body.path("digest").asText();
    String known = digests.putIfAbsent(position, digest);
    if (known != null && !known.equals(digest)) {
      note(position + " has two contents");
    }
    if (newest != null && position.compareTo(newest) < 0) {
      note(position + " after " + newest);
    }
    newest = position;
  }

  private synchronized void note(String what) {
    wrong.add(what);
  }

  /** Distinct positions seen so far: a watch that saw one has shown nothing. */
  synchronized int moves() {
    return digests.size();
  }

  synchronized int answers() {
    return answers;
  }

  /** Stops looking; fails where anything was wrong. */
  void end() throws InterruptedException {
    ended.set(true);
    thread.join(TimeUnit.SECONDS.toMillis(60));
    synchronized (this) {
      assertEquals(List.of(), wrong);
      assertTrue(answers > 0, "nothing was seen");
    }
  }

  @Override
  public void close() {
    ended.set(true);
  }
}
