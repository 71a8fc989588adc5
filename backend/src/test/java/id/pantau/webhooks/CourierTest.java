package id.pantau.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.count.Waiting;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import id.pantau.platform.SettingsReader;
import id.pantau.webhooks.Outcome.Kind;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One message, to receivers of all kinds, over real sockets. */
final class CourierTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final int SHORT_MILLIS = 300;

  @AfterAll
  static void stop() {
    Waiting.get(VERTX.close());
  }

  private static Courier courier(Settings.Webhooks limits, @Nullable TrustOptions trust) {
    return new Courier(VERTX, limits, InstantSource.system(), trust);
  }

  /** On one context, as the verticle does. */
  private static Outcome post(Courier courier, String url) {
    return Waiting.get(
        on(
            () ->
                courier.post(
                    URI.create(url), MultiMap.caseInsensitiveMultiMap(), Buffer.buffer("{}"))));
  }

  private static <T> Future<T> on(Supplier<Future<T>> step) {
    Promise<T> answer = Promise.promise();
    VERTX.getOrCreateContext().runOnContext(go -> step.get().onComplete(answer));
    return answer.future();
  }

  @Test
  void post_answered_isWhatItsStatusSays_andARedirectIsNotFollowed() {
    Courier courier = courier(Limits.quick(), null);
    try (Receiver receiver = Receiver.http(0);
        Receiver elsewhere = Receiver.http(0)) {
      assertEquals(new Outcome(Kind.DELIVERED, 200, 0), post(courier, receiver.url()));
      assertEquals("{}", receiver.got().get(0).body());
      receiver.answer(302);
      receiver.header("Location: " + elsewhere.url());
      assertEquals(new Outcome(Kind.STATUS, 302, 0), post(courier, receiver.url()));
      assertEquals(0, elsewhere.got().size());
      receiver.answer(410);
      assertEquals(new Outcome(Kind.GONE, 410, 0), post(courier, receiver.url()));
    }
  }

  @Test
  void post_answerWithoutMeasure_isReadToTheLimitAndItsStatusCounts() {
    Courier courier = courier(Limits.quick(), null);
    try (Receiver receiver = Receiver.http(0)) {
      receiver.answerBytes(4096);
      assertEquals(Kind.DELIVERED, post(courier, receiver.url()).kind());
      receiver.answerBytes(64 << 20);
      assertEquals(Kind.DELIVERED, post(courier, receiver.url()).kind());
      receiver.answerBytes(0);
      assertEquals(Kind.DELIVERED, post(courier, receiver.url()).kind());
    }
  }

  @Test
  void post_receiverThatHangsOrIsNotThere_ends() throws Exception {
    Courier courier = courier(Limits.answering(SHORT_MILLIS), null);
    int closed;
    try (Receiver receiver = Receiver.http(0)) {
      closed = receiver.port();
      receiver.hang();
      assertEquals(Outcome.of(Kind.TIMEOUT), post(courier, receiver.url()));
    }
    assertEquals(Kind.UNREACHABLE, post(courier, "http://127.0.0.1:" + closed + "/").kind());
    // Half an answer, and then nothing: the whole answer has its time, not each byte.
    try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Future<Outcome> coming =
          on(
              () ->
                  courier.post(
                      URI.create("http://127.0.0.1:" + slow.getLocalPort() + "/"),
                      MultiMap.caseInsensitiveMultiMap(),
                      Buffer.buffer("{}")));
      try (Socket open = slow.accept()) {
        open.getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"
                    .getBytes(StandardCharsets.US_ASCII));
        assertEquals(Outcome.of(Kind.TIMEOUT), Waiting.get(coming));
        while (open.getInputStream().read() >= 0) {
          // To the end: our side has closed the connection.
        }
      }
    }
  }

  @Test
  void post_overTls_onlyWithACertificateOfTheName(@TempDir Path folder) throws Exception {
    Certificates good = Certificates.of(folder, "dns:localhost");
    Certificates other = Certificates.of(folder, "dns:elsewhere.example");
    try (Receiver receiver = Receiver.https(good.server());
        Receiver wrong = Receiver.https(other.server())) {
      String url = "https://localhost:" + receiver.port() + "/";
      Courier trusting = courier(Limits.quick(), good.trust());
      assertEquals(new Outcome(Kind.DELIVERED, 200, 0), post(trusting, url));
      assertEquals("localhost:" + receiver.port(), receiver.got().get(0).header("Host"));
      // Nobody the JDK knows vouches for it.
      assertEquals(Kind.TLS, post(courier(Limits.quick(), null), url).kind());
      // Trusted, but of another name.
      Courier misled = courier(Limits.quick(), other.trust());
      assertEquals(Kind.TLS, post(misled, "https://localhost:" + wrong.port() + "/").kind());
      assertEquals(0, wrong.got().size());
      assertEquals(1, receiver.got().size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9/",
        "https://localhost/",
        "https://[::1]/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::ffff:127.0.0.1]/",
        "https://[fc00::1]/",
        "http://example.org/",
        "https://user:pw@8.8.8.8/",
        "https://no-such-name.invalid/"
      })
  void post_whereNobodyMaySend_isNotEvenTried(String url) {
    Courier strict = courier(SettingsReader.read(null, Map.of()).webhooks(), null);
    assertEquals(Outcome.of(Kind.ADDRESS), post(strict, url));
    assertTrue(Waiting.failure(on(() -> strict.address(URI.create(url)))) instanceof Refused);
  }
}
