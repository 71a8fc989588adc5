package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.platform.WebRig;
import id.pantau.platform.contract.Contract;
import id.pantau.platform.contract.Operation;
import id.pantau.platform.contract.Parameter;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a question or a form must be: where it is not as the contract says, the answer is. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class QuestionsIT {
  private static ContractNode node;
  private static WebRig web;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = new ContractNode(folder);
    web = node.web();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  /** Every parameter of a query, wrong, twice, and one that is not there: 400, and it is named. */
  @Test
  void parameters_thatAreWrong_areNamed() {
    int refused = 0;
    for (Operation operation : Contract.packed().operations().values()) {
      boolean isFree = operation.id().equals("embed");
      for (Parameter parameter : operation.parameters()) {
        if (parameter.in().equals("query") && !isFree) {
          String address =
              address(operation) + others(operation, parameter) + parameter.name() + "=";
          // A cursor and a format are texts that only their readers know; a page is an address.
          if (!List.of("since", "format", "url").contains(parameter.name())) {
            assertNamed(address, parameter.name());
            refused++;
          }
          assertNamed(address + "1&" + parameter.name() + "=1", parameter.name());
        }
      }
      if (operation.path().startsWith("/api/") && operation.method().equals(HttpMethod.GET)) {
        assertNamed(address(operation) + "?unheard=1", "unheard");
        refused++;
      }
    }
    assertTrue(refused > 20, Integer.toString(refused));
  }

  private static void assertNamed(String address, String name) {
    HttpResponse<byte[]> response = web.get(address);
    assertEquals(400, response.statusCode(), address + " " + WebRig.text(response));
    JsonNode problem = OpenApiDocument.json(WebRig.text(response));
    assertEquals("malformed", problem.path("title").asText());
    assertTrue(problem.path("detail").asText().startsWith(name + " "), problem.toString());
  }

  /** What else must be asked, as the document's examples ask it. */
  private static String others(Operation operation, Parameter but) {
    StringBuilder query = new StringBuilder("?");
    for (Parameter each : operation.parameters()) {
      if (each.in().equals("query") && each.required() && !each.name().equals(but.name())) {
        query.append(each.name()).append('=').append(each.example()).append('&');
      }
    }
    return query.toString();
  }

  /** An address of an operation, with the examples of the document. */
  private static String address(Operation operation) {
    String address = operation.path();
    for (Parameter parameter : operation.parameters()) {
      address = address.replace("{" + parameter.name() + "}", parameter.example());
    }
    return address;
  }

  /** Each answer to a form that a test can bring about is one of the document's. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0101011002001 | 201 | new",
        "0101011002001 | 200 | again",
        "0101011002001 | 409 | other content",
        "0101011002003 | 202 | held",
        "0101011001011 | 422 | no such station",
        "0101011002002 | 400 | malformed",
        "0201011001001 | 403 | foreign",
        "0101011002002 | 401 | no key",
        "0101011002002 | 415 | no type",
      })
  void form_isAnsweredAsTheDocumentSays(String station, int status, String kind) throws Exception {
    String form =
        "{'contest':'ppwp','station':'"
            + station
            + "','generation':0,'revision':1,'method':'single','votes':{'900001':"
            + (kind.equals("other content") ? 3 : 2)
            + ",'900002':"
            + (kind.equals("held") ? 1_000_000 : 1)
            + ",'900003':0}"
            + (kind.equals("malformed") ? ",'more':1}" : "}");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + "/api/v1/forms"))
            .POST(HttpRequest.BodyPublishers.ofString(form.replace('\'', '"')))
            .header("Content-Type", kind.equals("no type") ? "text/plain" : "application/json");
    if (!kind.equals("no key")) {
      request.header("Authorization", "Bearer " + node.key());
    }
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(status, response.statusCode(), response.body());
    node.document()
        .check(
            "/api/v1/forms",
            "post",
            status,
            response.headers().firstValue("Content-Type").orElse(""),
            response.body());
    if (status < 300) {
      assertEquals(
          Set.of(), node.document().errors("#/components/schemas/Form", form.replace('\'', '"')));
    }
  }
}
