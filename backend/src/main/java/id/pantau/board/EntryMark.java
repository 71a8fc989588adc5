package id.pantau.board;

import id.pantau.model.Position;

/**
 * One folded log entry: what the feed of changes walks over.
 *
 * @param reachedMillis the newest time of it and all before it: by this, time never goes back in a
 *     province (decision 0005)
 * @param node the name of the node that counted it; empty where the log does not say
 * @param contest the contest's place in the election
 * @param forms offsets of its forms
 */
record EntryMark(
    Position position,
    long countedAtMillis,
    long reachedMillis,
    String node,
    int contest,
    int[] forms) {}
