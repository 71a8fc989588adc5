package id.pantau.board;

import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.platform.FormContent;
import id.pantau.platform.PackedForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stored form of a station, unpacked.
 *
 * @param hash of its content
 */
record StationRevision(FormStore.Stored stored, Form form, byte[] hash) {
  private static final Comparator<StationRevision> NEWEST_FIRST =
      Comparator.comparingInt((StationRevision r) -> r.form().generation())
          .thenComparingInt(r -> r.form().revision())
          .thenComparing(r -> r.stored().position())
          .reversed();

  /**
   * Every form of a station and contest once.
   *
   * @param newest offset of the newest in the store, or {@link FormStore#NONE}
   */
  static List<StationRevision> newestFirst(FormStore store, int newest, Election election) {
    List<StationRevision> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int at = newest;
    while (at != FormStore.NONE) {
      FormStore.Stored stored = store.get(at);
      at = stored.previous();
      byte[] content = PackedForm.content(stored.packed());
      Form form = FormContent.unpack(content, election::contest);
      byte[] hash = FormContent.hash(content);
      // A form that stands again after a loss is in the log twice.
      if (seen.add(HexFormat.of().formatHex(hash))) {
        all.add(new StationRevision(stored, form, hash));
      }
    }
    all.sort(NEWEST_FIRST);
    return all;
  }

  /** The one that stands; null where none does. */
  static @Nullable StationRevision standing(List<StationRevision> all, int offset) {
    return all.stream().filter(r -> r.stored().offset() == offset).findFirst().orElse(null);
  }

  /**
   * The {@code status} of a revision on the wire.
   *
   * @param current the one that stands
   * @param state the station's
   */
  static String status(StationRevision r, @Nullable StationRevision current, StationState state) {
    if (current == null) {
      return "superseded";
    }
    if (r.stored().offset() == current.stored().offset()) {
      return state.wire();
    }
    // A machine's re-read waits beside a person's form for as long as that one counts.
    boolean waitsBeside =
        state == StationState.COUNTED
            && current.form().byPerson()
            && !r.form().byPerson()
            && r.form().generation() == current.form().generation()
            && r.form().revision() > current.form().revision();
    return waitsBeside ? "held" : "superseded";
  }
}
