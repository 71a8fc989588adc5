package id.pantau.api.developers;

import id.pantau.api.lite.Html;
import id.pantau.api.lite.Language;
import id.pantau.model.Election;
import java.util.List;

/** The page {@code /developers/} as HTML: all of it is there without its script. */
public final class GuidePage {
  /** The {@code Content-Security-Policy} that the page needs and nothing more. */
  public static final String POLICY = GuideStyle.POLICY;

  private static final List<String> DOCUMENTS =
      List.of("/openapi.json", "/asyncapi.json", "/data.json");

  private final Election election;
  private final Guide guide = Guide.packed();
  private final EntryPart entries = new EntryPart(guide.files());

  /** For the election that is served. */
  public GuidePage(Election election) {
    this.election = election;
  }

  /** The live channel as AsyncAPI 3.0; its schemas are those of {@code /openapi.json}. */
  public static String asyncApi() {
    return Guide.resource("asyncapi.json");
  }

  /** The script of the buttons; the page is whole without it. */
  public static String script() {
    return Guide.resource("try.js");
  }

  /**
   * @param site scheme and host of this site, for what is copied
   */
  public String of(Language language, String site) {
    Addresses addresses = new Addresses(election, site, language);
    Html html = new Html();
    head(html, language);
    html.raw("<div class=\"two\">");
    contents(html, language);
    html.raw("<main id=\"main\"><h1>").text(Phrases.TITLE.in(language)).raw("</h1>");
    html.raw("<p class=\"lead\">").text(Phrases.LEAD.in(language)).raw("</p><p class=\"q\">");
    html.text(election.notices().getOrDefault(language.wire(), "")).raw("</p>");
    for (Guide.Section section : guide.sections()) {
      section(html, section, language, addresses);
    }
    return html.raw("</main></div></body></html>\n").toString();
  }

  private void head(Html html, Language language) {
    html.raw("<!doctype html>\n<html lang=\"").text(language.wire()).raw("\"><head>");
    html.raw("<meta charset=\"utf-8\" />");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />");
    html.raw("<title>").text(Phrases.TITLE.in(language)).raw(" · Pantau Suara</title>");
    html.raw("<meta name=\"description\" content=\"").text(Phrases.LEAD.in(language)).raw("\" />");
    html.raw("<link rel=\"icon\" href=\"/favicon.svg\" /><style>");
    html.raw(GuideStyle.TEXT);
    html.raw("</style><script src=\"/developers/try.js\" defer=\"defer\"></script></head><body>");
    html.raw("<a class=\"skip\" href=\"#main\">").text(Phrases.TITLE.in(language)).raw("</a>");
    html.raw("<header><a class=\"site\" href=\"/\">Pantau Suara</a>");
    boolean isIndonesian = language == Language.ID;
    html.raw("<a hreflang=\"").text(isIndonesian ? "en" : "id").raw("\" lang=\"");
    html.text(isIndonesian ? "en" : "id").raw("\" href=\"/developers/");
    html.text(isIndonesian ? "?lang=en" : "").raw("\">").text(Phrases.OTHER.in(language));
    html.raw("</a></header>");
    if (election.isTest()) {
      html.raw("<aside class=\"banner\"><strong>").text(Phrases.TEST.in(language));
      html.raw("</strong> ");
      html.text(election.banners().getOrDefault(language.wire(), "")).raw("</aside>");
    }
  }

  private void contents(Html html, Language language) {
    html.raw("<nav aria-label=\"").text(Phrases.SECTIONS.in(language)).raw("\"><ul>");
    for (Guide.Section section : guide.sections()) {
      html.raw("<li><a href=\"#").text(section.id()).raw("\">");
      html.text(section.title().getOrDefault(language.wire(), "")).raw("</a></li>");
    }
    html.raw("</ul><p class=\"q\">").text(Phrases.DOCUMENTS.in(language)).raw("</p><ul>");
    for (String document : DOCUMENTS) {
      html.raw("<li><a href=\"").text(document).raw("\"><code>").text(document);
      html.raw("</code></a></li>");
    }
    html.raw("<li><a href=\"/data/\"><code>/data/</code></a></li></ul></nav>");
  }

  private void section(Html html, Guide.Section section, Language language, Addresses addresses) {
    html.raw("<section id=\"").text(section.id()).raw("\"><h2>");
    html.text(section.title().getOrDefault(language.wire(), "")).raw("</h2>");
    section
        .text()
        .forEach(text -> html.raw("<p>").text(text.getOrDefault(language.wire(), "")).raw("</p>"));
    for (Guide.Entry entry : section.entries()) {
      entries.add(html, entry, language, addresses);
    }
    html.raw("</section>");
  }
}
