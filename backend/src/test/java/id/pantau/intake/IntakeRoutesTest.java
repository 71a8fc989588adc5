package id.pantau.intake;

import static id.pantau.intake.Bodies.isProblem;
import static id.pantau.intake.Bodies.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Method;
import id.pantau.model.Submission;
import id.pantau.platform.Counting;
import id.pantau.rules.Sample;
import io.vertx.core.Future;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The route over real loopback HTTP: what each outcome answers, one form and in a batch. */
class IntakeRoutesTest {
  private static final String HELD = FormText.with("\"valid\":165", "\"valid\":164");

  private final IntakeNode node;

  IntakeRoutesTest(@TempDir Path data) throws Exception {
    this.node = new IntakeNode(data, IntakeNode.LIMITS);
  }

  @AfterEach
  void stop() throws Exception {
    node.close();
  }

  @Test
  void single_counted_answers201WithPosition() throws Exception {
    HttpResponse<String> response = node.single(FormText.VALID);
    assertEquals(201, response.statusCode(), response.body());
    assertEquals("application/json", response.headers().firstValue("content-type").orElse(""));
    assertEquals(
        json(
            """
            {"line":1,"station":"1101012001001","status":"counted","findings":[],
             "position":{"epoch":1,"revision":1}}"""),
        json(response.body()));
    Submission submission = node.counting.last();
    assertEquals(IntakeNode.NOW, submission.receivedAt());
    assertTrue(submission.submitter().startsWith("s-"));
  }

  @Test
  void single_stored_answers201() throws Exception {
    HttpResponse<String> response =
        node.single(FormText.with("\"votes\":{\"100025\":144,\"100026\":19,\"100027\":2},", ""));
    assertEquals(201, response.statusCode(), response.body());
    assertEquals("stored", json(response.body()).get("status").asText());
  }

  @Test
  void single_held_answers202WithFindings() throws Exception {
    HttpResponse<String> response = node.single(HELD);
    assertEquals(202, response.statusCode(), response.body());
    JsonNode body = json(response.body());
    assertEquals("held", body.get("status").asText());
    assertEquals("T01", body.at("/findings/0/code").asText());
    assertEquals("valid", body.at("/findings/0/fields/0").asText());
    assertEquals("T02", body.at("/findings/1/code").asText());
  }

  @Test
  void single_sameAgain_answers200Duplicate() throws Exception {
    node.single(FormText.VALID);
    HttpResponse<String> response = node.single(FormText.VALID);
    assertEquals(200, response.statusCode(), response.body());
    assertEquals("duplicate", json(response.body()).get("status").asText());
  }

  @Test
  void single_staleAndConflicting_answer409WithWhatStands() throws Exception {
    String third =
        FormText.with(
            FormText.with("\"revision\":1", "\"revision\":3"),
            "\"kind\":\"new\"",
            "\"kind\":\"restored\"");
    node.single(third);
    HttpResponse<String> stale = node.single(FormText.VALID);
    isProblem(stale, 409, "stale");
    assertEquals(3, json(stale.body()).get("currentRevision").asInt());
    HttpResponse<String> conflict =
        node.single(FormText.with(third, "\"unused\":124", "\"unused\":123"));
    isProblem(conflict, 409, "conflict");
    assertTrue(json(conflict.body()).get("currentHash").asText().matches("[0-9a-f]{16}"));
    assertEquals("1101012001001", json(conflict.body()).get("station").asText());
  }

  @Test
  void single_refusedByARule_answers422AndNeverReachesTheCount() throws Exception {
    HttpResponse<String> response = node.single(FormText.at("1101012001999"));
    isProblem(response, 422, "refused");
    assertEquals("R02", json(response.body()).at("/findings/0/code").asText());
    assertEquals(List.of(), node.counting.calls());
    assertEquals(1, node.refusals("R02"));
  }

  @Test
  void single_foreignAreaMethodOrReason_answers403() throws Exception {
    String key = node.file.add(List.of("31"), EnumSet.of(Method.MACHINE));
    node.keys.reload();
    for (String form :
        List.of(
            FormText.VALID,
            FormText.with(FormText.at(Sample.ELSEWHERE), "machine", "single"),
            FormText.with(
                FormText.at(Sample.ELSEWHERE),
                "\"new\",\"note\":null,\"codes\":[],\"by\":[]",
                "\"decision\",\"note\":null,\"codes\":[\"T01\"],\"by\":[\"me\"]"))) {
      HttpResponse<String> response =
          node.post(key, "application/json", null, FormText.bytes(form));
      isProblem(response, 403, "forbidden");
      assertEquals("R09", json(response.body()).at("/findings/0/code").asText());
    }
    HttpResponse<String> own =
        node.post(key, "application/json", null, FormText.bytes(FormText.at(Sample.ELSEWHERE)));
    assertEquals(201, own.statusCode(), own.body());
  }

