package id.pantau.api;

import id.pantau.api.lite.Html;
import id.pantau.api.lite.Language;
import id.pantau.api.lite.Links;
import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every area page for those who search the web: a map for each province with the areas of levels 1
 * to 4 in each contest in whose scope they lie, the dashboard's page and the plain one. A map that
 * would be over the limit of sitemaps.org continues in {@code 11-2.xml}.
 */
final class Sitemap {
  /** Of one map; with addresses of ours it is then far below its other limit, 50 MB. */
  static final int ADDRESSES_MAX = 50_000;

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private final Election election;
  private final int addressesMax;

  Sitemap(Election election, int addressesMax) {
    this.election = election;
    this.addressesMax = addressesMax;
  }

  /** The map of maps. */
  String index(String base) {
    Html xml = begin("sitemapindex");
    AreaTree tree = election.areas();
    for (int province : tree.provinces()) {
      String code = tree.area(province).code();
      int pages = pages(addresses(province).size());
      for (int page = 1; page <= pages; page++) {
        String file = code + (page == 1 ? "" : "-" + page) + ".xml";
        xml.raw("<sitemap><loc>").text(base + "/sitemap/" + file).raw("</loc></sitemap>\n");
      }
    }
    return xml.raw("</sitemapindex>\n").toString();
  }

  /**
   * A map.
   *
   * @param name {@code 11} or {@code 11-2}
   * @return null where there is none of that name
   */
  @Nullable String map(String base, String name) {
    int dash = name.indexOf('-');
    String code = dash < 0 ? name : name.substring(0, dash);
    String number = dash < 0 ? "1" : name.substring(dash + 1);
    int province = election.areas().find(code);
    if (province <= 0
        || election.areas().area(province).level() != 1
        || !number.matches(dash < 0 ? "1" : "[2-9]|[1-9][0-9]{1,3}")) {
      return null;
    }
    List<String> addresses = addresses(province);
    int page = Integer.parseInt(number);
    if (page > pages(addresses.size())) {
      return null;
    }
    int from = (page - 1) * addressesMax;
    Html xml = begin("urlset");
    for (String address :
        addresses.subList(from, Math.min(addresses.size(), from + addressesMax))) {
      xml.raw("<url><loc>").text(base + address).raw("</loc></url>\n");
    }
    return xml.raw("</urlset>\n").toString();
  }

  private static Html begin(String root) {
    Html xml = new Html();
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<").text(root).raw(" xmlns=\"");
    return xml.text(NAMESPACE).raw("\">\n");
  }

  private int pages(int addresses) {
    return Math.max(1, (addresses + addressesMax - 1) / addressesMax);
  }

  private List<String> addresses(int province) {
    List<String> pages = new ArrayList<>();
    for (Contest contest : election.contests()) {
      below(contest, province, pages);
    }
    return pages;
  }

  private void below(Contest contest, int index, List<String> pages) {
    Area area = election.areas().area(index);
    if (!Links.isIn(contest, area.code())) {
      return;
    }
    pages.add(Links.area(contest.id(), area.code()));
    pages.add(new Links(election, Language.ID).plainArea(contest.id(), area.code()));
    for (int k = 0; k < election.areas().childCount(index); k++) {
      below(contest, election.areas().firstChild(index) + k, pages);
    }
  }
}
