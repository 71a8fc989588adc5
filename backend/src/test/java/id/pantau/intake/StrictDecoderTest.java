package id.pantau.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.ext.web.Router;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F33 and slow heads, byte by byte against a real server; and that the rest still works. */
class StrictDecoderTest {
  private static final String POST = "POST /echo HTTP/1.1\r\n";

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;

  StrictDecoderTest() throws Exception {
    Router router = Router.router(vertx);
    router
        .post("/echo")
        .handler(ctx -> ctx.request().body().onSuccess(body -> ctx.response().end(body)));
    HttpServerOptions options =
        new HttpServerOptions().setHttp2ClearTextEnabled(false).setHost("127.0.0.1").setPort(0);
    server =
        get(
            vertx
                .createHttpServer(options)
                .connectionHandler(c -> StrictDecoder.install(c, options, 500))
                .webSocketHandler(socket -> socket.textMessageHandler(socket::writeTextMessage))
                .requestHandler(router)
                .listen());
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    get(vertx.close());
  }

  private Socket socket() throws Exception {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "CL then TE,        'Host: a|Content-Length: 4|Transfer-Encoding: chunked||0||', 400",
    "TE then CL,        'Host: a|Transfer-Encoding: chunked|Content-Length: 4||0||', 400",
    "two lengths,       'Host: a|Content-Length: 2|Content-Length: 3||abc', 400",
    "the same twice,    'Host: a|Content-Length: 2|Content-Length: 2||ab', 400",
    "a list of lengths, 'Host: a|Content-Length: 2, 2||ab', 400",
    "a signed length,   'Host: a|Content-Length: +2||ab', 400",
    "a negative length, 'Host: a|Content-Length: -2||ab', 400",
    "space before colon,'Host: a|Content-Length : 2||ab', 400",
    "unknown coding,    'Host: a|Transfer-Encoding: xchunked||0||', 400",
    "two codings,       'Host: a|Transfer-Encoding: gzip, chunked||0||', 400",
    "coding twice,      'Host: a|Transfer-Encoding: chunked|Transfer-Encoding: chunked||0||', 400",
    "no host,           'Content-Length: 2||ab', 400",
    "two hosts,         'Host: a|Host: b|Content-Length: 2||ab', 400",
  })
  void head_thatCanBeReadTwoWays_isRefusedAndClosed(String name, String rest, int status)
      throws Exception {
    try (Socket socket = socket()) {
      RawHttp.send(socket, POST + rest.replace("|", "\r\n"));
      assertEquals(status, RawHttp.status(RawHttp.response(socket)), name);
      RawHttp.awaitClose(socket);
    }
  }

  @Test
  void head_withBareLineFeeds_isRefusedAndClosed() throws Exception {
    for (String head :
        new String[] {
          "POST /echo HTTP/1.1\nHost: a\nContent-Length: 2\n\nab",
          "POST /echo HTTP/1.1\r\nHost: a\nContent-Length: 2\r\n\r\nab"
        }) {
      try (Socket socket = socket()) {
        RawHttp.send(socket, head);
        assertEquals(400, RawHttp.status(RawHttp.response(socket)));
        RawHttp.awaitClose(socket);
      }
    }
  }

  @Test
  void head_ofNineKilobytes_is431AndClosed() throws Exception {
    try (Socket socket = socket()) {
      RawHttp.send(socket, POST + "Host: a\r\nX: " + "y".repeat(9_000) + "\r\n\r\n");
      assertEquals(431, RawHttp.status(RawHttp.response(socket)));
      RawHttp.awaitClose(socket);
    }
  }

  @ParameterizedTest
  @CsvSource({"P", "'POST /echo HTTP/1.1|'", "'POST /echo HTTP/1.1|Host: a|'", "'GET'"})
  void head_thatNeverEnds_is408AndClosed(String begin) throws Exception {
    try (Socket socket = socket()) {
      RawHttp.send(socket, begin.replace("|", "\r\n"));
      assertEquals(408, RawHttp.status(RawHttp.response(socket)));
      RawHttp.awaitClose(socket);
    }
  }

  @Test
  void head_thatDripsOnASecondRequest_is408() throws Exception {
    try (Socket socket = socket()) {
      RawHttp.send(socket, POST + "Host: a\r\nContent-Length: 2\r\n\r\nab" + "POST /e");
      assertEquals(200, RawHttp.status(RawHttp.response(socket)));
      assertEquals(408, RawHttp.status(RawHttp.response(socket)));
      RawHttp.awaitClose(socket);
    }
  }

  @Test
  void body_slowerThanTheHeadsTime_isStillRead() throws Exception {
    try (Socket socket = socket()) {
      RawHttp.send(socket, POST + "Host: a\r\nContent-Length: 2\r\n\r\na");
      Thread.sleep(700);
      RawHttp.send(socket, "b");
      String response = RawHttp.response(socket);
      assertEquals(200, RawHttp.status(response));
      assertEquals("ab", response.substring(response.length() - 2));
    }
  }

  @Test
  void requests_pipelinedPlainAndChunked_areAnsweredInOrder() throws Exception {
    try (Socket socket = socket()) {
      RawHttp.send(
          socket,
          POST
              + "Host: a\r\nContent-Length: 2\r\n\r\nab"
              + POST
              + "Host: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nc\r\n1\r\nd\r\n0\r\n\r\n"
              + POST
              + "Host: a\r\nContent-Length: 2\r\n\r\nef");
      StringBuilder bodies = new StringBuilder();
      for (int i = 0; i < 3; i++) {
        String response = RawHttp.response(socket);
        bodies.append(response.substring(response.length() - 2));
      }
      assertEquals("abcdef", bodies.toString());
    }
  }

  @Test
  void webSocket_afterTheUpgrade_speaksAndOutlivesTheHeadsTime() throws Exception {
    WebSocket socket =
        get(vertx.createWebSocketClient().connect(server.actualPort(), "127.0.0.1", "/"));
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> second = new CompletableFuture<>();
    socket.textMessageHandler(text -> (first.isDone() ? second : first).complete(text));
    get(socket.writeTextMessage("one"));
    assertEquals("one", first.get(10, TimeUnit.SECONDS));
    Thread.sleep(700);
    get(socket.writeTextMessage("two"));
    assertEquals("two", second.get(10, TimeUnit.SECONDS));
  }

  @Test
  void install_withClearTextHttp2_isRefused() throws Exception {
    HttpServerOptions options = new HttpServerOptions();
    CompletableFuture<HttpConnection> connection = new CompletableFuture<>();
    HttpServer plain =
        get(
            vertx
                .createHttpServer(options.setPort(0).setHost("127.0.0.1"))
                .connectionHandler(connection::complete)
                .requestHandler(request -> request.response().end())
                .listen());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), plain.actualPort())) {
      RawHttp.send(socket, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      HttpConnection open = connection.get(10, TimeUnit.SECONDS);
      assertThrows(IllegalArgumentException.class, () -> StrictDecoder.install(open, options, 500));
    }
  }
}
