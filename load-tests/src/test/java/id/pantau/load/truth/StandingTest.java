package id.pantau.load.truth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import id.pantau.election.ElectionReader;
import id.pantau.load.flood.MadeUp;
import id.pantau.model.Form;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StandingTest {
  private static final String STATION = "1101012001001";
  private static final MadeUp MADE =
      new MadeUp(ElectionReader.packed("pemilu-2024").contests().get(0));

  private final Standing standing = new Standing();

  private static Form form(int revision) {
    return MADE.form(STATION, revision);
  }

  /** Lets what is in doubt be settled by a node that gives this body of the station. */
  private void settle(String revisions) throws IOException, InterruptedException {
    HttpServer node =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] body = ("{\"digest\":\"d\",\"revisions\":[" + revisions + "]}").getBytes(UTF_8);
    node.createContext(
        "/api/v1/stations/" + STATION + "/ppwp",
        exchange -> {
          exchange.getResponseHeaders().add("ETag", "\"d\"");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    node.start();
    try {
      standing.settle(new Bodies(URI.create("http://127.0.0.1:" + node.getAddress().getPort())));
    } finally {
      node.stop(0);
    }
  }

  @Test
  void settle_duplicateOfAFormSentAgain_standsAsTheNodeSays() throws Exception {
    standing.answered(form(1), "duplicate", true);
    assertEquals(1, standing.doubtful());
    assertTrue(standing.forms().isEmpty());
    settle("{\"revision\":1,\"status\":\"held\"}");
    assertEquals(false, standing.forms().get(0).counted());
  }

  /** Found by the smoke scenario on a loaded machine. */
  @Test
  void settle_duplicateThatWasReplacedSince_isWhatItHadBeenAndTheNewerStands() throws Exception {
    standing.answered(form(1), "duplicate", true);
    standing.answered(form(2), "counted", false);
    settle("{\"revision\":1,\"status\":\"superseded\",\"was\":\"counted\"}");
    assertEquals(Map.of(), standing.notTaken());
    assertEquals(2, standing.forms().get(0).form().revision());
  }

  @Test
  void answered_duplicateOfAFormSentOnce_isNoAnswerToIt() {
    standing.answered(form(1), "duplicate", false);
    assertEquals(0, standing.doubtful());
    assertTrue(standing.forms().isEmpty());
  }

  @Test
  void answered_refusedOrStale_isSaid() {
    standing.answered(form(1), "stale", false);
    assertEquals(Map.of("stale", 1L), standing.notTaken());
  }

  @Test
  void answered_heldAfterCounted_isNoScenario() {
    standing.answered(form(1), "counted", false);
    assertThrows(IllegalArgumentException.class, () -> standing.answered(form(2), "held", false));
  }
}
