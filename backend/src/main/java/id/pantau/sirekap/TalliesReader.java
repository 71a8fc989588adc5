package id.pantau.sirekap;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.pantau.model.Contest;
import id.pantau.platform.Refused;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Reads a CSV of published tallies into forms: machine-read, generation 0, times +07:00 (design
 * §4.1). The format is described in {@code config/elections/README.md}; the kind of a file is told
 * by its header.
 *
 * <p>Tallies are one row a station: each with all votes is revision 1, by arrival. A history (it
 * has a column {@code seen}) is the successive states of stations: {@link TalliesHistory} makes
 * their revisions, by when they were seen. Reading takes seconds: not for an event loop.
 */
public final class TalliesReader {
  private TalliesReader() {}

  /**
   * @param in the CSV, unpacked; read to its end, not closed
   * @param file its name, for a refusal
   * @param contest its choices in ballot order are the columns p1, p2, …
   * @throws Refused where the header or a row is not of the format, with file, line and reason
   */
  public static Tallies read(InputStream in, String file, Contest contest) {
    int choices = contest.choices().size();
    List<TalliesRow> rows = new ArrayList<>();
    long read = 0;
    try {
      Iterator<CsvRecord> records = records(in);
      if (!records.hasNext()) {
        throw new Refused(file + " line 1: the file is empty");
      }
      TalliesColumns columns = TalliesColumns.of(records.next(), choices, file);
      while (records.hasNext()) {
        TalliesRow row = columns.read(records.next());
        read++;
        if (columns.history() || row.hasVotes(choices)) {
          rows.add(row);
        }
      }
      if (columns.history()) {
        rows = new TalliesHistory(choices).revisions(rows);
      } else {
        rows.sort(Comparator.comparingLong(TalliesRow::atSeconds));
      }
    } catch (CsvParseException | UncheckedIOException e) {
      throw new Refused(file + ": not readable as CSV in UTF-8 (" + e.getMessage() + ")");
    }
    return new Tallies(new TalliesForms(contest, rows), read - rows.size(), read);
  }

  private static Iterator<CsvRecord> records(InputStream in) {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))
        .iterator();
  }
}
