package id.pantau.opendata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A table in all its formats at once.
 *
 * @param <T> what a row is made from
 */
final class Sinks<T> implements AutoCloseable {
  private final Table<T> table;
  private final Cells cells;
  private final List<Sink<T>> each = new ArrayList<>();

  /**
   * Opens its files in a folder; none is left open where one cannot be.
   *
   * @param said what a file says of itself where its format has a place for that
   */
  Sinks(Table<T> table, Path folder, Map<String, String> said, Pace pace) throws IOException {
    this.table = table;
    this.cells = new Cells(table.columns().size());
    boolean opened = false;
    try {
      each.add(new CsvSink<>(table, folder));
      each.add(new NdjsonSink<>(table, folder));
      each.add(new ParquetSink<>(table, folder, said, pace));
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
  }

  void row(T row) throws IOException, InterruptedException {
    table.cells(row, cells.clear());
    for (Sink<T> sink : each) {
      sink.row(row, cells);
    }
  }

  /** Ends a province's part in each file, file name → part. */
  void part(Map<String, Part> into) throws IOException, InterruptedException {
    for (Sink<T> sink : each) {
      into.put(sink.name(), sink.part());
    }
  }

  /**
   * The same with the parts that the last snapshot has, instead of rows.
   *
   * @param into file name → part
   */
  void again(LastSnapshot last, Map<String, Part> parts, Map<String, Part> into)
      throws IOException {
    for (Sink<T> sink : each) {
      Part part = parts.get(sink.name());
      if (part == null) {
        throw new IOException("the last snapshot has no " + sink.name());
      }
      into.put(sink.name(), sink.again(last.open(sink.name()), part));
    }
  }

  /** Ends its files, and writes them down. */
  void finish(Inventory into) throws IOException, InterruptedException {
    for (Sink<T> sink : each) {
      into.add(sink.finish(), table);
    }
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (Sink<T> sink : each) {
      try {
        sink.close();
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
