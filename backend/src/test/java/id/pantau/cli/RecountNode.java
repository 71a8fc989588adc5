package id.pantau.cli;

import com.sun.net.httpserver.HttpServer;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The public port of a node that publishes given texts: results bodies made from figures (so that a
 * test can falsify one), and pages of changes.
 */
final class RecountNode implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  final ConcurrentHashMap<String, String> bodies = new ConcurrentHashMap<>();

  RecountNode() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/api/v1/",
        exchange -> {
          String body = bodies.get(exchange.getRequestURI().toString());
          byte[] bytes = (body == null ? "{}" : body).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * Publishes every area of a tree; {@code figures} gives {@code votes…, counted, held, asSent…}.
   */
  void publish(AreaTree tree, Contest contest, Function<String, long[]> figures) {
    for (int i = 0; i < tree.size(); i++) {
      String path = "/api/v1/results/" + contest.id() + "/" + tree.area(i).code();
      bodies.put(path, body(tree, contest, i, figures));
    }
  }

  /** A results body with its children, as wire-protocol.md §2 has it. */
  static String body(AreaTree tree, Contest contest, int area, Function<String, long[]> figures) {
    List<String> children = new ArrayList<>();
    for (int c = 0; c < tree.childCount(area); c++) {
      int child = tree.firstChild(area) + c;
      String code = tree.area(child).code();
      children.add("{\"code\":\"" + code + "\"," + row(tree, contest, code, figures) + "}");
    }
    if (tree.area(area).level() == 4) {
      for (int s = 0; s < tree.stations(area); s++) {
        String code = tree.stationAt(tree.province(area), tree.slotBase(area) + s).code();
        children.add("{\"code\":\"" + code + "\"," + row(tree, contest, code, figures) + "}");
      }
    }
    String code = tree.area(area).code();
    return "{\"contest\":\""
        + contest.id()
        + "\",\"area\":\""
        + code
        + "\",\"position\":{\"epoch\":1,\"revision\":1},"
        + row(tree, contest, code, figures)
        + ",\"children\":["
        + String.join(",", children)
        + "]}";
  }

  private static String row(
      AreaTree tree, Contest contest, String code, Function<String, long[]> figures) {
    int choices = contest.choices().size();
    long[] own = figures.apply(code);
    return "\"totals\":{\"votes\":{"
        + votes(contest, own, 0)
        + "},\"asSent\":{"
        + votes(contest, own, choices + 2)
        + "}},\"stations\":{\"counted\":"
        + own[choices]
        + ",\"held\":"
        + own[choices + 1]
        + ",\"expected\":"
        + expected(tree, contest.scope().get(0), code)
        + "}";
  }

  private static String votes(Contest contest, long[] own, int from) {
    StringBuilder votes = new StringBuilder();
    for (int i = 0; i < contest.choices().size(); i++) {
      votes.append(i == 0 ? "" : ",").append('"').append(contest.choices().get(i).id());
      votes.append("\":").append(own[from + i]);
    }
    return votes.toString();
  }

  private static int expected(AreaTree tree, String scope, String code) {
    boolean inScope = scope.equals("0") || code.startsWith(scope);
    if (code.length() == 13) {
      return inScope ? 1 : 0;
    }
    boolean above = code.equals("0") || scope.startsWith(code);
    return inScope ? tree.stations(tree.find(code)) : above ? tree.stations(tree.find(scope)) : 0;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
