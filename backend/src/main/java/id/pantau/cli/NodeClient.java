package id.pantau.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.platform.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A patient caller of one node. It asks again while the node is busy (429, 503: as long as the node
 * says, with jitter) and while it cannot be reached or fails (backoff): a node may be restarting,
 * and every request it makes may safely be made twice. Any thread may call; each call blocks.
 */
final class NodeClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int BACKOFF_MILLIS_MIN = 100;
  private static final int BACKOFF_MILLIS_MAX = 5_000;
  private static final int RETRY_AFTER_SECONDS_MAX = 60;

  private static final ObjectMapper PROBLEM = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI url;
  private final @Nullable String key;
  private final Patience patience;

  /**
   * How long to go on.
   *
   * @param broken with a node that does not answer, or answers 408 or 5xx
   * @param busy with a node that answers 429 or 503
   */
  record Patience(Duration broken, Duration busy) {}

  /** An answer that is not "come again". */
  record Reply(int status, byte[] body) {
    private static final int DETAIL_CHARS_MAX = 200;

    /** What a problem says in its own sentence, or the beginning of the text. */
    String detail() {
      String text = new String(body, StandardCharsets.UTF_8);
      try {
        text = PROBLEM.readTree(text).path("detail").asText(text);
      } catch (JsonProcessingException e) {
        // Not a node: a proxy's page, shown as it is.
      }
      return text.length() <= DETAIL_CHARS_MAX ? text : text.substring(0, DETAIL_CHARS_MAX) + "…";
    }
  }

  /** The node stayed away; the message is one sentence with its address. */
  static final class Away extends Exception {
    private static final long serialVersionUID = 1L;

    Away(String message) {
      super(message);
    }
  }

  /**
   * @param key sent as bearer where not null
   */
  NodeClient(URI url, @Nullable String key, Patience patience) {
    this.url = url;
    this.key = key;
    this.patience = patience;
  }

  /**
   * The address of a node, checked: http or https, and a key goes over http to loopback only.
   *
   * @throws Refused with one sentence
   */
  static URI address(URI url, @Nullable String key) {
    String scheme = String.valueOf(url.getScheme());
    String host = url.getHost();
    if (!(scheme.equals("http") || scheme.equals("https")) || host == null) {
      throw new Refused(url + " is no address of a node (http://127.0.0.1:8080)");
    }
    if (scheme.equals("http") && key != null && !key.isEmpty() && !isLoopback(host)) {
      throw new Refused(url + ": a key is sent over https only, or to this machine");
    }
    return url;
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
  }

  URI url() {
    return url;
  }

  Reply get(String path) throws Away, InterruptedException {
    return exchange(request(path).GET().build());
  }

  Reply post(String path, String contentType, byte[] body) throws Away, InterruptedException {
    return exchange(
        request(path)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(ANSWER);
    return key == null ? request : request.header("Authorization", "Bearer " + key);
  }

  private Reply exchange(HttpRequest request) throws Away, InterruptedException {
    long begun = System.nanoTime();
    long broken = begun;
    for (int attempt = 0; ; attempt++) {
      String trouble;
      long waitMillis = backoffMillis(attempt);
      long since = broken;
      Duration limit = patience.broken();
      try {
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        int status = answer.statusCode();
        if (!isPassing(status)) {
          return new Reply(status, answer.body());
        }
        trouble = "answers " + status;
        if (status == 429 || status == 503) {
          since = begun;
          broken = System.nanoTime();
          limit = patience.busy();
          waitMillis = retryAfterMillis(answer, waitMillis);
        }
      } catch (IOException e) {
        trouble = "cannot be reached (" + (e.getMessage() == null ? e : e.getMessage()) + ")";
      }
      long triedMillis = (System.nanoTime() - since) / 1_000_000;
      if (triedMillis + waitMillis > limit.toMillis()) {
        throw new Away(url + " " + trouble + "; gave up after " + triedMillis / 1000 + " s");
      }
      Thread.sleep(waitMillis);
    }
  }

  private static boolean isPassing(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private static long backoffMillis(int attempt) {
    long longest = Math.min((long) BACKOFF_MILLIS_MIN << Math.min(attempt, 10), BACKOFF_MILLIS_MAX);
    return longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1);
  }

  /** What the node asked for, and up to half as much again, so that callers do not come at once. */
  private static long retryAfterMillis(HttpResponse<?> answer, long otherwise) {
    String seconds = answer.headers().firstValue("Retry-After").orElse("");
    if (!seconds.matches("\\d{1,6}")) {
      return otherwise;
    }
    long millis = 1000L * Math.min(Integer.parseInt(seconds), RETRY_AFTER_SECONDS_MAX);
    return millis + ThreadLocalRandom.current().nextLong(millis / 2 + BACKOFF_MILLIS_MIN);
  }
}
