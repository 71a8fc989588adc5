package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.pantau.platform.Acts;
import id.pantau.platform.PlaceSearch;
import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results with {@code ?at=}; the clock stands at 2024-02-15T12:30:00Z. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EarlierRoutesTest {
  private static final Instant NOW = Instant.parse("2024-02-15T12:30:00Z");
  private static final String RESULTS = "/api/v1/results/ppwp/31";

  private final KeptBodies board = new KeptBodies();
  private final WebRig rig =
      new WebRig(
          2,
          List.of(
              new ApiRoutes(
                  board,
                  SmallElection.photos(),
                  Acts.NONE,
                  SmallElection.election(),
                  new PlaceSearch(SmallElection.areas()),
                  new Settings.Api(1, 500, 20, 400, 200),
                  () -> NOW)));

  @BeforeEach
  void fill() {
    board.busy = false;
    board.bodies.clear();
    board.put("results ppwp 31", "{\"now\":1}");
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  private void keep(String instant) {
    board.put("results ppwp 31 at " + Instant.parse(instant).toEpochMilli(), "{\"then\":1}");
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-14T16:20:00Z",
        "2024-02-14T16:20Z",
        "2024-02-14T16:20:00.000Z",
        "2024-02-14T16:20:00.000999999Z",
        "2024-02-14T23:20:00%2B07:00",
        "2024-02-14T23:20:00+07:00",
        "2024-02-14t23:20:00.0+07:00",
        "2024-02-14T07:20:00-09:00",
      })
  void results_atAnInstant_isTheBoardsBodyOfThen(String at) {
    keep("2024-02-14T16:20:00Z");
    HttpResponse<byte[]> response = rig.get(RESULTS + "?at=" + at);
    assertEquals(200, response.statusCode());
    assertEquals("{\"then\":1}", WebRig.text(response));
    assertEquals('"' + Document.digest(response.body()) + '"', header(response, "ETag"));
    assertEquals("*", header(response, "Access-Control-Allow-Origin"));
    String etag = header(response, "ETag");
    assertEquals(304, rig.get(RESULTS + "?at=" + at, "If-None-Match", etag).statusCode());
  }

  /** What may still be on its way is kept as short as what is now. */
  @Test
  void results_atAnInstant_mayBeKeptAMinuteOnceThatLies() {
    keep("2024-02-15T12:28:59Z");
    keep("2024-02-15T12:29:30Z");
    keep("2024-02-15T12:30:04Z");
    String past = header(rig.get(RESULTS + "?at=2024-02-15T12:28:59Z"), "Cache-Control");
    assertEquals("public, max-age=60", past);
    String fresh = header(rig.get(RESULTS + "?at=2024-02-15T12:29:30Z"), "Cache-Control");
    assertEquals("public, max-age=1", fresh);
    assertEquals(200, rig.get(RESULTS + "?at=2024-02-15T12:30:04Z").statusCode());
  }

  @Test
  void results_withoutAnInstant_areThoseOfNow() {
    assertEquals("{\"now\":1}", WebRig.text(rig.get(RESULTS)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2024-02-14",
        "2024-02-14T16:20:00",
        "1707927600000",
        "2024-02-30T16:20:00Z",
        "2024-02-14T25:00:00Z",
        "2024-02-14T16:20:00Z'--",
        "2024-02-15T12:30:06Z",
        "2031-01-01T00:00:00Z",
        "%2B999999999-12-31T23:59:59Z",
        "-999999999-01-01T00:00:00Z",
        "2024-02-14T16:20:00.0000000000000000000000Z",
      })
  void results_atNoInstantOrTheFuture_is400(String at) {
    HttpResponse<byte[]> response = rig.get(RESULTS + "?at=" + at);
    assertEquals(400, response.statusCode(), WebRig.text(response));
    assertEquals("malformed", new JsonObject(WebRig.text(response)).getString("title"));
    assertEquals("no-store", header(response, "Cache-Control"));
  }

  @Test
  void results_boardIsBusy_is503WithRetryAfter() {
    board.busy = true;
    HttpResponse<byte[]> response = rig.get(RESULTS + "?at=2024-02-14T16:20:00Z");
    assertEquals(503, response.statusCode());
    assertEquals("busy", new JsonObject(WebRig.text(response)).getString("title"));
    assertEquals("2", header(response, "Retry-After"));
  }

  @Test
  void results_atAnInstantOfAPlaceThatIsNot_is404() {
    assertEquals(404, rig.get("/api/v1/results/ppwp/77?at=2024-02-14T16:20:00Z").statusCode());
    assertEquals(404, rig.get("/api/v1/results/nope/31?at=2024-02-14T16:20:00Z").statusCode());
  }
}
