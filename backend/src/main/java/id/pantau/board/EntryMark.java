package id.pantau.board;

import id.pantau.model.Position;

/**
 * One folded log entry: what the feed of changes and the history walk over.
 *
 * @param contest the contest's place in the election
 * @param forms offsets of its forms
 * @param sums the province's votes, counted and held after it
 */
record EntryMark(Position position, long countedAtMillis, int contest, int[] forms, long[] sums) {}
