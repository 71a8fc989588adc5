package id.pantau.board;

import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Position;
import id.pantau.model.Submission;
import id.pantau.platform.FormContent;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Log entries of one province and contest, with the sums that belong to them. */
final class LogMaker {
  private final Election election;
  private final Contest contest;
  private final Map<String, long[]> standing = new HashMap<>();
  private Position position = Position.START;

  LogMaker(Election election, String contest) {
    this.election = election;
    this.contest = Objects.requireNonNull(election.contest(contest));
  }

  /** A form in the log, with the outcome that it has there and the position that first held it. */
  record Form(Submission submission, int outcome, @Nullable Position origin) {
    static Form of(Submission submission, int outcome) {
      return new Form(submission, outcome, null);
    }
  }

  /** The entry that follows. */
  LogEntry next(Form... forms) {
    return at(new Position(position.epoch(), position.revision() + 1), forms);
  }

  /** An entry at a position; the next one follows it. */
  LogEntry at(Position where, Form... forms) {
    position = where;
    List<LogEntry.Logged> logged = new ArrayList<>();
    for (Form form : forms) {
      logged.add(new LogEntry.Logged(form.outcome(), packed(form)));
      stand(form);
    }
    return new LogEntry(where, 1_000 * where.revision(), sums(), logged);
  }

  /** Redis has lost everything: sums begin again. */
  void lose() {
    standing.clear();
  }

  /** The same entry with one bit of its n-th form flipped. */
  static LogEntry tampered(LogEntry entry, int form, int bit) {
    List<LogEntry.Logged> forms = new ArrayList<>(entry.forms());
    byte[] packed = forms.get(form).packed().clone();
    packed[bit / 8] ^= (byte) (1 << bit % 8);
    forms.set(form, new LogEntry.Logged(forms.get(form).outcome(), packed));
    return new LogEntry(entry.position(), entry.countedAtMillis(), entry.sums(), forms);
  }

  private void stand(Form form) {
    long[] row = new long[contest.choices().size() + 2];
    int outcome = form.outcome();
    String station = form.submission().form().station();
    boolean keeps = outcome == LogEntry.BESIDE && standing.containsKey(station);
    if (outcome == LogEntry.HISTORY || keeps) {
      return;
    }
    if (outcome == LogEntry.COUNTED) {
      int choice = 0;
      for (int votes : form.submission().form().votes().values()) {
        row[choice++] = votes;
      }
      row[choice] = 1;
    } else if (outcome == LogEntry.HELD || outcome == LogEntry.BESIDE) {
      row[row.length - 1] = 1;
    }
    standing.put(station, row);
  }

  private byte[] sums() {
    long[] all = new long[contest.choices().size() + 2];
    for (long[] row : standing.values()) {
      for (int i = 0; i < all.length; i++) {
        all[i] += row[i];
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < all.length; i++) {
      for (int shift = (i < all.length - 2 ? 4 : 3) * 8; shift >= 0; shift -= 8) {
        out.write((int) (all[i] >>> shift));
      }
    }
    return out.toByteArray();
  }

  private byte[] packed(Form form) {
    Submission s = form.submission();
    Contest of = Objects.requireNonNull(election.contest(s.form().contest()));
    return PackedForm.join(
        new PackedForm.Envelope(
            s.submitter(),
            s.receivedAt().toEpochMilli(),
            s.verdict().outcome().ordinal(),
            s.verdict().codeBits(),
            form.origin()),
        FormContent.pack(s.form(), of));
  }
}
