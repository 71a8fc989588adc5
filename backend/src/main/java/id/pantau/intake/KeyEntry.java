package id.pantau.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.rules.Speaker;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One submitter in {@code keys.json}.
 *
 * @param hash SHA-256 of the key, hex: the key itself is nowhere
 * @param areas area codes, {@code "0"} = everywhere
 * @param methods names on the wire
 * @param decides true lets it overrule: only for the command stage
 * @param created when, ISO-8601; for people
 * @param label what people call it; null where none was given
 * @param revoked since when its key is honoured no more, ISO-8601; null while it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyEntry(
    String id,
    String hash,
    List<String> areas,
    List<String> methods,
    boolean decides,
    String created,
    @Nullable String label,
    @Nullable String revoked) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern AREA =
      Pattern.compile("0|[0-9A-Z]{2}|[0-9A-Z]{4}|[0-9A-Z]{6}|[0-9A-Z]{10}|[0-9A-Z]{13}");
  static final int HASH_CHARS = 64;

  /** The submitter; throws with one sentence where the entry says something impossible. */
  Submitter submitter() throws IOException {
    if (id == null || !ID.matcher(id).matches()) {
      throw new IOException("a submitter has no id of 1 to 64 letters, digits, dots and dashes");
    }
    if (hash == null || !Hex.is(hash, HASH_CHARS)) {
      throw new IOException(id + " has no hash of " + HASH_CHARS + " hex digits");
    }
    if (areas == null || methods == null) {
      throw new IOException(id + " has no areas or no methods");
    }
    try {
      return new Submitter(
          id, new Speaker(checkedAreas(areas), methodsOf(methods), reasons(), decides));
    } catch (IllegalArgumentException e) {
      throw new IOException(id + ": " + e.getMessage(), e);
    }
  }

  /** Every reason but the decision, which {@code decides} allows. */
  private static Set<Reason.Kind> reasons() {
    return EnumSet.complementOf(EnumSet.of(Reason.Kind.DECISION));
  }

  /** The areas, if each is {@code 0} or a code; a typing error must not open or close a region. */
  static List<String> checkedAreas(List<String> areas) {
    for (String area : areas) {
      if (area == null || !AREA.matcher(area).matches()) {
        throw new IllegalArgumentException(
            area + " is no area: 0, or 2, 4, 6, 10 or 13 digits and capital letters");
      }
    }
    if (areas.isEmpty()) {
      throw new IllegalArgumentException("a key needs an area, 0 is everywhere");
    }
    return areas;
  }

  static Set<Method> methodsOf(List<String> wires) {
    Set<Method> methods = EnumSet.noneOf(Method.class);
    for (String wire : wires) {
      methods.add(
          Arrays.stream(Method.values())
              .filter(m -> m.wire().equals(wire))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(wire + " is no method")));
    }
    if (methods.isEmpty()) {
      throw new IllegalArgumentException("a key needs a method");
    }
    return methods;
  }
}
