package id.pantau.api;

import id.pantau.platform.ActFields;
import id.pantau.platform.Acts;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The feed of acts: everything that was ever withheld or announced; wire-protocol.md §4. */
final class ActRoutes {
  private static final String CACHE = "public, max-age=1";
  private final Acts acts;
  private final Answers answers;

  ActRoutes(Acts acts, Answers answers) {
    this.acts = acts;
    this.answers = answers;
  }

  void mount(Router router) {
    Endpoint.mount(router, "acts", this::list);
  }

  private void list(RoutingContext context) {
    List<Acts.Entry> all = acts.all();
    Document body =
        Document.of(
            g -> {
              g.writeStartObject();
              g.writeArrayFieldStart("acts");
              for (int i = all.size() - 1; i >= 0; i--) {
                if (all.get(i).act().kind().ofPlace()) {
                  g.writeStartObject();
                  ActFields.row(g, all.get(i));
                  g.writeEndObject();
                }
              }
              g.writeEndArray();
              g.writeEndObject();
            });
    answers.send(context, body.json(), body.digest(), CACHE);
  }
}
