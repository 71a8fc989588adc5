package id.pantau.api;

import id.pantau.api.feed.AtomFeed;
import id.pantau.api.lite.Html;
import id.pantau.api.lite.Language;
import id.pantau.api.lite.PlainLink;
import id.pantau.api.lite.Summary;
import id.pantau.api.lite.Words;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.platform.Settings;
import id.pantau.platform.Showing;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The head of a page of the dashboard, written for its place: what a shared link shows before any
 * script runs, and what a browser may fetch before the script asks. Where the board is loading or
 * slow the head has no numbers; the page never waits for them.
 */
final class PageHeads {
  private static final long NUMBERS_MILLIS_MAX = 300;
  private static final String SITE = "Pantau Suara";
  private final Showing showing;
  private final Election election;
  private final PublicAddress address;

  PageHeads(Showing showing, Election election, Settings.Web settings) {
    this.showing = showing;
    this.election = election;
    this.address = new PublicAddress(settings);
  }

  /** The page of a path with its gaps filled; null where the path is about nothing. */
  @Nullable Future<String> page(HttpServerRequest request, String path, PageTemplate template) {
    Subject subject = Subject.of(election, request, path);
    if (subject == null) {
      return null;
    }
    String base = address.of(request);
    Language language = subject.language();
    return numbers(subject)
        .map(
            numbers ->
                template.with(
                    language.wire(),
                    head(subject, numbers, base),
                    PlainLink.of(language, subject.plain(election))));
  }

  /** What is known of the place now; of an earlier instant, nothing. */
  private Future<@Nullable Glance> numbers(Subject subject) {
    if (subject.at() != null) {
      return Future.succeededFuture();
    }
    String contest = subject.contest().id();
    return (subject.station() == null
            ? showing.results(contest, subject.area().code())
            : showing.station(subject.station().code(), contest))
        .timeout(NUMBERS_MILLIS_MAX, TimeUnit.MILLISECONDS)
        .<@Nullable Glance>map(body -> Glance.at(body.json()))
        .otherwise(failure -> null);
  }

  private String head(Subject subject, @Nullable Glance numbers, @Nullable String base) {
    Contest contest = subject.contest();
    Words words = new Words(subject.language());
    String name = contest.names().getOrDefault(subject.language().wire(), contest.id());
    String title = subject.place().replace(", ", " · ") + " · " + name + " · " + SITE;
    String asOf = numbers == null ? subject.at() : numbers.asOf();
    String state = state(subject, numbers, words);
    String about = Summary.of(election, contest, subject.place(), state, asOf, words);
    Html html = new Html();
    preload(html, subject.data());
    preload(html, "/api/v1/elections");
    preload(html, "/api/v1/contests");
    html.raw("<title>").text(title).raw("</title>");
    html.raw("\n    <meta name=\"description\" content=\"").text(about).raw("\" />");
    html.raw("\n    <link rel=\"alternate\" title=\"").text(PlainLink.name(subject.language()));
    html.raw("\" href=\"").text(subject.plain(election)).raw("\" />");
    property(html, "og:site_name", SITE);
    property(html, "og:type", "website");
    property(html, "og:locale", subject.language() == Language.EN ? "en_GB" : "id_ID");
    property(html, "og:title", title);
    property(html, "og:description", about);
    if (base != null) {
      html.raw("\n    <link rel=\"canonical\" href=\"").text(base + subject.path()).raw("\" />");
      property(html, "og:url", base + subject.permalink());
      property(html, "og:image", base + subject.card(numbers == null ? null : numbers.asOf()));
      property(html, "og:image:type", "image/png");
      property(html, "og:image:width", "1200");
      property(html, "og:image:height", "630");
      property(html, "og:image:alt", state == null ? title : title + ": " + state);
      html.raw("\n    <meta name=\"twitter:card\" content=\"summary_large_image\" />");
      discovery(html, subject, base, title);
      feed(html, subject, base);
    }
    return html.toString();
  }

  /** Where a site that was given this address finds the widget for it (oEmbed). */
  private static void discovery(Html html, Subject subject, String base, String title) {
    if (subject.station() != null) {
      return;
    }
    String lang = subject.language() == Language.EN ? "?lang=en" : "";
    String page = URLEncoder.encode(base + subject.path() + lang, StandardCharsets.UTF_8);
    html.raw("\n    <link rel=\"alternate\" type=\"application/json+oembed\" title=\"").text(title);
    html.raw("\" href=\"").text(base + "/oembed?format=json&url=" + page).raw("\" />");
  }

  /** Where a reader of feeds that was given this address finds what moved in the place. */
  private void feed(Html html, Subject subject, String base) {
    AtomFeed feed =
        new AtomFeed(election, subject.contest(), subject.area(), subject.language(), base);
    html.raw("\n    <link rel=\"alternate\" type=\"application/atom+xml\" title=\"");
    html.text(feed.title()).raw("\" href=\"").text(feed.address()).raw("\" />");
  }

  private static @Nullable String state(Subject subject, @Nullable Glance numbers, Words words) {
    if (numbers == null || (subject.station() == null && !numbers.stations())) {
      return null;
    }
    return subject.station() == null
        ? Summary.coverage(words, numbers.counted(), numbers.held(), numbers.expected())
        : Summary.station(words, String.valueOf(numbers.status()));
  }

  /** Fetched at once, in the mode in which the dashboard's {@code ask} asks, so that it is used. */
  private static void preload(Html html, String path) {
    html.raw("<link rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\" href=\"");
    html.text(path).raw("\" />\n    ");
  }

  private static void property(Html html, String name, String content) {
    html.raw("\n    <meta property=\"").text(name).raw("\" content=\"").text(content);
    html.raw("\" />");
  }
}
