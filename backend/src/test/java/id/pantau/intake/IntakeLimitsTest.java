package id.pantau.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Answer;
import id.pantau.model.Method;
import id.pantau.model.Position;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F20, F32: what is too much, too large or too slow is refused, said so, and holds no memory. */
class IntakeLimitsTest {
  private static final String FORM = FormText.VALID;

  private final Path data;
  private final IntakeNode node;

  IntakeLimitsTest(@TempDir Path data) throws Exception {
    this.data = data;
    node = new IntakeNode(data, IntakeNode.LIMITS);
  }

  @AfterEach
  void stop() throws Exception {
    node.close();
  }

  /** Waits for the state that a test set going; fails when it never comes. */
  private static void await(String what, BooleanSupplier state) throws InterruptedException {
    for (int tries = 0; tries < 1_000; tries++) {
      if (state.getAsBoolean()) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError(what + " never came");
  }

  private static String retryAfter(HttpResponse<String> response) {
    return response.headers().firstValue("retry-after").orElse("");
  }

  @Test
  void body_declaredTooLarge_is413BeforeAByteAndClosed() throws Exception {
    try (Socket socket = node.socket()) {
      RawHttp.send(socket, node.head("Content-Length: 10485760"));
      String response = RawHttp.response(socket);
      assertEquals(413, RawHttp.status(response), response);
      assertTrue(response.contains("urn:pantau:problem:too-large"), response);
      RawHttp.awaitClose(socket);
    }
    assertEquals(0, node.bytesInFlight());
  }

  @Test
  void body_tenMegabytesSent_is413() throws Exception {
    byte[] body = new byte[10 << 20];
    HttpResponse<String> response = node.post(node.key, "application/json", null, body);
    assertEquals(413, response.statusCode());
    assertEquals(0, node.bytesInFlight());
  }

  @Test
  void body_gzipBomb_is413() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 40; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    assertTrue(packed.size() < node.limits().bodyBytesMax(), "the bomb itself is small");
    HttpResponse<String> response =
        node.post(node.key, "application/json", "gzip", packed.toByteArray());
    assertEquals(413, response.statusCode(), response.body());
    assertEquals(0, node.bytesInFlight());
  }

  @Test
  void body_endlessChunks_is413AndClosed() throws Exception {
    try (Socket socket = node.socket()) {
      RawHttp.send(socket, node.head("Transfer-Encoding: chunked"));
      String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
      while (socket.getInputStream().available() == 0) {
        RawHttp.send(socket, chunk);
      }
      String response = RawHttp.response(socket);
      assertEquals(413, RawHttp.status(response), response);
      boolean open = true;
      for (int i = 0; i < 1_000_000 && open; i++) {
        try {
          RawHttp.send(socket, chunk);
        } catch (IOException closed) {
          open = false;
        }
      }
      assertFalse(open, "the server went on reading");
    }
    assertEquals(0, node.bytesInFlight());
    assertEquals(1, node.refusals("too-large"));
  }

  @Test
  void body_slow_is408AndClosed() throws Exception {
    IntakeNode hasty = new IntakeNode(data, IntakeNode.limits(1));
    try (Socket socket = hasty.socket()) {
      RawHttp.send(socket, hasty.head("Content-Length: 100") + "{");
      String response = RawHttp.response(socket);
      assertEquals(408, RawHttp.status(response), response);
      RawHttp.awaitClose(socket);
      assertEquals(0, hasty.bytesInFlight());
    } finally {
      hasty.close();
    }
  }

  @Test
  void body_senderLeaves_holdsNothingAndCountsNothing() throws Exception {
    try (Socket socket = node.socket()) {
      RawHttp.send(socket, node.head("Content-Length: 50000") + "{");
      await("the request", () -> node.bytesInFlight() == 50_000);
    }
    await("the end", () -> node.bytesInFlight() == 0);
    assertEquals(List.of(), node.counting.calls());
    assertEquals(201, node.single(FORM).statusCode());
  }

