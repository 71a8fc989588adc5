package id.pantau.opendata;

import java.io.IOException;

/**
 * A table in one format, row by row into its file.
 *
 * @param <T> what a row is made from
 */
interface Sink<T> extends AutoCloseable {
  void row(T row) throws IOException;

  /** Ends the file. */
  FileNote finish() throws IOException;

  /** Gives up what was not finished. */
  @Override
  void close() throws IOException;
}
