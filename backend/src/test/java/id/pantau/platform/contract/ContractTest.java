package id.pantau.platform.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import id.pantau.platform.WebRig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A small contract before real routes: what it lets through, and what keeps a node from starting.
 */
final class ContractTest {
  private static final String SMALL =
      """
      {"paths":{"/room/{place}":{"get":{"operationId":"MODE","x-role":"api","x-parameters":"MODE","parameters":[
        {"name":"place","in":"path","required":true,"schema":{"type":"string"}},
        {"$ref":"#/components/parameters/n"},
        {"name":"word","in":"query","schema":{"type":"string","enum":["a","b"],"default":"b"}},
        {"name":"text","in":"query","x-is":"a text","schema":{"type":"string","minLength":2,"maxLength":4,"pattern":"^[a-z]"}}
      ]}}},"components":{"parameters":{"n":{"name":"n","in":"query","schema":{"type":"integer","minimum":2,"maximum":30}}}}}""";

  private static Contract contract(String json) {
    try {
      return new Contract((ObjectNode) new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "strict | '' | x b 7",
        "strict | ?n=2&word=a&text=abc | x a 2",
        "strict | ?n=1 | n is a whole number, at least 2, at most 30",
        "strict | ?n=31 | n is a whole number, at least 2, at most 30",
        "strict | ?n=+3 | n is a whole number, at least 2, at most 30",
        "strict | ?n= | n is a whole number, at least 2, at most 30",
        "strict | ?n=3&n=4 | n stands there more than once",
        "strict | ?word=c | word is a or b",
        "strict | ?text=a | text is a text",
        "strict | ?text=abcde | text is a text",
        "strict | ?text=1a | text is a text",
        "strict | ?other=1 | other is not asked for here; there is n, word, text",
        "strict | ?place=1 | place is not asked for here; there is n, word, text",
        "known | ?other=1&n=3 | x b 3",
        "known | ?other=1&n=1 | n is a whole number, at least 2, at most 30",
        "free | ?other=1&word=c | x c 7",
      })
  void question_isAnsweredOrToldWhatIsWrong(String mode, String query, String answer) {
    Operation operation = contract(SMALL.replace("MODE", mode)).operation(mode);
    try (WebRig rig = new WebRig(1, List.of(door -> room(door, operation)))) {
      String text = WebRig.text(rig.get("/room/x" + query));
      assertTrue(
          text.equals(answer)
              || text.endsWith(
                  "\"title\":\"malformed\",\"status\":400,\"detail\":\"" + answer + "\"}"),
          text);
    }
  }

  private static void room(WebDoor door, Operation operation) {
    operation
        .route(door.router())
        .handler(
            context -> {
              if (operation.accepts(context)) {
                String number = Integer.toString(operation.number(context, "n", 7));
                String word = operation.text(context, "word");
                context.response().end(context.pathParam("place") + " " + word + " " + number);
              }
            });
  }

  @Test
  void schema_thatIsNotChecked_isRefused() {
    String strict = SMALL.replace("MODE", "strict");
    String more = strict.replace("\"minLength\":2", "\"format\":\"date\"");
    String said =
        String.valueOf(
            assertThrows(IllegalStateException.class, () -> contract(more)).getMessage());
    assertTrue(said.contains("checks no format"), said);
    assertThrows(IllegalStateException.class, () -> contract(strict.replace("/n\"}", "/m\"}")));
    assertThrows(IllegalStateException.class, () -> Contract.packed().operation("nothing"));
  }

  @Test
  void routes_thatDiffer_keepTheNodeFromStarting() {
    List<String> nothing = List.of();
    assertStops("without a route", new ContractCheck(List.of("live")));
    assertStops(
        "undescribed [/api/v1/more/:x]",
        door -> door.router().get("/api/v1/more/:x").handler(c -> c.response().end()),
        new ContractCheck(nothing));
    new WebRig(
            1,
            List.of(
                door -> door.router().get("/page/:x").handler(c -> c.response().end()),
                new ContractCheck(nothing)))
        .close();
  }

  private static void assertStops(String why, WebMount... mounts) {
    RuntimeException stopped =
        assertThrows(RuntimeException.class, () -> new WebRig(1, List.of(mounts)).close());
    assertTrue(String.valueOf(stopped.getMessage()).contains(why), stopped.toString());
  }

  @Test
  void document_hasNoPartsLeftAndRolesOfANode() {
    assertTrue(Contract.packed().at("/x-parts").isMissingNode());
    assertEquals("3.1.0", Contract.packed().at("/openapi").asText());
    for (Operation operation : Contract.packed().operations().values()) {
      assertTrue(List.of("api", "live", "intake").contains(operation.role()), operation.id());
    }
  }
}
