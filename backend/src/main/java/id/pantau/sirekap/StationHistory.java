package id.pantau.sirekap;

import id.pantau.model.Ballots;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Reason;
import id.pantau.platform.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the states of stations, in the order in which they are read, into forms (domain.md §4): the
 * first is revision 1, one that says something else is the next, one that says the same is none.
 * Votes that vanish are a withdrawal, votes that come back are restored.
 *
 * <p>A million stations take about 150 MB.
 */
final class StationHistory {
  private final String contest;
  private final Map<String, Last> last = new HashMap<>();

  StationHistory(String contest) {
    this.contest = contest;
  }

  /**
   * What is known of a station.
   *
   * @param content a hash of everything that the form says but its revision and reason
   */
  private record Last(int revision, long content, Form.Section section) {}

  /** An earlier import knows this form already. */
  void knows(Form form) {
    last.put(form.station(), new Last(form.revision(), content(form), form.section()));
  }

  /** The form of a state; null where it says what the one before it said. */
  @Nullable Form next(StationState state) {
    Last before = last.get(state.station());
    Form.Section section =
        state.hasVotes()
            ? Form.Section.VOTES
            : before == null || before.section() == Form.Section.ADMINISTRATIVE
                ? Form.Section.ADMINISTRATIVE
                : Form.Section.WITHDRAWAL;
    int revision = before == null ? 1 : before.revision() + 1;
    Form form = form(state, revision, section, reason(before, section, state));
    long content = content(form);
    if (before != null && before.content() == content) {
      return null;
    }
    last.put(state.station(), new Last(revision, content, section));
    return form;
  }

  private static Reason reason(@Nullable Last before, Form.Section section, StationState state) {
    String flags = state.flags().note();
    if (before == null) {
      return flags == null
          ? Reason.NEW
          : new Reason(Reason.Kind.NEW, flags, List.of(), List.of(), null);
    }
    Reason.Kind kind;
    String note;
    if (section == Form.Section.WITHDRAWAL) {
      kind = Reason.Kind.WITHDRAWN;
      note = "Sirekap no longer shows votes of this station";
    } else if (before.section() == Form.Section.WITHDRAWAL) {
      kind = Reason.Kind.RESTORED;
      note = "Sirekap shows votes of this station again";
    } else {
      kind = Reason.Kind.TRANSCRIPTION_CORRECTION;
      note = "Sirekap shows something else of this station";
    }
    return new Reason(kind, flags == null ? note : note + ". " + flags, List.of(), List.of(), null);
  }

  private Form form(StationState s, int revision, Form.Section section, Reason reason) {
    return new Form(
        contest,
        s.station(),
        0,
        revision,
        Method.MACHINE,
        s.publishedAt(),
        section,
        s.votes(),
        s.valid(),
        s.invalid(),
        s.total(),
        s.registered(),
        s.users(),
        Ballots.NONE,
        s.images(),
        reason);
  }

  private static long content(Form form) {
    List<Object> parts =
        Arrays.asList(
            form.recordedAt() == null ? null : form.recordedAt().toInstant(),
            form.votes(),
            form.valid(),
            form.invalid(),
            form.total(),
            form.registered(),
            form.users(),
            form.images());
    byte[] hash = Digest.sha256(parts.toString().getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(hash).getLong();
  }
}
