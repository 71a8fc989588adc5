package id.pantau.cli;

import java.util.Iterator;

/** Forms in the order in which they arrived, ready to be sent. Read by one thread. */
public interface ReplaySource extends Iterator<ReplayLine> {
  /** Rows so far that were no form. */
  long skipped();

  /** How many forms there will be, or -1 where that is not known before the end. */
  long size();
}
