import type { Row } from './wire.js';

/** How a place stands among the counted stations, against its part of all stations. In percent and percentage points. */
export interface Represented {
  readonly code: string;
  readonly name: string;
  /** Its part of the counted stations less its part of the expected ones: below 0 where too few of it are counted so far. */
  readonly points: number;
  /** Its counted stations, of its own. */
  readonly coverage: number;
}

export interface Representation {
  /** Counted of expected, over all the places. */
  readonly coverage: number;
  /** Those furthest off first; equal ones in the order of codes. Their points sum to zero. */
  readonly places: readonly Represented[];
}

/**
 * Which places are counted more or less than their part so far. Null where nothing can be compared:
 * fewer than two places with stations, or none counted.
 */
export function representationOf(rows: readonly Row[]): Representation | null {
  const places = rows.filter((row) => row.stations.expected > 0);
  const expected = places.reduce((sum, row) => sum + row.stations.expected, 0);
  const counted = places.reduce((sum, row) => sum + row.stations.counted, 0);
  if (places.length < 2 || counted === 0) return null;
  const represented = places.map((row) => ({
    code: row.code,
    name: row.name,
    points: (row.stations.counted / counted - row.stations.expected / expected) * 100,
    coverage: (row.stations.counted / row.stations.expected) * 100,
  }));
  represented.sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.code < b.code ? -1 : 1));
  return { coverage: (counted / expected) * 100, places: represented };
}
