package id.pantau.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quota before real routes, over real HTTP, with a clock that stands until it is moved. */
final class ReadingQuotaTest {
  private static final String PLAIN = "X-Forwarded-For";
  private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private @Nullable WebRig rig;

  /** Three requests in ten seconds, on this machine too. */
  private WebRig rig(String proxies, String header) {
    return rig(new Settings.Reading(3, 10, 100, proxies, header, ""));
  }

  private WebRig rig(Settings.Reading settings) {
    ReadingQuota quota = new ReadingQuota(settings, meters, nanos::get);
    WebRig made = new WebRig(2, List.of(quota, ReadingQuotaTest::room));
    rig = made;
    return made;
  }

  private static void room(WebDoor door) {
    door.router().route().handler(c -> c.response().end("read"));
  }

  @AfterEach
  void stop() {
    if (rig != null) {
      rig.close();
    }
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("none");
  }

  @Test
  void reading_quotaUsedUp_is429UntilTheWindowEnds() {
    WebRig web = rig("", PLAIN);
    for (int left = 2; left >= 0; left--) {
      HttpResponse<byte[]> answer = web.get("/api/v1/results/ppwp/0");
      assertEquals(200, answer.statusCode());
      assertEquals("\"reading\";q=3;w=10", header(answer, "RateLimit-Policy"));
      assertEquals("\"reading\";r=" + left + ";t=10", header(answer, "RateLimit"));
    }
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(6_500));
    HttpResponse<byte[]> refused = web.get("/feed/ppwp/0.atom");
    assertEquals(429, refused.statusCode());
    assertEquals("\"reading\";r=0;t=4", header(refused, "RateLimit"));
    assertEquals("4", header(refused, "Retry-After"));
    assertEquals("*", header(refused, "Access-Control-Allow-Origin"));
    assertEquals("no-store", header(refused, "Cache-Control"));
    assertEquals("application/problem+json", header(refused, "Content-Type"));
    assertTrue(WebRig.text(refused).contains("urn:pantau:problem:quota-exceeded"));
    assertEquals(1, meters.get("pantau.reading.refused").counter().count());
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(3_500));
    assertEquals("\"reading\";r=2;t=10", header(web.get("/api/v1/results/ppwp/0"), "RateLimit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/ppwp/0", "/tps/1", "/assets/a.js", "/live/events", "/api/v1/forms"})
  void reading_ofWhatIsNotCounted_goesOn(String path) {
    WebRig web = rig("", PLAIN);
    for (int i = 0; i < 5; i++) {
      HttpResponse<byte[]> answer = web.get(path);
      assertEquals(200, answer.statusCode());
      assertEquals("none", header(answer, "RateLimit-Policy"));
    }
  }

  @Test
  void reading_fromAnUnlimitedNetwork_hasNoQuota() {
    WebRig web = rig(new Settings.Reading(1, 10, 100, "", PLAIN, "127.0.0.0/8"));
    for (int i = 0; i < 3; i++) {
      assertEquals("none", header(web.get("/api/v1/acts"), "RateLimit-Policy"));
    }
  }

  /** Two names for one subscriber have one quota; the others begin with all of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2001:db8:1:2::1 | 2001:db8:1:2:ffff::9 | 1",
        "2001:db8:1:2::1 | 2001:db8:1:3::1 | 2",
        "203.0.113.7 | ::ffff:203.0.113.7 | 1",
        "203.0.113.7 | 203.0.113.8 | 2",
        "203.0.113.7 | 203.0.113.7:4711 | 1",
        "203.0.113.7 | 198.51.100.1, 203.0.113.7 | 1",
        "203.0.113.7 | 203.0.113.7, 127.0.0.9 | 1",
        "203.0.113.7 | 203.0.113.7, nonsense, 127.0.0.9 | 2",
      })
  void clients_behindATrustedProxy_haveTheirOwn(String first, String second, int left) {
    WebRig web = rig("127.0.0.0/8", PLAIN);
    web.get("/api/v1/acts", PLAIN, first);
    web.get("/api/v1/acts", PLAIN, second);
    web.get("/api/v1/acts", PLAIN, second);
    HttpResponse<byte[]> last = web.get("/api/v1/acts", PLAIN, second);
    assertEquals(left == 1 ? 429 : 200, last.statusCode());
  }

  /** A proxy may keep an answer, and then others read it. */
  @Test
  void answer_behindATrustedProxy_saysWhatIsLeftOnlyWhereItIsRefused() {
    WebRig web = rig("127.0.0.1", "Forwarded");
    String client = "for=\"[2001:db8:cafe::17]:4711\";proto=https;by=203.0.113.43";
    for (int i = 0; i < 3; i++) {
      HttpResponse<byte[]> answer = web.get("/api/v1/acts", "Forwarded", client);
      assertEquals("\"reading\";q=3;w=10", header(answer, "RateLimit-Policy"));
      assertEquals("none", header(answer, "RateLimit"));
    }
    HttpResponse<byte[]> refused = web.get("/api/v1/acts", "Forwarded", client);
    assertEquals(429, refused.statusCode());
    assertEquals("\"reading\";r=0;t=10", header(refused, "RateLimit"));
    assertEquals(200, web.get("/api/v1/acts", "Forwarded", "For=2001:db8:1::1").statusCode());
    assertEquals(200, web.get("/api/v1/acts", "Forwarded", "for=unknown").statusCode());
  }

  /** Anyone can write a header. */
  @Test
  void forwarded_byWhomNobodyTrusts_isNotBelieved() {
    WebRig web = rig("10.0.0.0/8", PLAIN);
    for (int i = 0; i < 3; i++) {
      web.get("/api/v1/acts", PLAIN, "203.0.113." + i);
    }
    assertEquals(429, web.get("/api/v1/acts", PLAIN, "203.0.113.99").statusCode());
  }

  @Test
  void addresses_moreThanAreKept_areForgotten() {
    WebRig web = rig(new Settings.Reading(3, 10, 4, "127.0.0.0/8", PLAIN, ""));
    for (int i = 0; i < 50; i++) {
      web.get("/api/v1/acts", PLAIN, "203.0.113." + i);
    }
    assertTrue(meters.get("pantau.reading.addresses").gauge().value() <= 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0", "name", "::1/129", "10.0.0.0/x", "10.0.0.0/-1"})
  void networks_thatAreNone_areRefused(String list) {
    Settings.Reading settings = new Settings.Reading(1, 1, 1, list, PLAIN, "");
    Refused refused = org.junit.jupiter.api.Assertions.assertThrows(Refused.class, settings::check);
    assertTrue(String.valueOf(refused.getMessage()).contains("reading.trustedProxies"));
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/14, 10.23.255.255, true",
    "10.20.0.0/14, 10.24.0.0, false",
    "0.0.0.0/0, 203.0.113.1, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "10.0.0.1, ::ffff:10.0.0.1, true",
  })
  void network_holdsItsAddresses(String network, String address, boolean holds) {
    byte[] bytes = java.util.Objects.requireNonNull(Networks.address(address));
    assertEquals(holds, Networks.of(network, "x").contains(bytes));
    assertFalse(Networks.of("", "x").contains(bytes));
  }
}
