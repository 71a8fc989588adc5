package id.pantau.intake;

import static id.pantau.intake.Bodies.isProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.pantau.model.Method;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may speak, and in what kind of body: F25 and the media types. */
class IntakeAccessTest {
  private final IntakeNode node;

  IntakeAccessTest(@TempDir Path data) throws Exception {
    this.node = new IntakeNode(data, IntakeNode.LIMITS);
  }

  @AfterEach
  void stop() throws Exception {
    node.close();
  }

  /** F25: nothing but a known key speaks, and the body is not even looked at. */
  @ParameterizedTest
  @ValueSource(
      strings = {"pk_", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", "pk_AAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void key_unknown_answers401(String key) throws Exception {
    HttpResponse<String> response =
        node.post(key, "application/json", null, FormText.bytes("not even json"));
    isProblem(response, 401, "unauthorized");
    assertEquals("Bearer", response.headers().firstValue("www-authenticate").orElse(""));
    assertEquals(List.of(), node.counting.calls());
  }

  @Test
  void key_missing_answers401ForTheWholeBatch() throws Exception {
    isProblem(
        node.post(null, "application/x-ndjson", null, FormText.bytes(FormText.VALID)),
        401,
        "unauthorized");
    assertEquals(1, node.refusals("unauthorized"));
  }

  @Test
  void key_addedToARunningNode_isHonoured() throws Exception {
    String key = node.file.add(List.of("0"), EnumSet.of(Method.MACHINE));
    byte[] body = FormText.bytes(FormText.VALID);
    int status = 401;
    for (int tries = 0; tries < 400 && status == 401; tries++) {
      Thread.sleep(10);
      status = node.post(key, "application/json", null, body).statusCode();
    }
    assertEquals(201, status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "application/json; charset=iso-8859-1",
        "application/jsonx"
      })
  void contentType_another_answers415(String type) throws Exception {
    isProblem(
        node.post(node.key, type, null, FormText.bytes(FormText.VALID)),
        415,
        "unsupported-media-type");
  }

  @Test
  void contentType_withCharsetUtf8_isTaken() throws Exception {
    HttpResponse<String> response =
        node.post(
            node.key, "Application/JSON; charset=UTF-8", null, FormText.bytes(FormText.VALID));
    assertEquals(201, response.statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "zstd"})
  void contentEncoding_another_answers415(String encoding) throws Exception {
    isProblem(
        node.post(node.key, "application/json", encoding, FormText.bytes(FormText.VALID)),
        415,
        "unsupported-media-type");
  }
}