  @Test
  void batch_tooManyLines_is413AndAppliesNothing() throws Exception {
    String[] lines = new String[node.limits().batchFormsMax() + 1];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = FormText.at(String.format("1101012001%03d", i + 1));
    }
    assertEquals(413, node.batch(lines).statusCode());
    assertEquals(List.of(), node.counting.calls());
    lines[0] = "";
    lines[lines.length - 1] = "";
    assertEquals(413, node.batch(lines).statusCode());
  }

  @Test
  void batch_asManyLinesAsAllowed_isTaken() throws Exception {
    List<String> lines = Collections.nCopies(node.limits().batchFormsMax(), "{}");
    HttpResponse<String> response = node.batch(lines.toArray(String[]::new));
    assertEquals(200, response.statusCode());
    assertEquals(node.limits().batchFormsMax(), response.body().lines().count());
  }

  @Test
  void requests_ofOneSubmitterPastItsLimit_are429AndOthersGoOn() throws Exception {
    String other = node.file.add(List.of("0"), EnumSet.of(Method.MACHINE));
    node.keys.reload();
    Promise<List<Answer>> gate = Promise.promise();
    node.counting.answer(forms -> gate.future());
    List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
    int max = node.limits().requestsInFlightPerSubmitterMax();
    for (int i = 0; i < max; i++) {
      waiting.add(node.later(node.key, FORM));
    }
    await("the requests", () -> node.counting.calls().size() == max);
    HttpResponse<String> refused = node.single(FORM);
    assertEquals(429, refused.statusCode(), refused.body());
    assertEquals("1", retryAfter(refused));
    CompletableFuture<HttpResponse<String>> others = node.later(other, FORM);
    await("the other's request", () -> node.counting.calls().size() == max + 1);
    Answer counted = new Answer(Answer.Status.COUNTED, List.of(), new Position(1, 1), null, null);
    gate.complete(List.of(counted));
    waiting.add(others);
    for (CompletableFuture<HttpResponse<String>> one : waiting) {
      assertEquals(201, one.get(10, TimeUnit.SECONDS).statusCode());
    }
    node.counting.answer(null);
    assertEquals(201, node.single(FORM).statusCode());
  }

  @Test
  void bodies_pastTheNodesLimit_are503AndRecover() throws Exception {
    String other = node.file.add(List.of("0"), EnumSet.of(Method.MACHINE));
    node.keys.reload();
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        Socket socket = node.socket();
        sockets.add(socket);
        RawHttp.send(socket, node.head("Content-Length: " + node.limits().bodyBytesMax()));
      }
      long max = node.limits().bodiesInFlightBytesMax();
      await("the declared bytes", () -> node.bytesInFlight() == max);
      HttpResponse<String> refused =
          node.post(other, "application/json", null, FormText.bytes(FORM));
      assertEquals(503, refused.statusCode(), refused.body());
      assertEquals("1", retryAfter(refused));
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    await("the end", () -> node.bytesInFlight() == 0);
    assertEquals(201, node.single(FORM).statusCode());
  }

  @Test
  void expect_continue_isAnsweredOnlyAfterAdmission() throws Exception {
    String length = "Content-Length: " + FormText.bytes(FORM).length;
    try (Socket socket = node.socket()) {
      RawHttp.send(socket, node.head(length, "Expect: 100-continue"));
      assertEquals(100, RawHttp.status(RawHttp.response(socket)));
      RawHttp.send(socket, FORM);
      assertEquals(201, RawHttp.status(RawHttp.response(socket)));
    }
    try (Socket socket = node.socket()) {
      String foreign = node.head(length, "Expect: 100-continue").replace(node.key, "pk_x");
      RawHttp.send(socket, foreign);
      assertEquals(401, RawHttp.status(RawHttp.response(socket)));
    }
  }

  @Test
  void connection_afterASmallRefusedBody_livesOn() throws Exception {
    String length = "Content-Length: " + FormText.bytes(FORM).length;
    try (Socket socket = node.socket()) {
      RawHttp.send(socket, node.head(length).replace(node.key, "pk_x"));
      assertEquals(401, RawHttp.status(RawHttp.response(socket)));
      RawHttp.send(socket, FORM + node.head(length) + FORM);
      assertEquals(201, RawHttp.status(RawHttp.response(socket)));
    }
  }

  @Test
  void method_another_is405() throws Exception {
    try (Socket socket = node.socket()) {
      RawHttp.send(socket, "GET /api/v1/forms HTTP/1.1\r\nHost: a\r\n\r\n");
      String response = RawHttp.response(socket);
      assertEquals(405, RawHttp.status(response));
      assertTrue(response.contains("method-not-allowed"), response);
    }
  }

  @Test
  void close_answersWhatWasTakenAndTakesNoMore() throws Exception {
    Promise<List<Answer>> gate = Promise.promise();
    node.counting.answer(forms -> gate.future());
    CompletableFuture<HttpResponse<String>> taken = node.later(node.key, FORM);
    await("the request", () -> node.counting.calls().size() == 1);
    Future<Void> closed = node.routes.close();
    assertEquals(503, node.single(FORM).statusCode());
    assertFalse(closed.isComplete());
    gate.complete(
        List.of(new Answer(Answer.Status.COUNTED, List.of(), new Position(1, 1), null, null)));
    assertEquals(201, taken.get(10, TimeUnit.SECONDS).statusCode());
    closed.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
