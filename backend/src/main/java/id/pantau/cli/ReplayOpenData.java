package id.pantau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.model.Form;
import id.pantau.platform.Refused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a table of the open data, sent again as their submitters sent them. A withheld form
 * has no figures to send: it is skipped. A decision is for the node to refuse, as it has no door
 * but the command centre; {@code rebuild --open-data} takes those too.
 */
final class ReplayOpenData extends ReplayAhead {
  private final OpenDataRows rows;
  private final @Nullable Instant until;
  private long skipped;

  /**
   * @param until only forms recorded before; forms that do not say when are sent
   */
  ReplayOpenData(OpenDataRows rows, @Nullable Instant until) {
    this.rows = rows;
    this.until = until;
  }

  /** The rows themselves, for who does not want them sent. */
  OpenDataRows rows() {
    return rows;
  }

  @Override
  @Nullable ReplayLine read() {
    ReplayLine line = null;
    while (line == null && rows.hasNext()) {
      line = line(rows.next());
    }
    return line;
  }

  private @Nullable ReplayLine line(JsonNode row) {
    if (row.has("withheld")) {
      skipped++;
      return null;
    }
    Form form = RecountJson.form(row);
    if (form == null) {
      throw new Refused("a row of the open data is no form: " + row);
    }
    Instant at = form.recordedAt() == null ? null : form.recordedAt().toInstant();
    boolean late = until != null && at != null && !at.isBefore(until);
    return late ? null : new ReplayLine(form.station(), at, FormJson.bytes(form));
  }

  @Override
  public long skipped() {
    return skipped;
  }
}
