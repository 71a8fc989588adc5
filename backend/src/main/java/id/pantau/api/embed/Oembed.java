package id.pantau.api.embed;

import id.pantau.api.lite.Html;
import id.pantau.api.lite.Names;
import id.pantau.model.Area;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to oEmbed (oembed.com, type {@code rich}): a frame with the widget of the page whose
 * address was asked for. A frame and no script, as most sites take nothing else from strangers.
 *
 * @param contest of the page
 * @param area of the page
 * @param options from the address, where that was a framed page's
 */
public record Oembed(Contest contest, Area area, EmbedOptions options) {
  private static final int WIDTH = 480;
  private static final int WIDTH_MIN = 240;
  private static final int HEIGHT_MIN = 160;

  /** Of a widget of the usual width: everything but the rows, and a row. */
  private static final int FRAME_PIXELS = 300;

  private static final int ROW_PIXELS = 62;
  private static final int CACHE_SECONDS = 3600;
  private static final int QUERY_CHARACTERS_MAX = 500;

  /**
   * The page of an address; null where it is none of this site or has no widget.
   *
   * @param site scheme and host of this site
   */
  public static @Nullable Oembed of(Election election, String site, String address) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      return null;
    }
    if (!site.equals(uri.getScheme() + "://" + uri.getRawAuthority()) || uri.getPath() == null) {
      return null;
    }
    String[] parts = uri.getPath().replaceFirst("^/(embed/)?", "").split("/", -1);
    Contest first = election.contests().get(0);
    boolean home = parts.length == 1 && parts[0].isEmpty();
    Contest contest = home ? first : election.contest(parts[0]);
    String start = first.scope().size() == 1 ? first.scope().get(0) : "0";
    int area = home ? election.areas().find(start) : -1;
    if (parts.length == 2) {
      area = election.areas().find(parts[1]);
    }
    return contest == null || area < 0
        ? null
        : new Oembed(contest, election.areas().area(area), options(uri.getRawQuery()));
  }

  private static EmbedOptions options(@Nullable String query) {
    Map<String, String> asked = new HashMap<>();
    if (query != null && query.length() <= QUERY_CHARACTERS_MAX) {
      for (String pair : query.split("&", -1)) {
        int at = pair.indexOf('=');
        if (at > 0) {
          asked.put(pair.substring(0, at), pair.substring(at + 1));
        }
      }
    }
    return EmbedOptions.of(asked::get);
  }

  /**
   * The answer.
   *
   * @param widthMax pixels the asking site has, 0 where it did not say
   * @param heightMax the same
   */
  public JsonObject json(String site, int widthMax, int heightMax) {
    int height = FRAME_PIXELS + ROW_PIXELS * contest.choices().size();
    int width = bounded(WIDTH, WIDTH_MIN, widthMax);
    int high = bounded(height, HEIGHT_MIN, heightMax);
    String language = options.language().wire();
    String path = contest.id() + "/" + area.code();
    String title =
        Names.readable(area.name())
            + " · "
            + contest.names().getOrDefault(language, contest.id())
            + " · Pantau Suara";
    Html html = new Html();
    html.raw("<iframe src=\"").text(site + "/embed/" + path + options.query());
    html.raw("\" width=\"").text(Integer.toString(width));
    html.raw("\" height=\"").text(Integer.toString(high));
    html.raw("\" title=\"").text(title);
    html.raw("\" sandbox=\"allow-scripts allow-popups\" loading=\"lazy\" frameborder=\"0\">");
    html.raw("</iframe>");
    String lang = language.equals("en") ? "?lang=en" : "";
    return new JsonObject()
        .put("version", "1.0")
        .put("type", "rich")
        .put("title", title)
        .put("provider_name", "Pantau Suara")
        .put("provider_url", site + "/")
        .put("cache_age", CACHE_SECONDS)
        .put("html", html.toString())
        .put("width", width)
        .put("height", high)
        .put("thumbnail_url", site + "/card/" + path + ".png" + lang)
        .put("thumbnail_width", 1200)
        .put("thumbnail_height", 630);
  }

  /**
   * The usual size, or what the site has where that is less; never so little that nothing shows.
   */
  private static int bounded(int usual, int least, int most) {
    return most <= 0 ? usual : Math.max(least, Math.min(usual, most));
  }
}
