package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * A table of a snapshot, in all its formats.
 *
 * @param <T> what a row is made from
 */
interface Table<T> {
  /** Its files are called so, and {@code .csv}, {@code .ndjson}, {@code .parquet}. */
  String name();

  /** One sentence for the catalogue. */
  String title();

  List<Column> columns();

  /** True where it may have more rows than a person scrolls: its texts are gzip. */
  boolean isLong();

  /** Fills the cells of a row, one a column. */
  void cells(T row, Cells cells);

  /** The same row as fields of an object that is open. */
  void fields(JsonGenerator g, T row) throws IOException;
}
