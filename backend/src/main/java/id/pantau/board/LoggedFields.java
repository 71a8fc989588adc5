package id.pantau.board;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pantau.model.Choice;
import id.pantau.model.Code;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Reason;
import id.pantau.model.Station;
import id.pantau.platform.FormContent;
import id.pantau.platform.FormFields;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;
import java.io.IOException;
import java.util.List;

/** What lists say of a form in the log: what became of it, what it fails, what it moved. */
final class LoggedFields {
  private LoggedFields() {}

  /** The form as it was sent. */
  static Form form(Election election, FormStore.Stored stored) {
    return FormContent.unpack(PackedForm.content(stored.packed()), election::contest);
  }

  /** True where the numbers of its station are withheld: then only that it came is said. */
  static boolean withheld(Standing standing, Form form) {
    Election election = standing.election();
    Station station = election.areas().station(form.station());
    return station != null
        && standing.acts().withheld(election.contestIndex(form.contest()), station) != null;
  }

  /** Which kind of revision it is, without what was written about it. */
  static Reason kindOnly(Reason reason) {
    return new Reason(reason.kind(), null, List.of(), List.of(), null);
  }

  /** {@code status}: what became of it when it came in. */
  static void status(JsonGenerator g, FormStore.Stored stored) throws IOException {
    g.writeStringField(
        "status",
        switch (stored.outcome()) {
          case LogEntry.COUNTED -> "counted";
          case LogEntry.HELD, LogEntry.BESIDE -> "held";
          case LogEntry.WITHDRAWN -> "withdrawn";
          case LogEntry.HISTORY -> "superseded";
          default -> "stored";
        });
  }

  /** {@code findings}: the codes of the rules it failed. */
  static void findings(JsonGenerator g, FormStore.Stored stored) throws IOException {
    int bits = PackedForm.envelope(stored.packed()).codeBits();
    FormFields.texts(g, "findings", Code.of(bits).stream().map(Code::name).toList());
  }

  /** {@code delta}: by how much it moved the votes of every area above its station. */
  static void delta(
      JsonGenerator g, Election election, ProvinceFold fold, FormStore.Stored stored, Form form)
      throws IOException {
    Contest contest = election.contests().get(election.contestIndex(form.contest()));
    long[] moved = new long[contest.choices().size()];
    boolean keeps = stored.outcome() == LogEntry.BESIDE || stored.outcome() == LogEntry.HISTORY;
    if (!keeps && stored.stoodBefore() != FormStore.NONE) {
      add(moved, form(election, fold.store().get(stored.stoodBefore())), -1);
    }
    if (stored.outcome() == LogEntry.COUNTED) {
      add(moved, form, 1);
    }
    g.writeObjectFieldStart("delta");
    int i = 0;
    for (Choice choice : contest.choices()) {
      g.writeNumberField(choice.id(), moved[i++]);
    }
    g.writeEndObject();
  }

  private static void add(long[] moved, Form form, int sign) {
    int i = 0;
    for (int votes : form.votes().values()) {
      moved[i++] += (long) sign * votes;
    }
  }
}
