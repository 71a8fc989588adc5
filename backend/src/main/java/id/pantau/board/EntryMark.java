package id.pantau.board;

import id.pantau.model.Position;

/**
 * One folded log entry: what the feed of changes walks over.
 *
 * @param reachedMillis the newest time of it and all before it: by this, time never goes back in a
 *     province (decision 0005)
 * @param contest the contest's place in the election
 * @param forms offsets of its forms
 */
record EntryMark(
    Position position, long countedAtMillis, long reachedMillis, int contest, int[] forms) {}
