package id.pantau.api.embed;

import id.pantau.api.lite.Language;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a framed widget looks, out of the query of its address; what is none of ours counts as not
 * asked. The same words as the attributes of the element (docs/widget.md).
 *
 * @param layout null for the usual one
 * @param theme null for the reader's own
 * @param accent {@code #rrggbb} or null
 * @param height CSS pixels, or null
 */
public record EmbedOptions(
    Language language,
    @Nullable String layout,
    @Nullable String theme,
    @Nullable String accent,
    @Nullable Integer height) {
  private static final List<String> LAYOUTS =
      List.of("card", "bars", "table", "map", "ticker", "broadcast-16x9", "broadcast-9x16");
  private static final List<String> THEMES = List.of("light", "dark", "auto", "transparent");
  private static final Pattern COLOR = Pattern.compile("#?([0-9a-fA-F]{6})");
  private static final Pattern PIXELS = Pattern.compile("[1-9][0-9]{0,3}");

  /**
   * @param query gives a parameter by its name, or null
   */
  public static EmbedOptions of(Function<String, @Nullable String> query) {
    String accent = query.apply("accent");
    String height = query.apply("height");
    var color = COLOR.matcher(accent == null ? "" : accent);
    return new EmbedOptions(
        Language.of(query.apply("lang")),
        known(LAYOUTS, query.apply("layout")),
        known(THEMES, query.apply("theme")),
        color.matches() ? "#" + color.group(1) : null,
        height != null && PIXELS.matcher(height).matches() ? Integer.valueOf(height) : null);
  }

  private static @Nullable String known(List<String> all, @Nullable String asked) {
    return asked != null && all.contains(asked) ? asked : null;
  }

  /** True where the page is a whole screen of a broadcast and not a part of another page. */
  boolean isBroadcast() {
    return layout != null && layout.startsWith("broadcast-");
  }

  /** The query of an address that asks for just this; begins with a question mark, or is empty. */
  String query() {
    StringBuilder query = new StringBuilder();
    add(query, "lang", language == Language.EN ? "en" : null);
    add(query, "layout", layout);
    add(query, "theme", theme);
    add(query, "accent", accent == null ? null : accent.substring(1));
    add(query, "height", height == null ? null : height.toString());
    return query.toString();
  }

  private static void add(StringBuilder query, String name, @Nullable String value) {
    if (value != null) {
      query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
    }
  }
}
