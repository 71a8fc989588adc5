package id.pantau.count;

import id.pantau.model.Contest;
import id.pantau.model.Form;
import id.pantau.model.Position;
import id.pantau.model.Station;
import id.pantau.model.Submission;
import id.pantau.platform.FormContent;
import id.pantau.platform.PackedForm;
import org.jspecify.annotations.Nullable;

/**
 * A form on its way through the count, already packed.
 *
 * @param record its counting record
 * @param packed envelope and content
 * @param hash of the content
 */
record Item(Contest contest, Station station, byte[] record, byte[] packed, byte[] hash) {

  /** Packs a submission; done on the caller's thread, so that the count's own stays free. */
  static Item of(Submission submission, Contest contest, Station station) {
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

  /** Packs a form again that a journal kept, with the position that first held it. */
  static Item again(JournalEntry entry, Form form, Contest contest, Station station) {
    PackedForm.Envelope was = PackedForm.envelope(entry.packed());
    Position first = was.origin() == null ? entry.position() : was.origin();
    PackedForm.Envelope envelope =
        new PackedForm.Envelope(
            was.submitter(), was.receivedAtMillis(), was.verdict(), was.codeBits(), first);
    byte[] content = PackedForm.content(entry.packed());
    byte[] hash = FormContent.hash(content);
    return new Item(
        contest,
        station,
        CountingRecord.of(form, verdict(was.verdict()), hash, contest),
        PackedForm.join(envelope, content),
        hash);
  }

  /** The position that first held it, where it comes from a journal. */
  @Nullable Position origin() {
    return PackedForm.envelope(packed).origin();
  }

  private static id.pantau.model.Verdict.Outcome verdict(int ordinal) {
    return id.pantau.model.Verdict.Outcome.values()[ordinal];
  }
}
