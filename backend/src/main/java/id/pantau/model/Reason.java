package id.pantau.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a revision exists (domain.md §4).
 *
 * @param kind one of {@link Kind}
 * @param note free text for the reader
 * @param codes rule codes that a decision overrides
 * @param by the people who decided
 * @param cites the D.Hasil document that a recapitulation correction rests on
 */
public record Reason(
    Kind kind, @Nullable String note, List<String> codes, List<String> by, @Nullable String cites) {

  /** A first form; says nothing further. */
  public static final Reason NEW = new Reason(Kind.NEW, null, List.of(), List.of(), null);

  public Reason {
    codes = List.copyOf(codes);
    by = List.copyOf(by);
  }

  /** The kinds a reason can have, with the name each has on the wire. */
  public enum Kind {
    NEW("new"),
    TRANSCRIPTION_CORRECTION("transcription-correction"),
    RECAPITULATION_CORRECTION("recapitulation-correction"),
    WITHDRAWN("withdrawn"),
    RESTORED("restored"),
    DECISION("decision");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    public String wire() {
      return wire;
    }
  }
}
