package id.pantau.opendata;

import id.pantau.model.Act;
import id.pantau.platform.Ledger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A form on its way into files: what several of them say in the same words is made once.
 *
 * @param withheld the act that withholds its station; then the row says no more than that it came
 * @param recordedAt by the submitter's clock
 * @param receivedAt by the node's
 */
record FormRow(
    Ledger.Entry entry, @Nullable Act withheld, @Nullable String recordedAt, String receivedAt) {

  FormRow(Ledger.Entry entry, @Nullable Act withheld) {
    this(
        entry,
        withheld,
        text(entry.form().recordedAt()),
        Instant.ofEpochMilli(entry.envelope().receivedAtMillis()).toString());
  }

  private static @Nullable String text(@Nullable OffsetDateTime at) {
    return at == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }
}
