package id.pantau.api;

import id.pantau.api.lite.Language;
import id.pantau.api.lite.Links;
import id.pantau.api.lite.Names;
import id.pantau.model.Area;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Station;
import io.vertx.core.http.HttpServerRequest;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a page of the dashboard is about.
 *
 * @param area the place, or the village of the station
 * @param station null where the page is an area's
 * @param path the page's one address, without host; {@code /} and the first contest's start are one
 * @param at the instant of a permalink as it was given; null for now
 */
record Subject(
    Contest contest,
    Area area,
    @Nullable Station station,
    String path,
    @Nullable String at,
    Language language) {
  private static final int INSTANT_CHARACTERS_MAX = 40;

  /** The subject of a path that is a page; null for a contest that is not there, or no place's. */
  static @Nullable Subject of(Election election, HttpServerRequest request, String path) {
    if (path.equals(PageAddresses.BUILDER)) {
      return null;
    }
    Language language = Language.of(request.getParam("lang"));
    String at = instant(request.getParam("at"));
    String[] parts = path.substring(1).split("/", -1);
    if (parts[0].equals("tps")) {
      Station station = election.areas().station(parts[1]);
      String asked = request.getParam("contest");
      Contest contest =
          asked == null ? Links.contestOf(election, parts[1]) : election.contest(asked);
      if (station == null || contest == null) {
        return null;
      }
      String address = new Links(election, language).station(station.code(), contest);
      Area village = election.areas().area(station.village());
      return new Subject(contest, village, station, address, at, language);
    }
    Contest first = election.contests().get(0);
    Contest contest = parts.length == 2 ? election.contest(parts[0]) : first;
    String code = parts.length == 2 ? parts[1] : Links.start(first);
    int area = election.areas().find(code);
    if (contest == null || area < 0) {
      return null;
    }
    boolean home = contest.id().equals(first.id()) && code.equals(Links.start(first));
    String address = home ? "/" : Links.area(contest.id(), code);
    return new Subject(contest, election.areas().area(area), null, address, at, language);
  }

  /** An instant as it was given, where it is one; it is carried along letter for letter. */
  private static @Nullable String instant(@Nullable String text) {
    if (text == null || text.length() > INSTANT_CHARACTERS_MAX) {
      return null;
    }
    try {
      OffsetDateTime.parse(text);
      return text;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The place in words: {@code DKI Jakarta}, {@code TPS 12, Menteng}. */
  String place() {
    String name = Names.readable(area.name());
    return station == null ? name : station.name() + ", " + name;
  }

  /** The address of the numbers that the page asks for first. */
  String data() {
    if (station != null) {
      return "/api/v1/stations/" + station.code() + "/" + contest.id();
    }
    return "/api/v1/results/" + contest.id() + "/" + area.code() + query('?', "at", at);
  }

  /** The page's own address for people to share: of this instant, in this language. */
  String permalink() {
    String address = path + query(path.contains("?") ? '&' : '?', "at", at);
    String lang = language == Language.EN ? "en" : null;
    return address + query(address.contains("?") ? '&' : '?', "lang", lang);
  }

  /**
   * The picture for those who share it.
   *
   * @param asOf of the numbers as they are now; null where that is not known
   */
  String card(@Nullable String asOf) {
    String time = at == null ? asOf : at;
    String picture = "/card/" + contest.id() + "/" + area.code() + ".png" + query('?', "at", time);
    String lang = language == Language.EN ? "en" : null;
    return picture + query(time == null ? '?' : '&', "lang", lang);
  }

  /** The plain page of the same place. */
  String plain(Election election) {
    Links links = new Links(election, language);
    return station == null
        ? links.plainArea(contest.id(), area.code())
        : links.plainStation(station.code(), contest);
  }

  /** One parameter, coded as the dashboard's {@code encodeURIComponent} does; empty for null. */
  private static String query(char first, String name, @Nullable String value) {
    return value == null ? "" : first + name + "=" + value.replace(":", "%3A").replace("+", "%2B");
  }
}
