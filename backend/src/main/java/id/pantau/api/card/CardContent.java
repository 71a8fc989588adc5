package id.pantau.api.card;

import id.pantau.api.lite.Names;
import id.pantau.model.Area;
import id.pantau.model.AreaTree;
import id.pantau.model.Election;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A card before it is laid out: the numbers and every text around them in one language.
 *
 * @param place the name of the area, as it is read
 * @param path where the area lies, from near to far, without the nation; empty down to a province
 * @param banner what the election says above every page; may be empty
 * @param notice that this is no official result
 * @param address of the page, as people write it
 * @param permalink of the page at the position of these numbers
 */
record CardContent(
    CardNumbers numbers,
    CardWords words,
    String contest,
    String place,
    List<String> path,
    String banner,
    String notice,
    String address,
    String permalink) {
  private static final String FIRST_LANGUAGE = "id";

  /**
   * @param base the public address of this node, {@code https://host}, without a slash at its end
   */
  static CardContent of(CardNumbers numbers, Election election, CardWords words, String base) {
    String language = words.language();
    Area area = numbers.area();
    String page = "/" + numbers.contest().id() + "/" + area.code();
    Instant asOf = numbers.asOf();
    return new CardContent(
        numbers,
        words,
        in(numbers.contest().names(), language),
        Names.readable(area.name()),
        path(election.areas(), area),
        in(election.banners(), language),
        in(election.notices(), language),
        base.replaceFirst("^https?://", "") + page,
        base + page + (asOf == null ? "" : "?at=" + asOf));
  }

  CardFormats formats() {
    return new CardFormats(words);
  }

  /** "Provinsi", "Kecamatan" …; overseas the levels are the missions. */
  String level() {
    Area area = numbers.area();
    boolean overseas = area.code().startsWith("99");
    return (overseas ? words.levelsOverseas() : words.levels()).get(area.level());
  }

  private static String in(java.util.Map<String, String> texts, String language) {
    return texts.getOrDefault(language, texts.getOrDefault(FIRST_LANGUAGE, ""));
  }

  private static List<String> path(AreaTree tree, Area area) {
    List<String> names = new ArrayList<>();
    for (int i = area.parent(); i > 0; i = tree.area(i).parent()) {
      names.add(Names.readable(tree.area(i).name()));
    }
    return List.copyOf(names);
  }
}
