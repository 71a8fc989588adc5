package id.pantau.command;

import id.pantau.model.places.PlaceHit;
import id.pantau.model.places.PlaceIndex;
import id.pantau.platform.PlaceSearch;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;

/**
 * {@code GET /api/places?q=}: areas and stations by name or code, as the public search finds them.
 */
public final class PlacesDesk implements Desk {
  private static final int QUERY_CHARACTERS_MAX = 100;
  private static final int HITS_MAX = 10;
  private final PlaceSearch search;

  public PlacesDesk(PlaceSearch search) {
    this.search = search;
  }

  @Override
  public void mount(Router router) {
    Vertx vertx = Objects.requireNonNull(Vertx.currentContext(), "mounted on a context").owner();
    router
        .get("/api/places")
        .handler(SignedIn.with(Role.WATCH))
        .handler(Reply.guarded(context -> find(context, search.index(vertx))));
  }

  private static void find(RoutingContext context, Future<PlaceIndex> building) {
    String text = context.queryParams().get("q");
    if (text == null || text.isBlank() || text.length() > QUERY_CHARACTERS_MAX) {
      throw Reply.malformed("q is a text of 1 to " + QUERY_CHARACTERS_MAX + " characters");
    }
    building
        .onSuccess(index -> Reply.json(context, 200, hits(text, index.find(text, HITS_MAX))))
        .onFailure(why -> Reply.fail(context, why));
  }

  private static JsonObject hits(String text, List<PlaceHit> found) {
    JsonArray hits = new JsonArray();
    for (PlaceHit hit : found) {
      hits.add(
          new JsonObject()
              .put("kind", hit.kind())
              .put("code", hit.code())
              .put("name", hit.name())
              .put("level", hit.level())
              .put("path", hit.path()));
    }
    return new JsonObject().put("query", text).put("hits", hits);
  }
}
