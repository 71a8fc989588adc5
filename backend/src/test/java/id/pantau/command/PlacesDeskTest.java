package id.pantau.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.pantau.api.SmallElection;
import id.pantau.platform.PlaceSearch;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PlacesDeskTest {
  private final Vertx vertx = Vertx.vertx();
  private final DeskServer server =
      new DeskServer(vertx, List.of(new PlacesDesk(new PlaceSearch(SmallElection.areas()))));

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private String codes(String query) {
    return server.get("budi:watch", "/api/places?q=" + query).body().getJsonArray("hits").stream()
        .map(hit -> ((JsonObject) hit).getString("code"))
        .collect(Collectors.joining(" "));
  }

  @Test
  void find_byNameAndByCode_namesTheAreaWithItsPath() {
    assertEquals("3205", codes("garut").split(" ")[0]);
    assertEquals("3271 327104 3271041001 3271041002", codes("3271"));
    JsonObject hit =
        server
            .get("budi:watch", "/api/places?q=bogor")
            .body()
            .getJsonArray("hits")
            .getJsonObject(0);
    assertEquals("KOTA BOGOR", hit.getString("name"));
    assertEquals("JAWA BARAT", hit.getString("path"));
  }

  @Test
  void find_nothingAsked_isMalformed_andNeedsTheRole() {
    assertEquals(400, server.get("budi:watch", "/api/places?q=").status());
    assertEquals(400, server.get("budi:watch", "/api/places?q=" + "a".repeat(101)).status());
    assertEquals(403, server.get("budi:", "/api/places?q=bogor").status());
  }
}
