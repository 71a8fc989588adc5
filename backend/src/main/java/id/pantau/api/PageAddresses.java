package id.pantau.api;

import id.pantau.model.Election;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that people share: {@code /}, {@code /{contest}/{area}}, {@code /tps/{station}},
 * and {@code /embed}, where a widget is put together. Only what exists is a page; the rest is 404.
 */
final class PageAddresses {
  static final String INDEX = "/index.html";
  static final String BUILDER = "/embed";
  private static final int PATH_CHARACTERS_MAX = 100;
  private final Election election;

  PageAddresses(Election election) {
    this.election = election;
  }

  /** The file that answers for a path, or null where the path is no page of ours. */
  @Nullable String page(String path) {
    if (path.equals("/") || path.equals(BUILDER)) {
      return INDEX;
    }
    if (path.length() > PATH_CHARACTERS_MAX) {
      return null;
    }
    String[] parts = path.substring(1).split("/", -1);
    if (parts.length == 2 && parts[0].equals("tps")) {
      return election.areas().station(parts[1]) == null ? null : INDEX;
    }
    if (parts.length == 2) {
      return isPlace(parts[0], parts[1]) ? INDEX : null;
    }
    return null;
  }

  private boolean isPlace(String contest, String area) {
    return election.contest(contest) != null && election.areas().find(area) >= 0;
  }
}
