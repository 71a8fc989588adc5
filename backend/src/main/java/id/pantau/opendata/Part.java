package id.pantau.opendata;

import java.util.List;
import org.apache.parquet.format.RowGroup;

/**
 * One province's bytes in a file of a snapshot: as nothing in them depends on what stands before
 * them, the next snapshot takes them over where the province has not changed.
 *
 * @param check CRC-32C of these bytes, for a disk may forget
 * @param inside what they hold, where the file is gzip
 * @param groups where it is Parquet
 */
record Part(long offset, long bytes, int check, GzipStream.Inside inside, List<RowGroup> groups) {
  static final GzipStream.Inside PLAIN = new GzipStream.Inside(0, 0);
}
