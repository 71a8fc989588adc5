package id.pantau.cli;

import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.rules.Sightings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where each image was seen first, as the forms come (T07). */
final class RecountImages implements Sightings {
  private final Map<String, String> first = new HashMap<>();

  @Override
  public @Nullable String elsewhere(String sha256, String contest, String station) {
    String where = first.get(sha256);
    return where == null || where.equals(contest + "/" + station) ? null : where;
  }

  /** A form that no rule refused. */
  void saw(Form form) {
    for (Image image : form.images()) {
      String hash = image.sha256();
      if (hash != null) {
        first.putIfAbsent(hash, form.contest() + "/" + form.station());
      }
    }
  }
}
