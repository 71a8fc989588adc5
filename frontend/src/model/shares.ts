import type { Choice, Coverage, Votes } from './wire.js';

/** Percentages that never claim more than the numbers do. All are in percent, two decimals. */

/**
 * The part of a whole, rounded to the nearest hundredth; null of nothing. What is not all never
 * reads 100, and what is not nothing never reads 0.
 */
export function shareOf(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  const rounded = Math.round((part / whole) * 10_000) / 100;
  if (part < whole && rounded >= 100) return 99.99;
  if (part > 0 && rounded <= 0) return 0.01;
  return rounded;
}

/**
 * How far a count is, rounded down: 100 only where every expected station is counted. Null where
 * none is expected.
 */
export function progressOf(stations: Coverage): number | null {
  const { counted, expected } = stations;
  if (expected <= 0) return null;
  if (counted >= expected) return 100;
  return Math.floor((counted * 10_000) / expected) / 100;
}

/** Σ over the votes of the ballot's choices: what shares are shares of. */
export function sumOfVotes(votes: Votes, choices: readonly Choice[]): number {
  return choices.reduce((sum, choice) => sum + (votes[choice.id] ?? 0), 0);
}
