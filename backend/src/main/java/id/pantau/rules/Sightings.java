package id.pantau.rules;

import org.jspecify.annotations.Nullable;

/**
 * What is known of images of earlier forms (T07). The answer may be too kind, never too strict: a
 * late hit becomes a finding.
 */
@FunctionalInterface
public interface Sightings {
  /** No image was ever seen. */
  Sightings NONE = (sha256, contest, station) -> null;

  /**
   * @param sha256 64 lower-case hex digits
   * @return where the image was seen that is not this station and contest, {@code contest/station};
   *     null where nowhere else
   */
  @Nullable String elsewhere(String sha256, String contest, String station);
}
