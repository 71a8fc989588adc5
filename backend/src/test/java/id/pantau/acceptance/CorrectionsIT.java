package id.pantau.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Why did it change: every form that takes votes out of a total is told, from the nation down to
 * the village, with exact differences, and still after the node was started again.
 */
final class CorrectionsIT {
  private static final String CORRECTED = "0101011001001";
  private static final String HELD = "0101011001002";
  private static final String WITHDRAWN = "0102011001001";
  private static final String ELSEWHERE = "0201012001001";

  @TempDir private Path folder = Path.of("");

  @Test
  void corrections_everyFall_isListedAtEachLevelAndAfterARestart() throws Exception {
    try (NodeProcess node =
        NodeProcess.on(folder.resolve("node")).patient().with("--election", "contoh")) {
      Sender sender = new Sender(node.url(), node.key());
      node.start();
      assertEquals(0, corrections(node, "0").path("total").asInt());
      for (String station : List.of(CORRECTED, HELD, WITHDRAWN, ELSEWHERE)) {
        assertEquals(201, sender.form(counted(station, 1, 80)).status());
      }
      assertEquals(201, sender.form(counted(HELD, 2, 81)).status(), "more is no correction");
      assertEquals(201, sender.form(counted(CORRECTED, 2, 77)).status());
      assertEquals(202, sender.form(held(HELD, 3)).status());
      assertEquals(201, sender.form(withdrawal(WITHDRAWN, 2)).status());
      assertEquals(201, sender.form(counted(ELSEWHERE, 2, 79)).status());
      Await.until("all four are listed", () -> corrections(node, "0").path("total").asInt() == 4);

      assertTold(node);
      List<JsonNode> before = rows(node, "0");
      before.addAll(rows(node, "01"));
      answersAsAllOthers(node);

      node.stop();
      node.start();
      assertTold(node);
      List<JsonNode> after = rows(node, "0");
      after.addAll(rows(node, "01"));
      assertEquals(before, after);
    }
  }

  private static void assertTold(NodeProcess node) throws IOException {
    List<JsonNode> nation = rows(node, "0");
    assertEquals(
        List.of(
            ELSEWHERE + " 2 counted transcription-correction [] -1,0,0",
            WITHDRAWN + " 2 withdrawn withdrawn [] -80,-9,-8",
            HELD + " 3 held transcription-correction [T00] -81,-9,-8",
            CORRECTED + " 2 counted transcription-correction [] -3,0,0"),
        nation.stream().map(CorrectionsIT::shortly).toList());
    assertEquals(nation.subList(1, 4), rows(node, "01"));
    assertEquals(nation.subList(2, 4), rows(node, "0101"));
    assertEquals(nation.subList(2, 4), rows(node, "010101"));
    assertEquals(nation.subList(2, 4), rows(node, "0101011001"));
    assertEquals(nation.subList(0, 1), rows(node, "02"));
    assertEquals(List.of(), rows(node, "99"));
    JsonNode newest = node.api().get("/api/v1/corrections/ppwp/01?limit=1");
    assertEquals(3, newest.path("total").asInt());
    assertEquals(1, newest.path("corrections").size());

    JsonNode last = nation.get(3);
    assertEquals("TPS 1", last.path("name").asText());
    assertEquals("counted", last.path("was").asText());
    String[] path = last.path("path").asText().split(" › ", -1);
    assertEquals(4, path.length, last::toString);
    assertEquals(node.api().results("01").path("name").asText(), path[0]);
    assertEquals(node.api().results("0101011001").path("name").asText(), path[3]);
    JsonNode station = node.api().station(CORRECTED).path("current");
    assertEquals(station.path("position"), last.path("position"));
    assertEquals(station.path("countedAt"), last.path("countedAt"));
  }

  private static void answersAsAllOthers(NodeProcess node) throws IOException {
    String address = node.url() + "/api/v1/corrections/ppwp/0";
    HttpResponse<byte[]> packed =
        Api.exchange(
            HttpRequest.newBuilder(URI.create(address)).header("Accept-Encoding", "gzip").build());
    assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
    assertEquals("*", packed.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      JsonNode body = Json.tree(in.readAllBytes());
      String etag = packed.headers().firstValue("ETag").orElse("");
      assertEquals('"' + body.path("digest").asText() + '"', etag);
      assertTrue(body.path("isTest").asBoolean() && body.path("notice").has("id"));
      assertEquals(
          304,
          Api.exchange(
                  HttpRequest.newBuilder(URI.create(address)).header("If-None-Match", etag).build())
              .statusCode());
    }
    assertEquals(404, Api.status(node.url() + "/api/v1/corrections/ppwp/" + CORRECTED));
    assertEquals(404, Api.status(node.url() + "/api/v1/corrections/ppwp/03"));
    assertEquals(404, Api.status(node.url() + "/api/v1/corrections/none/0"));
    assertEquals(400, Api.status(address + "?limit=0"));
    assertEquals(400, Api.status(address + "?limit=many"));
  }

  private static JsonNode corrections(NodeProcess node, String area) throws IOException {
    return node.api().get("/api/v1/corrections/ppwp/" + area);
  }

  private static List<JsonNode> rows(NodeProcess node, String area) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    JsonNode body = corrections(node, area);
    body.path("corrections").forEach(rows::add);
    assertEquals(rows.size(), body.path("total").asInt());
    return rows;
  }

  private static String shortly(JsonNode row) {
    List<String> delta = new ArrayList<>();
    row.path("delta").forEach(moved -> delta.add(moved.asText()));
    List<String> codes = new ArrayList<>();
    row.path("findings").forEach(code -> codes.add(code.asText()));
    codes.removeIf(code -> !code.startsWith("T"));
    return String.join(
        " ",
        row.path("station").asText(),
        row.path("revision").asText(),
        row.path("status").asText(),
        row.path("reason").path("kind").asText(),
        codes.toString(),
        String.join(",", delta));
  }

  private static String counted(String station, int revision, int votes) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("contest", "ppwp").put("station", station).put("generation", 0);
    json.put("revision", revision).put("method", "machine");
    json.set("votes", Json.MAPPER.valueToTree(Map.of("900001", votes, "900002", 9, "900003", 8)));
    json.put("valid", votes + 17).put("invalid", 2).put("total", votes + 19);
    json.putObject("reason").put("kind", revision == 1 ? "new" : "transcription-correction");
    return json.toString();
  }

  private static String held(String station, int revision) {
    ObjectNode json = (ObjectNode) Json.tree(counted(station, revision, 200));
    return json.without(List.of("valid", "total")).toString();
  }

  private static String withdrawal(String station, int revision) {
    ObjectNode json = (ObjectNode) Json.tree(counted(station, revision, 0));
    json.putNull("votes").remove(List.of("valid", "invalid", "total"));
    json.putObject("reason").put("kind", "withdrawn");
    return json.toString();
  }
}
