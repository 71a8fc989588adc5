package id.pantau.api.embed;

import id.pantau.api.lite.Html;
import id.pantau.api.lite.Language;
import id.pantau.api.lite.Names;
import id.pantau.model.Area;
import id.pantau.model.Contest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page for a frame: the line that a newsroom would copy, in a page of our own. Without scripts
 * it is the picture and the link.
 */
public final class EmbedPage {
  private static final String STYLE =
      "html,body{margin:0;background:transparent}img{display:block;width:100%;max-width:640px;height:auto}";
  private static final String SCREEN = STYLE + "html,body{height:100%;overflow:hidden}";

  /**
   * Anyone may frame it; it runs our script, speaks to us alone, and holds no form and no storage.
   * The style is named by its hash, so no other inline style is.
   */
  public static final String POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; style-src "
          + hash(STYLE)
          + " "
          + hash(SCREEN)
          + "; base-uri 'none'; form-action 'none'; frame-ancestors *";

  private EmbedPage() {}

  public static String of(Contest contest, Area area, EmbedOptions options) {
    Language language = options.language();
    String name = contest.names().getOrDefault(language.wire(), contest.id());
    String place = Names.readable(area.name());
    String path = contest.id() + "/" + area.code();
    String title = place + " · " + name + " · Pantau Suara";
    Html html = new Html();
    html.raw("<!doctype html>\n<html lang=\"").text(language.wire()).raw("\"><head>");
    html.raw("<meta charset=\"utf-8\" />");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />");
    html.raw("<meta name=\"robots\" content=\"noindex\" />");
    html.raw("<title>").text(title).raw("</title><style>");
    html = options.isBroadcast() ? html.raw(SCREEN) : html.raw(STYLE);
    html.raw("</style><script type=\"module\" src=\"/embed.js\"></script></head><body><main>");
    html.raw("<pantau-suara contest=\"").text(contest.id());
    html.raw("\" area=\"").text(area.code());
    html.raw("\" language=\"").text(language.wire());
    html.raw("\" layout=\"").text(options.layout() == null ? "card" : options.layout());
    html.raw("\" theme=\"").text(options.theme() == null ? "auto" : options.theme());
    if (options.accent() != null) {
      html.raw("\" accent=\"").text(options.accent());
    }
    if (options.height() != null) {
      html.raw("\" height=\"").text(options.height().toString());
    }
    html.raw("\"><a href=\"").text("/" + path);
    html.raw("\" target=\"_blank\" rel=\"noopener\"><img src=\"").text("/embed/" + path + ".svg");
    html.raw("?lang=").text(language.wire());
    html.raw("\" width=\"400\" height=\"420\" alt=\"").text(title);
    html.raw("\" /></a></pantau-suara></main></body></html>\n");
    return html.toString();
  }

  private static String hash(String style) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
