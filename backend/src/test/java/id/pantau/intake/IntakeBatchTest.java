package id.pantau.intake;

import static id.pantau.intake.Bodies.isProblem;
import static id.pantau.intake.Bodies.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Method;
import id.pantau.rules.Sample;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NDJSON over real loopback HTTP: each line stands for itself, in order. */
class IntakeBatchTest {
  private final IntakeNode node;

  IntakeBatchTest(@TempDir Path data) throws Exception {
    this.node = new IntakeNode(data, IntakeNode.LIMITS);
  }

  @AfterEach
  void stop() throws Exception {
    node.close();
  }

  @Test
  void batch_everyOutcome_answersEachLineInOrderAndCountsOnce() throws Exception {
    node.single(FormText.VALID);
    HttpResponse<String> response =
        node.batch(
            FormText.VALID,
            FormText.at("1101012001002"),
            "{\"contest\":1}",
            FormText.with(FormText.at("1101012001003"), "\"valid\":165", "\"valid\":164"),
            FormText.at("9999999999999"),
            "",
            FormText.with("\"unused\":124", "\"unused\":125"),
            FormText.with(FormText.at("1101012001004"), "\"total\":166", "\"total\":-1"));
    assertEquals(200, response.statusCode(), response.body());
    assertEquals("application/x-ndjson", response.headers().firstValue("content-type").orElse(""));
    List<JsonNode> lines = new ArrayList<>();
    for (String line : response.body().split("\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(json(line));
      }
    }
    assertEquals(
        List.of(
            "1 1101012001001 duplicate ",
            "2 1101012001002 counted ",
            "3 null refused malformed",
            "4 1101012001003 held T01",
            "5 9999999999999 refused R02",
            "6 null refused malformed",
            "7 1101012001001 conflict ",
            "8 null refused R05"),
        lines.stream()
            .map(
                l ->
                    l.get("line").asInt()
                        + " "
                        + l.get("station").asText()
                        + " "
                        + l.get("status").asText()
                        + " "
                        + l.at("/findings/0/code").asText(""))
            .toList());
    assertTrue(lines.get(2).get("position").isNull());
    assertEquals(2, lines.get(1).at("/position/revision").asInt());
    assertEquals(1, lines.get(6).get("currentRevision").asInt());
    assertEquals(
        List.of("1101012001001", "1101012001002", "1101012001003", "1101012001001"),
        node.counting.calls().get(1).stream().map(s -> s.form().station()).toList());
    assertEquals(2, node.counting.calls().size());
  }

  @Test
  void batch_foreignLine_refusesThatLineOnly() throws Exception {
    String key = node.file.add(List.of("31"), EnumSet.of(Method.MACHINE));
    node.keys.reload();
    byte[] body = FormText.bytes(FormText.VALID + "\n" + FormText.at(Sample.ELSEWHERE));
    HttpResponse<String> response = node.post(key, "application/x-ndjson", null, body);
    assertEquals(200, response.statusCode());
    String[] lines = response.body().split("\n", -1);
    assertEquals("R09", json(lines[0]).at("/findings/0/code").asText());
    assertEquals("refused", json(lines[0]).get("status").asText());
    assertEquals("counted", json(lines[1]).get("status").asText());
  }

  @Test
  void batch_windowsLineEndsAndNoLastNewline_areTaken() throws Exception {
    byte[] body = FormText.bytes(FormText.VALID + "\r\n" + FormText.at("1101012001002"));
    HttpResponse<String> response = node.post(node.key, "application/x-ndjson", null, body);
    assertEquals(2, response.body().lines().filter(l -> l.contains("\"counted\"")).count());
  }

  @Test
  void batch_gzip_isUnpacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(FormText.bytes(FormText.VALID + "\n" + FormText.at("1101012001002") + "\n"));
    }
    byte[] body = packed.toByteArray();
    HttpResponse<String> response = node.post(node.key, "application/x-ndjson", "gzip", body);
    assertEquals(2, response.body().lines().filter(l -> l.contains("\"counted\"")).count());
    body[body.length - 6] ^= 1;
    isProblem(node.post(node.key, "application/x-ndjson", "gzip", body), 400, "malformed");
    isProblem(
        node.post(node.key, "application/x-ndjson", "gzip", FormText.bytes(FormText.VALID)),
        400,
        "malformed");
    assertEquals(0, node.bytesInFlight());
  }
}
