package id.pantau.api;

import id.pantau.model.AreaTree;
import id.pantau.model.places.PlaceHit;
import id.pantau.model.places.PlaceIndex;
import id.pantau.platform.PlaceSearch;
import id.pantau.platform.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The places of the election: an area with its path and children, and the search. */
final class PlaceRoutes {
  private static final String CACHE = "public, max-age=60";
  private final AreaTree tree;
  private final Places places;
  private final int hitsMax;
  private final Answers answers;
  private final PlaceSearch search;

  PlaceRoutes(AreaTree tree, PlaceSearch search, int hitsMax, Answers answers) {
    this.tree = tree;
    this.search = search;
    this.places = new Places(tree);
    this.hitsMax = hitsMax;
    this.answers = answers;
  }

  void mount(Vertx vertx, Router router) {
    Endpoint.mount(router, "area", this::area);
    Endpoint.mount(router, "search", context -> search(context, search.index(vertx)));
  }

  private void area(RoutingContext context) {
    String code = context.pathParam("code");
    int area = tree.find(code);
    if (area < 0) {
      Answers.problem(context, new Problem(404, "unknown-area", "there is no area " + cut(code)));
      return;
    }
    Document document = places.area(area);
    answers.send(context, document.json(), document.digest(), CACHE);
  }

  private void search(RoutingContext context, Future<PlaceIndex> index) {
    String text = context.queryParams().get("q");
    index
        .onSuccess(
            made -> {
              Document document = hits(text, made.find(text, hitsMax));
              answers.send(context, document.json(), document.digest(), CACHE);
            })
        .onFailure(context::fail);
  }

  private static Document hits(String text, List<PlaceHit> hits) {
    return Document.of(
        g -> {
          g.writeStartObject();
          g.writeStringField("query", text);
          g.writeArrayFieldStart("hits");
          for (PlaceHit hit : hits) {
            g.writeStartObject();
            g.writeStringField("kind", hit.kind());
            g.writeStringField("code", hit.code());
            g.writeStringField("name", hit.name());
            g.writeNumberField("level", hit.level());
            g.writeStringField("path", hit.path());
            g.writeEndObject();
          }
          g.writeEndArray();
          g.writeEndObject();
        });
  }

  /** A code as an error may repeat it: what was sent, but never much of it. */
  static String cut(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }
}