  @ParameterizedTest
  @CsvSource({"-1, R05", "1.9, R05", "1e400, R05", "'\"5\"', malformed", "NaN, malformed"})
  void single_numberThatIsNone_answers400NamingTheField(String number, String code)
      throws Exception {
    HttpResponse<String> response =
        node.single(FormText.with("\"100025\":144", "\"100025\":" + number));
    isProblem(response, 400, "malformed");
    JsonNode body = json(response.body());
    assertTrue(body.get("detail").asText().startsWith("votes.100025 "), response.body());
    assertEquals(code, body.at("/findings/0/code").asText());
    assertEquals("votes.100025", body.at("/findings/0/fields/0").asText());
    assertEquals(List.of(), node.counting.calls());
  }

  @Test
  void single_badUtf8AndEmpty_answer400() throws Exception {
    byte[] bad = FormText.bytes(FormText.VALID);
    bad[15] = (byte) 0xff;
    isProblem(node.post(node.key, "application/json", null, bad), 400, "malformed");
    isProblem(node.post(node.key, "application/json", null, new byte[0]), 400, "malformed");
    isProblem(node.post(node.key, "application/x-ndjson", null, new byte[0]), 400, "malformed");
    bad[14] = (byte) 0xff;
    isProblem(node.post(node.key, "application/x-ndjson", null, bad), 400, "malformed");
  }

  @Test
  void images_ofAnotherStation_holdMachineFormsAcrossRequestsAndWithinABatch() throws Exception {
    String second = FormText.with(FormText.VALID, "1101012001001", "1101012001002");
    assertEquals(201, node.single(FormText.VALID).statusCode());
    HttpResponse<String> held = node.single(second);
    assertEquals(202, held.statusCode(), held.body());
    assertEquals("T07", json(held.body()).at("/findings/0/code").asText());
    assertEquals(200, node.single(FormText.VALID).statusCode());
    String other = FormText.with(second, FormText.HASH, "cd".repeat(32));
    HttpResponse<String> batch =
        node.batch(
            FormText.with(other, "1101012001002", "1101012001005"),
            FormText.with(other, "1101012001002", "1101012001006"));
    String[] lines = batch.body().split("\n", -1);
    assertEquals("counted", json(lines[0]).get("status").asText());
    assertEquals("T07", json(lines[1]).at("/findings/0/code").asText());
  }

  @Test
  void images_ofARequestTheCountDidNotTake_areNotRemembered() throws Exception {
    node.counting.answer(forms -> Future.failedFuture(new Counting.Busy("full", 7)));
    assertEquals(503, node.single(FormText.VALID).statusCode());
    node.counting.answer(null);
    String second = FormText.with(FormText.VALID, "1101012001001", "1101012001002");
    assertEquals(201, node.single(second).statusCode());
  }

  @Test
  void count_busy_answers503WithRetryAfter() throws Exception {
    node.counting.answer(forms -> Future.failedFuture(new Counting.Busy("queue full", 7)));
    for (HttpResponse<String> response :
        List.of(node.single(FormText.VALID), node.batch(FormText.VALID))) {
      isProblem(response, 503, "busy");
      assertEquals("7", response.headers().firstValue("retry-after").orElse(""));
    }
    assertEquals(0, node.bytesInFlight());
  }

  @Test
  void count_thatFailsOrBreaksItsContract_answers500() throws Exception {
    node.counting.answer(forms -> Future.failedFuture(new IllegalStateException("broken")));
    isProblem(node.single(FormText.VALID), 500, "internal");
    node.counting.answer(forms -> Future.succeededFuture(List.of()));
    isProblem(node.single(FormText.VALID), 500, "internal");
    node.counting.answer(
        forms -> {
          throw new IllegalStateException("thrown");
        });
    isProblem(node.single(FormText.VALID), 500, "internal");
    node.counting.answer(null);
    assertEquals(201, node.single(FormText.VALID).statusCode());
  }

  @Test
  void meters_countFormsByStatusAndProvince() throws Exception {
    node.single(FormText.VALID);
    node.batch(FormText.at(Sample.ELSEWHERE), FormText.at("9999999999999"), "x");
    assertEquals(1, forms("counted", "11"));
    assertEquals(1, forms("counted", "31"));
    assertEquals(2, forms("refused", "none"));
    assertEquals(1, node.refusals("malformed"));
    assertEquals(2, node.meters.get("pantau.intake.seconds").timer().count());
  }

  private double forms(String status, String province) {
    return node.meters
        .get("pantau.intake.forms")
        .tag("status", status)
        .tag("province", province)
        .counter()
        .count();
  }
}
