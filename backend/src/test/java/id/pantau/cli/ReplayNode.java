package id.pantau.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public port of a node that misbehaves on demand, over real sockets: it counts revisions per
 * station as wire-protocol.md §6 says, and a {@link Mood} may answer in its place.
 */
final class ReplayNode implements AutoCloseable {
  private static final Pattern FORM =
      Pattern.compile("\"station\":\"(\\w+)\".*\"revision\":(\\d+)");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Mood mood;
  final Map<String, List<Integer>> revisions = Collections.synchronizedMap(new LinkedHashMap<>());
  final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

  /** Answers a request itself and returns true, or leaves it to the node. */
  @FunctionalInterface
  interface Mood {
    boolean answers(HttpExchange exchange, List<String> forms, Runnable count) throws IOException;
  }

  ReplayNode(int port, Mood mood) throws IOException {
    this.mood = mood;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/api/v1/forms", this::forms);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void forms(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    List<String> forms = body.lines().toList();
    if (!mood.answers(exchange, forms, () -> forms.forEach(this::count))) {
      batches.add(forms.size());
      StringBuilder answers = new StringBuilder();
      for (String form : forms) {
        answers.append("{\"line\":1,\"findings\":[],\"status\":\"").append(count(form));
        answers.append("\"}\n");
      }
      answer(exchange, 200, answers.toString());
    }
    exchange.close();
  }

  private String count(String form) {
    Matcher matcher = FORM.matcher(form);
    if (!matcher.find()) {
      return "refused";
    }
    List<Integer> seen =
        revisions.computeIfAbsent(
            matcher.group(1), s -> Collections.synchronizedList(new ArrayList<>()));
    int revision = Integer.parseInt(matcher.group(2));
    if (seen.contains(revision)) {
      return "duplicate";
    }
    seen.add(revision);
    return "counted";
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
