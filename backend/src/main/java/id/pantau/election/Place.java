package id.pantau.election;

import id.pantau.platform.Refused;

/**
 * A line of a file of the folder: where a fault is.
 *
 * @param line from 1; 0 where the fault is not of one line
 */
record Place(String file, long line) {
  Refused refused(String reason) {
    return new Refused(line > 0 ? file + " line " + line + ": " + reason : file + ": " + reason);
  }

  Place at(long otherLine) {
    return new Place(file, otherLine);
  }
}
