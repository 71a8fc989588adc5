package id.pantau.api;

import id.pantau.model.Election;
import id.pantau.platform.Acts;
import id.pantau.platform.Gzipped;
import id.pantau.platform.Photos;
import id.pantau.platform.PlaceSearch;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import id.pantau.platform.contract.Contract;
import io.vertx.ext.web.Router;
import java.time.InstantSource;

/**
 * The public read API under {@code /api/v1}, its description, and the photos; one object for all
 * event loops of the node.
 */
public final class ApiRoutes implements WebMount {
  private static final String CACHE = "public, max-age=60";
  private final Answers answers = new Answers(new Gzipped());
  private final Document openApi = Document.of(Contract.packed().json());
  private final Document elections;
  private final Document contests;
  private final PlaceRoutes places;
  private final ResultRoutes results;
  private final PhotoRoutes photos;
  private final ActRoutes acts;

  public ApiRoutes(Showing showing, Photos photos, Election election, Settings.Api settings) {
    this(
        showing,
        photos,
        Acts.NONE,
        election,
        new PlaceSearch(election.areas()),
        settings,
        InstantSource.system());
  }

  /**
   * @param search shared with whoever else searches places
   * @param clock tells what lies in the future
   */
  public ApiRoutes(
      Showing showing,
      Photos photos,
      Acts acts,
      Election election,
      PlaceSearch search,
      Settings.Api settings,
      InstantSource clock) {
    this.photos = new PhotoRoutes(photos);
    this.acts = new ActRoutes(acts, answers);
    elections = ElectionDocuments.elections(election);
    contests = ElectionDocuments.contests(election);
    places = new PlaceRoutes(election.areas(), search, settings.searchHitsMax(), answers);
    results = new ResultRoutes(showing, election, settings, answers, clock);
  }

  @Override
  public void mount(WebDoor door) {
    Router router = door.router();
    mount(router, "openapi", openApi);
    mount(router, "elections", elections);
    mount(router, "contests", contests);
    places.mount(door.vertx(), router);
    results.mount(router);
    photos.mount(router);
    acts.mount(router);
  }

  private void mount(Router router, String operation, Document document) {
    Endpoint.mount(
        router, operation, c -> answers.send(c, document.json(), document.digest(), CACHE));
  }
}
