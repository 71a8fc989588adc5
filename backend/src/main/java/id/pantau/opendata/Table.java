package id.pantau.opendata;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * The cells of a row, one a column: a String, Integer, Long or Boolean; null is an empty cell.
   */
  @Nullable Object[] cells(T row);

  /** The same row as fields of an object that is open. */
  void fields(JsonGenerator g, T row) throws IOException;
}
