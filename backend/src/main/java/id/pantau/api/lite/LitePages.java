package id.pantau.api.lite;

import id.pantau.model.Area;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Station;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The plain pages: HTML without script, complete from the nation down to the station, made from the
 * very bodies that the API serves. Rendering takes milliseconds: call it on a worker.
 */
public final class LitePages {
  /** Allows the one inline style and nothing else. */
  public static final String POLICY = Style.POLICY;

  private final Election election;

  public LitePages(Election election) {
    this.election = election;
  }

  /**
   * The page of an area.
   *
   * @param results its results body
   * @param page from 1
   * @return null where the area has no page of that number
   */
  public @Nullable String area(
      Contest contest, Area area, Buffer results, Language language, int page) {
    return new AreaPage(election, contest, area, Results.read(results, contest), language)
        .page(page);
  }

  /**
   * The page of a station.
   *
   * @param body its body
   * @param page of its revisions, from 1
   * @return null where it has no page of that number
   */
  public @Nullable String station(
      Contest contest, Station station, Buffer body, Language language, int page) {
    return new StationPage(election, contest, station, Results.tree(body), language).page(page);
  }

  /** What is answered with 404. */
  public String unknown(Language language) {
    return MessagePage.unknown(new Shell(election, language));
  }

  /** What is answered with 503. */
  public String loading(Language language) {
    return MessagePage.loading(new Shell(election, language));
  }

  /** Where a reader begins. */
  public String home(Language language) {
    return new Shell(election, language).home();
  }
}
