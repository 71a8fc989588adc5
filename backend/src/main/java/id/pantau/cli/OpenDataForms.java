package id.pantau.cli;

import com.fasterxml.jackson.databind.JsonNode;
import id.pantau.count.JournalEntry;
import id.pantau.count.JournalSource;
import id.pantau.model.Code;
import id.pantau.model.Contest;
import id.pantau.model.Election;
import id.pantau.model.Form;
import id.pantau.model.Method;
import id.pantau.model.Position;
import id.pantau.model.Reason;
import id.pantau.model.Verdict;
import id.pantau.platform.FormContent;
import id.pantau.platform.LogEntry;
import id.pantau.platform.PackedForm;
import id.pantau.platform.Refused;
import id.pantau.rules.Judge;
import id.pantau.rules.Sightings;
import id.pantau.rules.Speaker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table of forms of the open data as a source of forms for a rebuild, decisions included. Each
 * row's hash must be that of the form that was read from it, and no rule may refuse it. The table
 * of arrivals beside it, row for row, says who sent each and when; without it that is lost.
 */
final class OpenDataForms implements JournalSource {
  private static final String NOBODY = "open-data";
  private static final Speaker ANYBODY =
      new Speaker(
          List.of("0"), EnumSet.allOf(Method.class), EnumSet.allOf(Reason.Kind.class), true);

  private final Election election;
  private final Path forms;
  private final Judge judge;
  private long withheld;

  OpenDataForms(Election election, Path forms) {
    this.election = election;
    this.forms = forms;
    this.judge = new Judge(election);
  }

  /** Rows that had no figures. */
  long withheld() {
    return withheld;
  }

  @Override
  public void read(Consumer<JournalEntry> each) throws IOException {
    Path beside = arrivals();
    withheld = 0;
    try (InputStream in = ReplayFile.input(forms.toString());
        InputStream other = beside == null ? InputStream.nullInputStream() : open(beside)) {
      OpenDataRows rows = rows(in, forms);
      OpenDataRows came = beside == null ? null : rows(other, beside);
      long number = 0;
      while (rows.hasNext()) {
        number++;
        JsonNode row = rows.next();
        JsonNode arrival = came == null ? null : came.next();
        if (arrival != null && !key(arrival).equals(key(row))) {
          throw new Refused(beside + " is not of " + forms + ": row " + number + " differs");
        }
        if (row.has("withheld")) {
          withheld++;
        } else {
          each.accept(entry(row, arrival, number));
        }
      }
    }
  }

  private static InputStream open(Path file) throws IOException {
    return ReplayFile.input(file.toString());
  }

  private static OpenDataRows rows(InputStream in, Path file) throws IOException {
    in.mark(OpenDataRows.HEAD_BYTES);
    String head = new String(in.readNBytes(OpenDataRows.HEAD_BYTES), StandardCharsets.ISO_8859_1);
    in.reset();
    if (!head.isEmpty() && !OpenDataRows.begin(head)) {
      throw new Refused(file + " is no table of the open data");
    }
    return OpenDataRows.read(in, head);
  }

  /** {@code ppwp-arrivals.csv} beside {@code ppwp-forms.csv}; null where there is none. */
  private @Nullable Path arrivals() {
    String name = String.valueOf(forms.getFileName());
    Path beside = forms.resolveSibling(name.replace("-forms.", "-arrivals."));
    return beside.equals(forms) || !Files.isReadable(beside) ? null : beside;
  }

  private static String key(JsonNode row) {
    return row.path("contest").asText()
        + "/"
        + row.path("station").asText()
        + "/"
        + row.path("generation").asInt()
        + "/"
        + row.path("revision").asInt();
  }

  private JournalEntry entry(JsonNode row, @Nullable JsonNode arrival, long number) {
    Form form = RecountJson.form(row);
    Contest contest = form == null ? null : election.contest(form.contest());
    if (form == null || contest == null) {
      throw new Refused(forms + ": row " + number + " is no form of " + election.id());
    }
    int codes = codes(row);
    boolean seen = (codes >> Code.T07.ordinal() & 1) == 1;
    Sightings then = (sha256, of, station) -> seen ? "another station" : null;
    Verdict verdict = judge.judge(form, ANYBODY, then);
    if (verdict.outcome() == Verdict.Outcome.REFUSED) {
      throw new Refused(
          forms + ": row " + number + " is refused: " + verdict.findings().get(0).message());
    }
    byte[] content = FormContent.pack(form, contest);
    String hash = HexFormat.of().formatHex(FormContent.hash(content));
    if (!hash.equals(row.path("hash").asText())) {
      throw new Refused(forms + ": row " + number + " is not what its hash says");
    }
    return entry(row, arrival, verdict.outcome(), codes, content, number);
  }

  private static JournalEntry entry(
      JsonNode row,
      @Nullable JsonNode arrival,
      Verdict.Outcome outcome,
      int codes,
      byte[] content,
      long number) {
    Position held =
        arrival == null
            ? new Position(1, number)
            : new Position(
                arrival.path("position").path("epoch").asInt(),
                arrival.path("position").path("revision").asLong());
    long receivedAtMillis =
        arrival == null ? 0 : Instant.parse(arrival.path("receivedAt").asText()).toEpochMilli();
    String submitter = arrival == null ? NOBODY : arrival.path("submitter").asText();
    PackedForm.Envelope envelope =
        new PackedForm.Envelope(submitter, receivedAtMillis, outcome.ordinal(), codes, null);
    boolean beside = outcome == Verdict.Outcome.COUNTED && row.path("was").asText().equals("held");
    return new JournalEntry(
        beside ? LogEntry.BESIDE : LogEntry.COUNTED, held, PackedForm.join(envelope, content));
  }

  private static int codes(JsonNode row) {
    int codes = 0;
    for (JsonNode code : row.path("findings")) {
      codes |= Code.valueOf(code.asText()).bit();
    }
    return codes;
  }
}
