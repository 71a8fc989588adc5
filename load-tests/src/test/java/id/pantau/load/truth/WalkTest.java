package id.pantau.load.truth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pantau.election.ElectionReader;
import id.pantau.load.flood.MadeUp;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that says what a test wants, on a real socket; the walk must find the lie. */
final class WalkTest {
  private static final Election ELECTION = ElectionReader.packed("pemilu-2024");
  private static final Contest CONTEST = ELECTION.contests().get(0);
  private static final AreaTree TREE = ELECTION.areas();
  private static final String STATION = "1101012001001";

  private final Standing standing = new Standing();
  private final MadeUp made = new MadeUp(CONTEST);
  private HttpServer server;

  /** The place about which the node lies by one vote; none at first. */
  private volatile String lie = "";

  private volatile String tag = "\"d\"";

  @BeforeEach
  void startNode() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/results/", this::answer);
    server.start();
  }

  @AfterEach
  void stopNode() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String area = path.substring(path.lastIndexOf('/') + 1);
    int index = TREE.find(area);
    StringBuilder rows = new StringBuilder();
    boolean village = TREE.area(index).level() == 4;
    int n = village ? TREE.stations(index) : TREE.childCount(index);
    for (int i = 0; i < n; i++) {
      String code =
          village
              ? TREE.stationAt(TREE.province(index), TREE.firstSlot(index) + i).code()
              : TREE.area(TREE.firstChild(index) + i).code();
      rows.append(i == 0 ? "" : ",").append("{\"code\":\"").append(code).append("\",");
      rows.append(figures(code)).append('}');
    }
    String text = "{\"area\":\"%s\",\"digest\":\"d\",%s,\"children\":[%s]}";
    byte[] body = text.formatted(area, figures(area), rows).getBytes(UTF_8);
    exchange.getResponseHeaders().add("ETag", tag);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** What a node with the one form of the second revision says of a place. */
  private String figures(String code) {
    Form form = made.form(STATION, 2);
    boolean has = code.equals("0") || STATION.startsWith(code);
    StringBuilder votes = new StringBuilder();
    CONTEST
        .choices()
        .forEach(
            choice -> {
              int own = has ? form.votes().getOrDefault(choice.id(), 0) : 0;
              int said = code.equals(lie) && votes.isEmpty() ? own + 1 : own;
              votes.append(votes.isEmpty() ? "" : ",").append('"').append(choice.id());
              votes.append("\":").append(said);
            });
    return "\"totals\":{\"votes\":{%s}},\"stations\":{\"counted\":%d,\"held\":0}"
        .formatted(votes, has ? 1 : 0);
  }

  private Walk walk() throws Exception {
    Bodies bodies = new Bodies(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    Walk walk = new Walk(bodies, new Places(TREE, CONTEST, standing.forms()));
    walk.run();
    return walk;
  }

  private void sendTwoRevisions() {
    standing.answered(made.form(STATION, 1), "counted", false);
    standing.answered(made.form(STATION, 2), "counted", false);
  }

  @Test
  void run_everythingTrue_noDifferenceDownToTheStation() throws Exception {
    sendTwoRevisions();
    Walk walk = walk();
    assertEquals(List.of(), walk.differences());
    assertTrue(walk.compared() > 38, () -> walk.compared() + " places");
  }

  @Test
  void run_aVoteTooManyInAStation_isNamed() throws Exception {
    sendTwoRevisions();
    lie = STATION;
    List<String> found = walk().differences();
    assertEquals(1, found.size(), found::toString);
    assertTrue(found.get(0).startsWith("ppwp/" + STATION + " says "), found::toString);
  }

  @Test
  void run_aVoteInAProvinceWithoutForms_isNamed() throws Exception {
    sendTwoRevisions();
    lie = "31";
    assertEquals(1, walk().differences().size());
  }

  @Test
  void run_aFormAcknowledgedAndLost_differsInEveryPlaceAboveIt() throws Exception {
    sendTwoRevisions();
    standing.answered(made.form("1101012001002", 1), "counted", false);
    assertTrue(walk().differences().size() >= 6);
  }

  @Test
  void run_anETagOfAnotherBody_fails() {
    sendTwoRevisions();
    tag = "\"e\"";
    assertThrows(IOException.class, this::walk);
  }

  @Test
  void answered_olderRevisionLate_theNewerStands() {
    standing.answered(made.form(STATION, 2), "counted", false);
    standing.answered(made.form(STATION, 1), "counted", false);
    assertEquals(2, standing.forms().get(0).form().revision());
  }
}
