package id.pantau.opendata;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * A table in one format, row by row into its file, province by province.
 *
 * @param <T> what a row is made from
 */
interface Sink<T> extends AutoCloseable {
  /**
   * Writes a row.
   *
   * @param cells of the same row
   */
  void row(T row, Cells cells) throws IOException, InterruptedException;

  /** Ends a province's part. */
  Part part() throws IOException, InterruptedException;

  /** Writes a part of the last snapshot's file of this name instead of rows. */
  Part again(FileChannel from, Part part) throws IOException;

  /** The file's name. */
  String name();

  /** Ends the file. */
  FileNote finish() throws IOException, InterruptedException;

  /** Gives up what was not finished. */
  @Override
  void close() throws IOException;
}
