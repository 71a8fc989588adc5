package id.pantau.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Somebody who receives webhooks, well or badly, on this machine. */
public final class Receiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOO_LARGE = 413;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile int answerBytes;
  private volatile boolean hangs;
  private volatile @Nullable String header;
  private volatile String refused = "";

  /** A request that came. */
  public record Got(Headers headers, String body) {
    public String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }

    public JsonNode event() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public String type() {
      return event().path("type").asText();
    }

    public String subject() {
      return event().path("subject").asText();
    }
  }

  private Receiver(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  /**
   * A receiver that answers 200.
   *
   * @param port 0 = any
   */
  public static Receiver http(int port) {
    try {
      return new Receiver(HttpServer.create(on(port), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Receiver https(SSLContext tls) {
    try {
      HttpsServer server = HttpsServer.create(on(0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(tls));
      return new Receiver(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetSocketAddress on(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Got request = new Got(exchange.getRequestHeaders(), new String(body, StandardCharsets.UTF_8));
    got.add(request);
    if (hangs) {
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
      return;
    }
    String more = header;
    if (more != null) {
      exchange.getResponseHeaders().add(more.split(": ")[0], more.split(": ")[1]);
    }
    int bytes = answerBytes;
    int answer = !refused.isEmpty() && request.subject().equals(refused) ? TOO_LARGE : status;
    exchange.sendResponseHeaders(answer, bytes == 0 ? -1 : bytes);
    if (bytes > 0) {
      exchange.getResponseBody().write(new byte[bytes]);
    }
    exchange.close();
  }

  /** From now on it answers so. */
  public void answer(int otherStatus) {
    status = otherStatus;
  }

  /** From now on it does not take messages of this subject. */
  void refuse(String subject) {
    refused = subject;
  }

  /** From now on with this header, {@code Name: value}. */
  void header(String line) {
    header = line;
  }

  /** From now on with a body of so many bytes. */
  void answerBytes(int bytes) {
    answerBytes = bytes;
  }

  /** From now on it takes requests and never answers. */
  void hang() {
    hangs = true;
  }

  /** Everything that came, oldest first. */
  public List<Got> got() {
    return List.copyOf(got);
  }

  /** What came of a type, oldest first. */
  public List<Got> of(String type) {
    return got.stream().filter(each -> each.type().equals(type)).toList();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/hook?of=news";
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
