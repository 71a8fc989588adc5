package id.pantau.count;

import id.pantau.model.Contest;
import id.pantau.model.Form;
import id.pantau.model.Position;
import id.pantau.model.Station;
import id.pantau.model.Submission;
import id.pantau.model.Verdict;
import id.pantau.platform.FormContent;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;

/**
 * A form on its way through the count, already packed.
 *
 * @param record its counting record
 * @param packed envelope and content
 * @param hash of the content
 */
public record Item(Contest contest, Station station, byte[] record, byte[] packed, byte[] hash) {

  /** Packs a submission; done on the caller's thread, so that the count's own stays free. */
  public static Item of(Submission submission, Contest contest, Station station) {
    Form form = submission.form();
    byte[] content = FormContent.pack(form, contest);
    PackedForm.Envelope envelope =
        new PackedForm.Envelope(
            submission.submitter(),
            submission.receivedAt().toEpochMilli(),
            submission.verdict().outcome().ordinal(),
            submission.verdict().codeBits(),
            null);
    byte[] hash = FormContent.hash(content);
    return new Item(
        contest,
        station,
        CountingRecord.of(form, submission.verdict().outcome(), hash, contest),
        PackedForm.join(envelope, content),
        hash);
  }

  /**
   * Packs a form again that a journal or a log kept, with the position that first held it. One that
   * waited beside a person's form waits for it: it is held until that one is back.
   */
  static Item again(JournalEntry entry, Form form, Contest contest, Station station) {
    PackedForm.Envelope was = PackedForm.envelope(entry.packed());
    PackedForm.Envelope envelope =
        new PackedForm.Envelope(
            was.submitter(), was.receivedAtMillis(), was.verdict(), was.codeBits(), first(entry));
    byte[] content = PackedForm.content(entry.packed());
    byte[] hash = FormContent.hash(content);
    Verdict.Outcome outcome =
        entry.outcome() == LogEntry.BESIDE
            ? Verdict.Outcome.HELD
            : Verdict.Outcome.values()[was.verdict()];
    return new Item(
        contest,
        station,
        CountingRecord.of(form, outcome, hash, contest),
        PackedForm.join(envelope, content),
        hash);
  }

  /** The position that first held a kept form. */
  static Position first(JournalEntry entry) {
    Position origin = PackedForm.envelope(entry.packed()).origin();
    return origin == null ? entry.position() : origin;
  }

  /** When the form came in. */
  long receivedAtMillis() {
    return PackedForm.envelope(packed).receivedAtMillis();
  }
}
