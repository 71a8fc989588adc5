package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.pantau.platform.Settings;
import id.pantau.platform.WebRig;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The reference data as the public reads it: elections, contests, places, and their search. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlaceRoutesTest {
  private final WebRig rig =
      new WebRig(
          2,
          List.of(
              new ApiRoutes(
                  new KeptBodies(),
                  SmallElection.election(),
                  new Settings.Api(1, 500, 20, 400, 200))));

  @AfterAll
  void stop() {
    rig.close();
  }

  private static JsonObject json(HttpResponse<byte[]> response) {
    return new JsonObject(WebRig.text(response));
  }

  @Test
  void elections_sayWhatTheElectionIs() {
    JsonObject election =
        json(rig.get("/api/v1/elections")).getJsonArray("elections").getJsonObject(0);
    assertEquals("small", election.getString("id"));
    assertEquals(true, election.getBoolean("isTest"));
    assertEquals("Alat bantu informasi.", election.getJsonObject("notice").getString("id"));
    assertEquals(new JsonObject(), election.getJsonObject("banner"));
    assertEquals(60, election.getInteger("cadenceSeconds"));
    assertEquals(new JsonArray().add("ppwp"), election.getJsonArray("contests"));
    assertEquals("made for a test", election.getJsonArray("sources").getString(0));
  }

  @Test
  void contests_haveTheirChoicesInBallotOrder() {
    JsonObject contest =
        json(rig.get("/api/v1/contests")).getJsonArray("contests").getJsonObject(0);
    assertEquals("President", contest.getJsonObject("names").getString("en"));
    JsonObject second = contest.getJsonArray("choices").getJsonObject(1);
    assertEquals("100026", second.getString("id"));
    assertEquals(2, second.getInteger("number"));
    assertEquals("PG", second.getString("shortName"));
    assertEquals("#88AAFF", second.getString("color"));
  }

  @Test
  void area_hasPathFromTheNationAndChildren() {
    JsonObject area = json(rig.get("/api/v1/areas/317106"));
    assertEquals("MENTENG", area.getString("name"));
    assertEquals(54, area.getInteger("stations"));
    List<String> path =
        area.getJsonArray("path").stream().map(o -> ((JsonObject) o).getString("code")).toList();
    assertEquals(List.of("0", "31", "3171", "317106"), path);
    JsonObject child = area.getJsonArray("children").getJsonObject(1);
    assertEquals("3171061002", child.getString("code"));
    assertEquals(40, child.getInteger("stations"));
  }

  @Test
  void village_hasItsStationsAsChildren() {
    JsonObject village = json(rig.get("/api/v1/areas/3171061001"));
    JsonArray stations = village.getJsonArray("children");
    assertEquals(14, stations.size());
    assertEquals("3171061001902", stations.getJsonObject(13).getString("code"));
    assertEquals("TPS 902", stations.getJsonObject(13).getString("name"));
    assertEquals(5, stations.getJsonObject(13).getInteger("level"));
    assertEquals(
        "KSK 1",
        json(rig.get("/api/v1/areas/9901010001"))
            .getJsonArray("children")
            .getJsonObject(0)
            .getString("name"));
  }

  @Test
  void search_findsWithPath() {
    HttpResponse<byte[]> response = rig.get("/api/v1/search?q=TPS%2012%20menteng");
    while (response.statusCode() == 503) {
      response = rig.get("/api/v1/search?q=TPS%2012%20menteng");
    }
    JsonObject answer = json(response);
    assertEquals("TPS 12 menteng", answer.getString("query"));
    JsonObject hit = answer.getJsonArray("hits").getJsonObject(0);
    assertEquals("station", hit.getString("kind"));
    assertEquals("3171061001012", hit.getString("code"));
    assertEquals("TPS 12", hit.getString("name"));
    assertEquals(
        "DKI JAKARTA › KOTA ADM. JAKARTA PUSAT › MENTENG › MENTENG", hit.getString("path"));
  }
}
