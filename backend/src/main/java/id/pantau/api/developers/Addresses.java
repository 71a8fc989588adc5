package id.pantau.api.developers;

import id.pantau.api.lite.Language;
import id.pantau.api.lite.Names;
import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts places of the election that is served into examples, so that what is copied works: its first
 * contest, the first province of it, and the first station there.
 */
final class Addresses {
  private final Map<String, String> names = new LinkedHashMap<>();

  /**
   * @param site scheme and host, without a slash at its end
   */
  Addresses(Election election, String site, Language language) {
    AreaTree areas = election.areas();
    Contest contest = election.contests().get(0);
    int scope = areas.find(contest.scope().get(0));
    Area province = areas.area(scope == 0 ? areas.provinces()[0] : areas.province(scope));
    int slot = areas.firstSlot(scope == 0 ? province.index() : scope);
    names.put("site", site);
    names.put("socket", site.replaceFirst("^http", "ws"));
    names.put("contest", contest.id());
    names.put("province", province.code());
    names.put("name", Names.readable(province.name()));
    names.put("station", areas.stationAt(province.index(), slot).code());
    names.put("lang", language.wire());
  }

  /** A text with its names replaced. */
  String in(String text) {
    return replaced(text, false);
  }

  /** An address with its names replaced, the province's escaped for a query. */
  String inAddress(String text) {
    return replaced(text, true);
  }

  private String replaced(String text, boolean escaped) {
    String replaced = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      boolean isWords = escaped && name.getKey().equals("name");
      String value =
          isWords ? URLEncoder.encode(name.getValue(), StandardCharsets.UTF_8) : name.getValue();
      replaced = replaced.replace("{" + name.getKey() + "}", value);
    }
    return replaced;
  }
}
