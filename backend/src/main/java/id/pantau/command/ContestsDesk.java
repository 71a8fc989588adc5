package id.pantau.command;

import id.pantau.model.Choice;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;

/**
 * {@code GET /api/contests}: the ballots, so that a screen can name what a figure is for. The pages
 * of this port ask no other one.
 */
public final class ContestsDesk implements Desk {
  private final Buffer body;

  public ContestsDesk(Election election) {
    JsonArray contests = new JsonArray();
    election.contests().forEach(contest -> contests.add(contest(contest)));
    body = new JsonObject().put("contests", contests).toBuffer();
  }

  @Override
  public void mount(Router router) {
    router
        .get("/api/contests")
        .handler(SignedIn.with(Role.WATCH))
        .handler(
            context -> context.response().putHeader("Content-Type", "application/json").end(body));
  }

  private static JsonObject contest(Contest contest) {
    JsonObject names = new JsonObject();
    contest.names().forEach(names::put);
    JsonArray choices = new JsonArray();
    contest.choices().forEach(choice -> choices.add(choice(choice)));
    return new JsonObject().put("id", contest.id()).put("names", names).put("choices", choices);
  }

  private static JsonObject choice(Choice choice) {
    return new JsonObject()
        .put("id", choice.id())
        .put("number", choice.number())
        .put("name", choice.name())
        .put("shortName", choice.shortName())
        .put("color", choice.color());
  }
}
