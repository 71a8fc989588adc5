package id.pantau.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What answers look like. */
final class Bodies {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Bodies() {}

  static JsonNode json(String text) throws Exception {
    return JSON.readTree(text);
  }

  static void isProblem(HttpResponse<String> response, int status, String code) throws Exception {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(
        "application/problem+json", response.headers().firstValue("content-type").orElse(""));
    assertEquals("urn:pantau:problem:" + code, json(response.body()).get("type").asText());
    assertEquals(status, json(response.body()).get("status").asInt());
    assertFalse(json(response.body()).get("detail").asText().isBlank());
  }
}
