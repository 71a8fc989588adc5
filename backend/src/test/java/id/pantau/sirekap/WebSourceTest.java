package id.pantau.sirekap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import id.pantau.model.Form;
import id.pantau.platform.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site that serves the tree, well or badly. */
final class WebSourceTest {
  private static final String PLACES = "/wilayah/pemilu/ppwp/";
  private static final String STATION = "{\"chart\":null,\"ts\":\"2024-02-15 07:00:44\"}";
  private static final double RATE = 1000;

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Integer> troubles = new CopyOnWriteArrayList<>();
  private HttpServer server = serve();

  private static HttpServer serve() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          byte[] body = files.get(path);
          int status = !troubles.isEmpty() ? troubles.remove(0) : body == null ? 404 : 200;
          exchange.getResponseHeaders().add("Retry-After", "0");
          exchange.sendResponseHeaders(status, status == 200 && body != null ? body.length : -1);
          if (status == 200 && body != null) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
    put("0", "11", "31");
    put("31", "3171");
    put("31/3171", "317106");
    put("31/3171/317106", "3171061001");
    put("31/3171/317106/3171061001", "3171061001001", "3171061001002", "3171061001003");
    file("3171061001001", STATION);
    file("3171061001003", STATION);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void put(String place, String... codes) {
    List<String> rows = new ArrayList<>();
    for (String code : codes) {
      rows.add("{\"nama\":\"x\",\"id\":1,\"kode\":\"" + code + "\",\"tingkat\":1}");
    }
    files.put(PLACES + place + ".json", utf8("[" + String.join(",", rows) + "]"));
  }

  private void file(String station, String json) {
    files.put("/pemilu/hhcw/ppwp/" + SirekapTree.path(station) + ".json", utf8(json));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> read(String path, List<String> areas) throws Exception {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    List<String> stations = new ArrayList<>();
    try (SirekapImport in =
        SirekapImport.of(url, SirekapImportTest.PPWP, areas, RATE, stations::add)) {
      for (Form form = in.next(); form != null; form = in.next()) {
        stations.add(form.station());
      }
      stations.add(in.tally().others() + " missing");
    }
    return stations;
  }

  @Test
  void walksThePlaces_andLeavesOutWhatIsMissing() throws Exception {
    // The province 11 and one station are named and not there.
    assertEquals(List.of("3171061001001", "3171061001003", "2 missing"), read("", List.of()));
  }

  @Test
  void areas_areWalkedAlone() throws Exception {
    assertEquals(
        List.of("3171061001001", "3171061001003", "1 missing"), read("/", List.of("317106")));
    assertTrue(asked.stream().noneMatch(p -> p.contains("/11")), asked::toString);
  }

  @Test
  void busySite_isAskedAgain() throws Exception {
    troubles.addAll(List.of(503, 429, 500));
    assertEquals(3, read("", List.of("31")).size());
    assertEquals(4, asked.stream().filter(p -> p.equals(PLACES + "0.json")).count());
  }

  @Test
  void siteThatRefuses_isLeftAtOnce() {
    troubles.add(401);
    IOException e = assertThrows(IOException.class, () -> read("", List.of()));
    assertTrue(String.valueOf(e.getMessage()).endsWith("0.json answers 401"), e.toString());
    assertEquals(1, asked.size());
  }

  @Test
  void redirect_isNotFollowed() {
    troubles.add(302);
    assertThrows(IOException.class, () -> read("", List.of()));
  }

  @Test
  void placeThatLiesElsewhere_isRefused() {
    put("31", "3271");
    Refused e = assertThrows(Refused.class, () -> read("", List.of()));
    assertTrue(String.valueOf(e.getMessage()).contains("\"3271\""), e.toString());
  }

  @Test
  void fileThatIsTooLarge_isRefused() {
    files.put(PLACES + "0.json", new byte[SirekapEntry.BYTES_MAX + 1]);
    IOException e = assertThrows(IOException.class, () -> read("", List.of()));
    assertEquals("the answer is too large", e.getMessage());
  }

  @Test
  void archiveOnASite_isReadAsItComes() throws Exception {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(lines)) {
      gzip.write(utf8("{\"kode\":\"3171061001001\",\"chart\":null}\n".repeat(2)));
      gzip.write(utf8("{\"kode\":\"3171061001002\",\"chart\":null}\n"));
    }
    files.put("/raw.jsonl.gz", lines.toByteArray());
    assertEquals(
        List.of("3171061001001", "3171061001002", "0 missing"), read("/raw.jsonl.gz", List.of()));
  }
}
