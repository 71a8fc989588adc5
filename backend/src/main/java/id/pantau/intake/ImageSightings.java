package id.pantau.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pantau.model.Form;
import id.pantau.model.Image;
import id.pantau.rules.Sightings;
import org.jspecify.annotations.Nullable;

/**
 * Where this node first saw each image (T07), in memory, for the images used last.
 *
 * <p>It is a net with known holes: another node's images, images before a restart, and those pushed
 * out by newer ones are not known, and two requests at the same moment do not see each other. A
 * hole lets a machine-read form count that would have been held; a later look over the log turns it
 * into a finding.
 */
final class ImageSightings implements Sightings {
  private final Cache<Hash, String> first;

  /** The first half of a SHA-256: short, and still nobody finds two images with the same. */
  private record Hash(long high, long low) {}

  /**
   * @param entriesMax images remembered, about 150 bytes each
   */
  ImageSightings(int entriesMax) {
    first = Caffeine.newBuilder().maximumSize(entriesMax).build();
  }

  @Override
  public @Nullable String elsewhere(String sha256, String contest, String station) {
    String where = first.getIfPresent(hash(sha256));
    return where == null || where.equals(place(contest, station)) ? null : where;
  }

  /** Remembers the images of a form that the count has accepted; the first place stays. */
  void accepted(Form form) {
    for (Image image : form.images()) {
      String sha256 = image.sha256();
      if (sha256 != null) {
        String here = place(form.contest(), form.station());
        first.get(hash(sha256), unseen -> here);
      }
    }
  }

  private static String place(String contest, String station) {
    return contest + "/" + station;
  }

  private static Hash hash(String sha256) {
    return new Hash(
        Long.parseUnsignedLong(sha256, 0, 16, 16), Long.parseUnsignedLong(sha256, 16, 32, 16));
  }
}
