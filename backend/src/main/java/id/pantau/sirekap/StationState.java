package id.pantau.sirekap;

import id.pantau.model.Electors;
import id.pantau.model.Image;
import id.pantau.model.Users;
import id.pantau.platform.SirekapFlags;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one station file of KPU's says.
 *
 * @param publishedAt KPU's {@code ts}: when it published this state; null where it does not say
 * @param votes of all choices, in ballot order; empty where the file shows none
 * @param flags what the file says of itself and its figures do not
 */
record StationState(
    String station,
    @Nullable OffsetDateTime publishedAt,
    Map<String, Integer> votes,
    @Nullable Integer valid,
    @Nullable Integer invalid,
    @Nullable Integer total,
    Electors registered,
    Users users,
    List<Image> images,
    SirekapFlags flags) {
  StationState {
    votes = Collections.unmodifiableMap(new LinkedHashMap<>(votes));
    images = List.copyOf(images);
  }

  boolean hasVotes() {
    return !votes.isEmpty();
  }

  boolean hasAdministrative() {
    return valid != null
        || invalid != null
        || total != null
        || !registered.isEmpty()
        || !users.isEmpty();
  }
}
