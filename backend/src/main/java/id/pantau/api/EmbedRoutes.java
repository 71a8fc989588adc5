package id.pantau.api;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pantau.api.card.SvgCard;
import id.pantau.api.embed.EmbedOptions;
import id.pantau.api.embed.EmbedPage;
import id.pantau.api.embed.Oembed;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.platform.Body;
import id.pantau.platform.PageAnswers;
import id.pantau.platform.PageFile;
import id.pantau.platform.Problem;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import id.pantau.platform.WebDoor;
import id.pantau.platform.WebMount;
import id.pantau.platform.contract.Contract;
import id.pantau.platform.contract.Operation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;

/**
 * What other sites embed: the framed page {@code /embed/{contest}/{area}}, its picture {@code .svg}
 * (and {@code .png}, which is the card), and {@code /oembed}. One object for all event loops.
 */
public final class EmbedRoutes implements WebMount {
  private static final long CACHE_BYTES_MAX = 8L * 1024 * 1024;
  private static final int FOUND = 302;
  private static final String SVG = ".svg";
  private static final String PNG = ".png";
  private static final String PAGE_CACHE = "public, max-age=300";
  private static final String OEMBED_CACHE = "public, max-age=3600";

  /** A picture opened by itself runs nothing and asks for nothing. */
  private static final String PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private static final Problem NO_PLACE =
      new Problem(404, "unknown-area", "there is no such contest or area in this election");
  private static final Problem NO_HOST =
      new Problem(400, "malformed", "Host is the name of a host, perhaps with a port");
  private static final Problem NO_WIDGET =
      new Problem(404, "unknown-page", "there is no widget for that address");
  private static final Problem NO_FORMAT =
      new Problem(501, "not-implemented", "oEmbed is answered as JSON only");

  private static final Operation OEMBED = Contract.packed().operation("oembed");

  private final Showing showing;
  private final Election election;
  private final PublicAddress address;
  private final String pictureCache;
  private final AsyncCache<String, PageFile> pictures =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES_MAX)
          .weigher((String key, PageFile picture) -> picture.plain().length() * 2)
          .buildAsync();

  public EmbedRoutes(Showing showing, Election election, Settings.Web web, Settings.Card card) {
    this.showing = showing;
    this.election = election;
    this.address = new PublicAddress(web);
    this.pictureCache = "public, max-age=" + card.maxAgeSeconds();
  }

  @Override
  public void mount(WebDoor door) {
    Endpoint.mount(door.router(), "embed", context -> embed(context, door.vertx()));
    Endpoint.mount(door.router(), "oembed", this::oembed);
  }

  private void embed(RoutingContext context, Vertx vertx) {
    String file = context.pathParam("file");
    String code = file.replaceFirst("\\.(svg|png)$", "");
    Contest contest = election.contest(context.pathParam("contest"));
    int area = election.areas().find(code);
    EmbedOptions options = EmbedOptions.of(context.request()::getParam);
    // For images and frames of sites that let nothing in without a word from whom it comes.
    context.response().putHeader("Cross-Origin-Resource-Policy", "cross-origin");
    if (contest == null || area < 0) {
      Answers.problem(context, NO_PLACE);
    } else if (file.endsWith(PNG)) {
      String lang = "?lang=" + options.language().wire();
      context.response().setStatusCode(FOUND).putHeader("Cache-Control", PAGE_CACHE);
      String card = "/card/" + contest.id() + "/" + code + PNG + lang;
      context.response().putHeader("Location", card).end();
    } else if (file.endsWith(SVG)) {
      picture(context, vertx, contest.id(), code, options);
    } else {
      HttpServerResponse response = context.response();
      response.putHeader("Content-Security-Policy", EmbedPage.POLICY);
      response.putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
      response.putHeader("Cache-Control", PAGE_CACHE);
      String page = EmbedPage.of(contest, election.areas().area(area), options);
      PageAnswers.send(context, PageAnswers.made("text/html; charset=utf-8", page));
    }
  }

  private void picture(
      RoutingContext context, Vertx vertx, String contest, String area, EmbedOptions options) {
    String site = address.of(context.request());
    if (site == null) {
      Answers.problem(context, NO_HOST);
      return;
    }
    String language = options.language().wire();
    String theme = options.theme() == null ? "light" : options.theme();
    showing
        .results(contest, area)
        .compose(body -> picture(vertx, body, language, site, theme))
        .onSuccess(
            picture -> {
              context.response().putHeader("Content-Security-Policy", PICTURE_POLICY);
              context.response().putHeader("Cache-Control", pictureCache);
              PageAnswers.send(context, picture);
            })
        .onFailure(failure -> Answers.fail(context, failure, NO_PLACE));
  }

  /** Drawn once for each body, language, theme and site: its digest names its content for ever. */
  private Future<PageFile> picture(
      Vertx vertx, Body body, String language, String site, String theme) {
    String key = body.digest() + ' ' + language + ' ' + theme + ' ' + site;
    CompletableFuture<PageFile> coming =
        pictures.get(
            key,
            (k, executor) ->
                vertx
                    .executeBlocking(() -> draw(body.json(), language, site, theme), false)
                    .toCompletionStage()
                    .toCompletableFuture());
    return Future.fromCompletionStage(coming, vertx.getOrCreateContext());
  }

  private PageFile draw(Buffer json, String language, String site, String theme) {
    String svg = SvgCard.of(json.getBytes(), election, language, site, theme);
    return PageAnswers.made("image/svg+xml", svg);
  }

  private void oembed(RoutingContext context) {
    HttpServerRequest request = context.request();
    String format = OEMBED.text(context, "format");
    String url = OEMBED.text(context, "url");
    int width = OEMBED.number(context, "maxwidth", 0);
    int height = OEMBED.number(context, "maxheight", 0);
    String site = address.of(request);
    if (!format.isEmpty() && !format.equals("json")) {
      Answers.problem(context, NO_FORMAT);
    } else if (site == null) {
      Answers.problem(context, NO_HOST);
    } else {
      Oembed page = Oembed.of(election, site, url);
      if (page == null) {
        Answers.problem(context, NO_WIDGET);
        return;
      }
      context.response().putHeader("Cache-Control", OEMBED_CACHE);
      String json = page.json(site, width, height).encode();
      PageAnswers.send(context, PageAnswers.made("application/json", json));
    }
  }
}
