package id.pantau.sirekap;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The station files of a tree, one after the other. */
interface SirekapSource extends AutoCloseable {
  /** The next station file; null at the end. Blocks. */
  @Nullable SirekapEntry next() throws IOException, InterruptedException;

  /** Files that were met and are no station's of the contest, or were not there. */
  long others();

  @Override
  void close() throws IOException;
}
