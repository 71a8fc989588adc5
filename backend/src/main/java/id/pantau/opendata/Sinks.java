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
  private final List<Sink<T>> each = new ArrayList<>();

  /**
   * Opens its files in a folder; none is left open where one cannot be.
   *
   * @param said what a file says of itself where its format has a place for that
   */
  Sinks(Table<T> table, Path folder, Map<String, String> said) throws IOException {
    this.table = table;
    boolean opened = false;
    try {
      each.add(new CsvSink<>(table, folder));
      each.add(new NdjsonSink<>(table, folder));
      each.add(new ParquetSink<>(table, folder, said));
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
  }

  void row(T row) throws IOException {
    for (Sink<T> sink : each) {
      sink.row(row);
    }
  }

  /** Ends its files, and writes them down. */
  void finish(Inventory into) throws IOException {
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
