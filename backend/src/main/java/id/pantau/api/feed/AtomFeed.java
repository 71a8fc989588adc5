package id.pantau.api.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pantau.api.lite.Html;
import id.pantau.api.lite.Language;
import id.pantau.api.lite.Links;
import id.pantau.api.lite.Names;
import id.pantau.model.Area;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.platform.Acts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The feed of one contest in one area, newest first, in pages; {@code docs/wire-protocol.md} §7.
 *
 * @param base the address of this site, without a slash at its end
 */
public record AtomFeed(
    Election election, Contest contest, Area area, Language language, String base) {
  /** Entries on one page. */
  public static final int PAGE = 50;

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final String SITE = "Pantau Suara";

  /** The year from which on the ids are ours to give; part of every id, so it stays. */
  private static final String TAGGED_IN = "2026";

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * True where an act belongs into the feed: it is of a place and concerns this one, one above it
   * or one within it.
   */
  public boolean has(Acts.Entry entry) {
    String place = entry.act().subject();
    String only = entry.act().contest();
    String code = area.code();
    return entry.act().kind().ofPlace()
        && (only == null || only.equals(contest.id()))
        && (code.equals("0")
            || place.equals("0")
            || place.startsWith(code)
            || code.startsWith(place));
  }

  /**
   * One page of the feed as XML.
   *
   * @param results the results body of the area
   * @param corrections the corrections body of the area
   * @param acts those that {@link #has} is true of
   * @param page from 1
   * @return null where there is no such page
   */
  public @Nullable String page(
      byte[] results, byte[] corrections, List<Acts.Entry> acts, int page) {
    FeedEntries made = new FeedEntries(election, contest, language);
    made.standing(read(results));
    made.corrections(read(corrections));
    made.acts(acts);
    List<FeedEntry> all = made.newestFirst();
    int from = (page - 1) * PAGE;
    if (page > 1 && from >= all.size()) {
      return null;
    }
    // The same on every page: it is one feed.
    Instant updated = all.isEmpty() ? election.referenceAt().toInstant() : all.get(0).updated();
    Html xml = new Html();
    head(xml, updated);
    link(xml, "self", "application/atom+xml", address(page));
    link(xml, "first", "application/atom+xml", address(1));
    if (page > 1) {
      link(xml, "previous", "application/atom+xml", address(page - 1));
    }
    if (from + PAGE < all.size()) {
      link(xml, "next", "application/atom+xml", address(page + 1));
    }
    link(xml, "alternate", "text/html", html(Links.area(contest.id(), area.code())));
    for (FeedEntry entry : all.subList(from, Math.min(all.size(), from + PAGE))) {
      entry(xml, entry);
    }
    return xml.raw("</feed>\n").toString();
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The feed in words. */
  public String title() {
    String name = contest.names().getOrDefault(language.wire(), contest.id());
    return FeedWord.TITLE.in(language, name, Names.readable(area.name())) + " · " + SITE;
  }

  /** The feed's first page. */
  public String address() {
    return address(1);
  }

  private String address(int page) {
    String first = base + "/feed/" + contest.id() + "/" + area.code() + ".atom";
    String lang = language == Language.EN ? "?lang=en" : "";
    return page == 1 ? first + lang : first + lang + (lang.isEmpty() ? "?" : "&") + "page=" + page;
  }

  private String html(String path) {
    String lang = language == Language.EN ? (path.contains("?") ? "&" : "?") + "lang=en" : "";
    return base + path + lang;
  }

  private void head(Html xml, Instant updated) {
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"").text(NAMESPACE);
    xml.raw("\" xml:lang=\"").text(language.wire()).raw("\">\n<id>");
    xml.text(tag(contest.id() + "/" + area.code())).raw("</id>\n<title>").text(title());
    xml.raw("</title>\n<subtitle>").text(subtitle()).raw("</subtitle>\n<updated>");
    xml.text(updated.toString()).raw("</updated>\n<author><name>").text(SITE);
    xml.raw("</name></author>\n");
    test(xml);
  }

  /** The banner and the notice, as every body carries them. */
  private String subtitle() {
    String banner = election.banners().getOrDefault(language.wire(), "");
    String notice = election.notices().getOrDefault(language.wire(), "");
    return banner.isEmpty() ? notice : banner + ". " + notice;
  }

  private void entry(Html xml, FeedEntry entry) {
    xml.raw("<entry>\n<id>").text(tag(entry.key())).raw("</id>\n<title>").text(entry.title());
    xml.raw("</title>\n<published>").text(entry.published().toString());
    xml.raw("</published>\n<updated>").text(entry.updated().toString()).raw("</updated>\n");
    xml.raw("<category term=\"").text(entry.kind()).raw("\"/>\n");
    test(xml);
    link(xml, "alternate", "text/html", html(entry.path()));
    xml.raw("<content type=\"text\">").text(entry.text()).raw("</content>\n</entry>\n");
  }

  /** A reader may show an entry far from its feed: each says by itself that it is a test. */
  private void test(Html xml) {
    if (election.isTest()) {
      xml.raw("<category term=\"test\"/>\n");
    }
  }

  private static void link(Html xml, String rel, String type, String href) {
    xml.raw("<link rel=\"").text(rel).raw("\" type=\"").text(type).raw("\" href=\"");
    xml.text(href).raw("\"/>\n");
  }

  /**
   * A tag URI (RFC 4151). The language is part of it: two languages are two texts, and a reader who
   * takes both must not lose one.
   */
  private String tag(String key) {
    String host = URI.create(base).getHost();
    String name = host == null ? "" : host.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "");
    String authority = name.isEmpty() ? "localhost" : name;
    String path = election.id() + "/" + language.wire() + "/" + key;
    String coded = URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
    return "tag:" + authority + "," + TAGGED_IN + ":" + coded;
  }
}
