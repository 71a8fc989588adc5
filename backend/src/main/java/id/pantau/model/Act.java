package id.pantau.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something an office did to what the public sees, or to who may send: an event that stays for
 * ever. Nothing of it is secret, a key's hash apart.
 *
 * @param id made where the act was; the same act twice is one act
 * @param contest the contest it concerns; null = every one
 * @param subject an area or a station; for {@link Kind#END} the id of the act that ends; for the
 *     acts of submitters the submitter's id
 * @param office who answers for it, as the public reads it; empty for acts of submitters and ends
 * @param reason language → sentence; empty for acts of submitters and ends
 * @param since when it was done
 * @param until when it ends by itself; null for acts that end nothing and never end
 * @param by the operator's id
 * @param grant what a submitter's key allows from now on; null for acts of other kinds
 */
public record Act(
    String id,
    Kind kind,
    @Nullable String contest,
    String subject,
    String office,
    Map<String, String> reason,
    Instant since,
    @Nullable Instant until,
    String by,
    @Nullable Grant grant) {
  public Act {
    reason = Map.copyOf(reason);
  }

  /** What was done. */
  public enum Kind {
    /** The numbers of a place are not shown. */
    WITHHOLD,
    /** A sentence stands above the pages of a place. */
    NOTICE,
    /** An act ends before its time. */
    END,
    /** A submitter got its first key. */
    SUBMITTER_ADDED,
    /** A submitter got another key; every earlier one is dead. */
    SUBMITTER_ROTATED,
    /** A submitter has no key any more, for ever. */
    SUBMITTER_REVOKED;

    /** The name in the log and on the wire. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that name, or null: a log may hold what a newer node wrote. */
    public static @Nullable Kind of(String wire) {
      for (Kind kind : values()) {
        if (kind.wire().equals(wire)) {
          return kind;
        }
      }
      return null;
    }

    /** True for what concerns a place and runs until a time. */
    public boolean ofPlace() {
      return this == WITHHOLD || this == NOTICE;
    }
  }

  /**
   * A submitter's key, without the key.
   *
   * @param hash SHA-256 of the key, hex; of a revoked one the key that ended
   * @param areas area codes, {@code "0"} = everywhere
   * @param methods names on the wire
   */
  public record Grant(String label, String hash, List<String> areas, List<String> methods) {
    public Grant {
      areas = List.copyOf(areas);
      methods = List.copyOf(methods);
    }
  }
}
