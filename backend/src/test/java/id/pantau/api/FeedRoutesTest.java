package id.pantau.api;

import static id.pantau.api.AtomXml.children;
import static id.pantau.api.AtomXml.kinds;
import static id.pantau.api.AtomXml.links;
import static id.pantau.api.AtomXml.text;
import static id.pantau.api.AtomXml.valid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.model.Act;
import id.pantau.platform.Acts;
import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FeedRoutesTest {
  private static final String SITE = "https://suara.example";
  private static final String FEED = "/feed/ppwp/31.atom";
  private static final String HOSTILE =
      "</content><script>alert('1')</script> & \"quoted\" ]]> \u0000\u0001\u000b\ufffe é 😀";
  private final KeptBodies board = new KeptBodies();
  private final List<Acts.Entry> acts = new CopyOnWriteArrayList<>();
  private final Settings.Api settings = new Settings.Api(1, 500, 20, 400, 200);
  private final WebRig rig =
      new WebRig(
          2,
          List.of(
              new FeedRoutes(
                  board,
                  new Known(acts),
                  SmallElection.election(),
                  settings,
                  new Settings.Web(SITE)),
              new PagesRoutes(
                  board, SmallElection.election(), new Settings.Web(SITE), "/no-such-folder")));

  /** The acts that a test did. */
  private record Known(List<Acts.Entry> all) implements Acts {
    @Override
    public void watchOpen(Consumer<List<Act>> onChange) {
      onChange.accept(List.of());
    }

    @Override
    public void watchSubmitters(Consumer<List<Act>> onChange) {
      onChange.accept(List.of());
    }

    @Override
    public Future<Void> append(Act act) {
      return Future.failedFuture(new Full(0));
    }
  }

  @BeforeEach
  void fill() {
    board.loading = false;
    acts.clear();
    standing("DKI JAKARTA", "\"2024-02-14T09:20:07.5Z\"");
    corrections();
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  private void standing(String name, String asOf) {
    board.put(
        "results ppwp 31",
        "{\"contest\":\"ppwp\",\"area\":\"31\",\"name\":\""
            + name
            + "\",\"asOf\":"
            + asOf
            + ",\"status\":\"counting\",\"totals\":{\"votes\":{\"100025\":1234,\"100026\":5}},"
            + "\"stations\":{\"counted\":1,\"held\":2,\"expected\":3000}}");
  }

  private void corrections(JsonObject... all) {
    JsonObject body = new JsonObject().put("corrections", new JsonArray(List.of(all)));
    board.put("corrections ppwp 31 200", body.encode());
  }

  private static JsonObject correction(int revision, String at, @Nullable String note) {
    return new JsonObject()
        .put("station", "3171061001012")
        .put("name", "TPS 12")
        .put("path", "DKI JAKARTA › MENTENG")
        .put("generation", 0)
        .put("revision", revision)
        .put("status", "counted")
        .put("was", "counted")
        .put("reason", new JsonObject().put("kind", "transcription-correction").put("note", note))
        .put("delta", new JsonObject().put("100025", -1003).put("100026", 7))
        .put("countedAt", at);
  }

  private static Act act(String id, Act.Kind kind, @Nullable String contest, String place) {
    Map<String, String> reason = Map.of("id", "Sebab.", "en", "A reason.");
    Instant since = Instant.parse("2024-02-15T01:00:00Z");
    Instant until = Instant.parse("2024-02-16T01:00:00Z");
    return new Act(id, kind, contest, place, "KPU", reason, since, until, "op", null);
  }

  @Test
  void feed_saysWhatMovedNewestFirst() throws Exception {
    corrections(correction(3, "2024-02-14T09:00:00.1Z", "salah salin"));
    acts.add(new Acts.Entry(act("a1", Act.Kind.NOTICE, null, "0"), null));
    Element feed = valid(rig.get(FEED));
    assertEquals("id", feed.getAttribute("xml:lang"));
    assertEquals("Presiden, DKI Jakarta: perubahan · Pantau Suara", text(feed, "title"));
    assertEquals("Alat bantu informasi.", text(feed, "subtitle"));
    assertEquals("2024-02-15T01:00:00Z", text(feed, "updated"));
    assertEquals(List.of(SITE + FEED), links(feed, "self"));
    assertEquals(List.of(SITE + "/ppwp/31"), links(feed, "alternate"));
    assertEquals(List.of("notice", "standing", "correction"), kinds(feed));
    Element notice = children(feed, "entry").get(0);
    assertEquals("Indonesia: pemberitahuan", text(notice, "title"));
    assertTrue(text(notice, "content").startsWith("Sebab. KPU, sejak Kamis, 15 Februari 2024"));
    Element standing = children(feed, "entry").get(1);
    assertEquals("DKI Jakarta: 1 dari 3.000 TPS dihitung", text(standing, "title"));
    assertEquals(
        "1. Anies & Muhaimin: 1.234 suara; 2. Prabowo & Gibran: 5 suara. Ditahan: 2 TPS. Rabu, 14"
            + " Februari 2024 pukul 16.20.07 WIB.",
        text(standing, "content"));
    Element correction = children(feed, "entry").get(2);
    assertEquals("TPS 12, DKI Jakarta › Menteng: suara berkurang", text(correction, "title"));
    assertEquals(
        "Koreksi penyalinan: salah salin. Dihitung; sebelumnya: dihitung. Anies & Muhaimin:"
            + " \u22121.003; Prabowo & Gibran: +7. Rabu, 14 Februari 2024 pukul 16.00.00 WIB.",
        text(correction, "content"));
    assertEquals(List.of(SITE + "/tps/3171061001012"), links(correction, "alternate"));
    // The election is a test, and every entry says so.
    for (Element entry : children(feed, "entry")) {
      assertEquals("test", children(entry, "category").get(1).getAttribute("term"));
    }
  }

  @Test
  void feed_english_isAnotherFeed() throws Exception {
    corrections(correction(3, "2024-02-14T09:00:00.1Z", null));
    Element feed = valid(rig.get(FEED + "?lang=en"));
    assertEquals("en", feed.getAttribute("xml:lang"));
    assertEquals("President, DKI Jakarta: changes · Pantau Suara", text(feed, "title"));
    assertEquals("Information aid.", text(feed, "subtitle"));
    assertEquals(List.of(SITE + FEED + "?lang=en"), links(feed, "self"));
    Element correction = children(feed, "entry").get(1);
    assertTrue(text(correction, "content").startsWith("Correction of the transcription. Counted;"));
    assertEquals(List.of(SITE + "/tps/3171061001012?lang=en"), links(correction, "alternate"));
    assertFalse(text(feed, "id").equals(text(valid(rig.get(FEED)), "id")));
  }

  @Test
  void ids_stayWhileTheCountGoesOn_andTheHourMakesANewOne() throws Exception {
    String first = text(children(valid(rig.get(FEED)), "entry").get(0), "id");
    standing("DKI JAKARTA", "\"2024-02-14T09:59:59.999Z\"");
    Element later = children(valid(rig.get(FEED)), "entry").get(0);
    assertEquals(first, text(later, "id"));
    assertEquals("2024-02-14T09:59:59.999Z", text(later, "updated"));
    standing("DKI JAKARTA", "\"2024-02-14T10:00:00Z\"");
    assertFalse(first.equals(text(children(valid(rig.get(FEED)), "entry").get(0), "id")));
  }

  @Test
  void feed_hostileNamesAndReasons_areText() throws Exception {
    standing(
        HOSTILE.replace("\"", "\\\"").replaceAll("[\u0000-\u001f]", ""),
        "\"2024-02-14T09:20:07Z\"");
    JsonObject correction = correction(1, "2024-02-14T09:00:00Z", HOSTILE);
    corrections(correction.put("path", HOSTILE).put("status", "<b>").put("name", "<i>"));
    Act act = act("x' onload=\"1\" <é", Act.Kind.WITHHOLD, "ppwp", "3171061001012");
    acts.add(
        new Acts.Entry(
            new Act(
                act.id(),
                act.kind(),
                act.contest(),
                act.subject(),
                HOSTILE,
                Map.of("id", HOSTILE, "en", "x"),
                act.since(),
                null,
                "op",
                null),
            null));
    HttpResponse<byte[]> response = rig.get(FEED);
    Element feed = valid(response);
    assertEquals(List.of("withhold", "standing", "correction"), kinds(feed));
    assertFalse(WebRig.text(response).contains("<script"));
    assertEquals(0, feed.getElementsByTagNameNS("*", "script").getLength());
    String shown = HOSTILE.replaceAll("[\u0000\u0001\u000b\ufffe]", "\ufffd");
    String said = text(children(feed, "entry").get(2), "content");
    assertTrue(said.contains("Koreksi penyalinan: " + shown), said);
    String withheld = text(children(feed, "entry").get(0), "content");
    assertTrue(withheld.contains(shown + ", sejak"), withheld);
  }

  @Test
  void acts_ofThePlaceAboveAndWithin_andNoOthers() throws Exception {
    acts.add(new Acts.Entry(act("above", Act.Kind.NOTICE, null, "0"), null));
    acts.add(new Acts.Entry(act("here", Act.Kind.NOTICE, "ppwp", "31"), null));
    acts.add(new Acts.Entry(act("within", Act.Kind.WITHHOLD, null, "3171061001012"), null));
    acts.add(new Acts.Entry(act("beside", Act.Kind.NOTICE, null, "32"), null));
    acts.add(new Acts.Entry(act("other", Act.Kind.NOTICE, "pdpr", "31"), null));
    acts.add(new Acts.Entry(act("submitter", Act.Kind.SUBMITTER_ADDED, null, "31"), null));
    List<String> ids =
        children(valid(rig.get(FEED)), "entry").stream().map(e -> text(e, "id")).toList();
    assertEquals(4, ids.size(), ids.toString());
    for (String id : List.of("above", "here", "within")) {
      assertTrue(ids.contains("tag:suara.example,2026:small/id/act/" + id), ids.toString());
    }
  }

  @Test
  void act_ended_isUpdatedAndTheETagChanges() throws Exception {
    Act act = act("a1", Act.Kind.WITHHOLD, null, "31");
    acts.add(new Acts.Entry(act, null));
    HttpResponse<byte[]> before = rig.get(FEED);
    acts.set(0, new Acts.Entry(act, Instant.parse("2024-02-15T03:00:00Z")));
    HttpResponse<byte[]> after =
        rig.get(FEED, "If-None-Match", before.headers().firstValue("ETag").orElseThrow());
    Element entry = children(valid(after), "entry").get(0);
    assertEquals("2024-02-15T03:00:00Z", text(entry, "updated"));
    assertEquals("2024-02-15T01:00:00Z", text(entry, "published"));
    assertTrue(text(entry, "content").contains("berakhir Kamis"), text(entry, "content"));
  }

  @Test
  void standing_withheld_saysWhyAndNoNumbers() throws Exception {
    board.put(
        "results ppwp 31",
        "{\"area\":\"31\",\"name\":\"DKI JAKARTA\",\"asOf\":\"2024-02-14T09:20:07Z\","
            + "\"status\":\"withheld\",\"withheld\":{\"office\":\"KPU\",\"reason\":{\"id\":\"Sebab.\"}}}");
    Element entry = children(valid(rig.get(FEED)), "entry").get(0);
    assertEquals("DKI Jakarta: angka ditahan dari penayangan", text(entry, "title"));
    assertEquals("Sebab.", text(entry, "content"));
  }

  @Test
  void pages_followEachOtherAndHoldEverythingOnce() throws Exception {
    JsonObject[] all = new JsonObject[120];
    for (int i = 0; i < all.length; i++) {
      all[i] = correction(i, Instant.ofEpochSecond(1_707_900_000 - i).toString(), null);
    }
    corrections(all);
    Set<String> ids = new HashSet<>();
    List<Integer> sizes = new ArrayList<>();
    String path = FEED + "?lang=en";
    String updated = "";
    while (true) {
      Element feed = valid(rig.get(path));
      assertEquals(List.of(SITE + path), links(feed, "self"));
      assertEquals(List.of(SITE + FEED + "?lang=en"), links(feed, "first"));
      children(feed, "entry").forEach(entry -> ids.add(text(entry, "id")));
      sizes.add(children(feed, "entry").size());
      assertTrue(updated.isEmpty() || updated.equals(text(feed, "updated")));
      updated = text(feed, "updated");
      List<String> next = links(feed, "next");
      if (next.isEmpty()) {
        break;
      }
      path = next.get(0).substring(SITE.length());
    }
    assertEquals(List.of(50, 50, 21), sizes);
    assertEquals(121, ids.size());
    assertEquals(404, rig.get(FEED + "?page=4").statusCode());
  }

  @Test
  void feed_beforeTheFirstForm_isEmptyAndValid() throws Exception {
    standing("DKI JAKARTA", "null");
    Element feed = valid(rig.get(FEED));
    assertEquals(List.of(), kinds(feed));
    assertEquals("1970-01-01T00:00:00Z", text(feed, "updated"));
  }

  @Test
  void feed_hasTypeCorsAndETag() {
    HttpResponse<byte[]> response = rig.get(FEED);
    Map<String, List<String>> headers = response.headers().map();
    assertEquals(List.of("application/atom+xml; charset=utf-8"), headers.get("content-type"));
    assertEquals(List.of("*"), headers.get("access-control-allow-origin"));
    assertEquals(List.of("public, max-age=60"), headers.get("cache-control"));
    String etag = response.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again = rig.get(FEED, "If-None-Match", etag);
    assertEquals(304, again.statusCode());
    assertEquals(0, again.body().length);
    assertEquals(200, rig.send("HEAD", FEED).statusCode());
    assertEquals(405, rig.send("POST", FEED).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "/feed/nope/31.atom, 404, unknown-contest",
    "/feed/ppwp/77.atom, 404, unknown-area",
    "/feed/ppwp/3171061001012.atom, 404, unknown-area",
    "/feed/ppwp/31, 404, not-found",
    "/feed/ppwp/.atom, 404, not-found",
    "/feed/ppwp/31.atom?page=2, 404, unknown-page",
    "/feed/ppwp/31.atom?page=0, 400, malformed",
    "/feed/ppwp/31.atom?page=9999999, 400, malformed",
    "/feed/ppwp/31.atom?page=, 400, malformed",
    "/feed/ppwp/31.atom?lang=fr, 400, malformed",
  })
  void question_ofWhatIsNotThere_isAProblem(String path, int status, String code) {
    HttpResponse<byte[]> response = rig.get(path);
    assertEquals(status, response.statusCode(), () -> WebRig.text(response));
    assertEquals(code, new JsonObject(WebRig.text(response)).getString("title"));
  }

  @Test
  void question_boardLoading_is503() {
    board.loading = true;
    assertEquals(503, rig.get(FEED).statusCode());
  }
}
