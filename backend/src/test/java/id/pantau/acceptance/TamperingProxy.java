package id.pantau.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Hands on what a node publishes, but for one text in one address. */
final class TamperingProxy implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  private TamperingProxy(HttpServer server) {
    this.server = server;
  }

  /**
   * @param ending of the address whose body is changed
   * @param before the text there, replaced once
   */
  static TamperingProxy of(String url, String ending, String before, String after)
      throws IOException {
    // Or each of 8,000 answers waits for the other side's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          HttpResponse<byte[]> real = Api.exchange(url + path);
          String body = new String(real.body(), StandardCharsets.UTF_8);
          if (path.endsWith(ending)) {
            int at = body.indexOf(before);
            body = body.substring(0, at) + after + body.substring(at + before.length());
          }
          answer(exchange, real.statusCode(), body.getBytes(StandardCharsets.UTF_8));
        });
    TamperingProxy proxy = new TamperingProxy(server);
    server.setExecutor(proxy.threads);
    server.start();
    return proxy;
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
