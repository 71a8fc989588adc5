package id.pantau.opendata;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 4180 in UTF-8 with a header, lines end in a line feed; an empty cell holds nothing. */
final class CsvSink<T> implements Sink<T> {
  private static final int BUFFER_CHARS = 1 << 13;

  private final Table<T> table;
  private final SnapshotFile file;
  private final BufferedWriter text;
  private final CsvWriter csv;
  private final String[] cells;

  CsvSink(Table<T> table, Path folder) throws IOException {
    this.table = table;
    this.file = new SnapshotFile(folder, table.name() + ".csv");
    this.text =
        new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8), BUFFER_CHARS);
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(text);
    List<Column> columns = table.columns();
    this.cells = new String[columns.size()];
    csv.writeRecord(columns.stream().map(Column::name).toList());
  }

  @Override
  public void row(T row) {
    @Nullable Object[] from = table.cells(row);
    for (int i = 0; i < cells.length; i++) {
      Object cell = from[i];
      cells[i] = cell == null ? "" : cell.toString();
    }
    csv.writeRecord(cells);
  }

  @Override
  public FileNote finish() throws IOException {
    text.flush();
    return file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
