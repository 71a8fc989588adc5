import { shareOf, sumOfVotes } from './shares.js';
import type { Choice, Votes } from './wire.js';

/** The distance between the two choices with most votes: a number, and no word of who wins. */
export interface Lead {
  readonly votes: number;
  /** Of all votes for choices, in percentage points, two decimals. */
  readonly points: number;
  /** The two, in ballot order; null where the second place is shared, so that none is picked out. */
  readonly between: readonly [Choice, Choice] | null;
}

/** Null where there are fewer than two choices, or no vote yet. */
export function leadOf(votes: Votes, choices: readonly Choice[]): Lead | null {
  const sum = sumOfVotes(votes, choices);
  const of = (choice: Choice) => votes[choice.id] ?? 0;
  const [first, second, third] = [...choices].sort((a, b) => of(b) - of(a) || a.number - b.number);
  if (!first || !second || sum <= 0) return null;
  const apart = of(first) - of(second);
  const shared = third !== undefined && of(third) === of(second);
  const inOrder: readonly [Choice, Choice] = first.number < second.number ? [first, second] : [second, first];
  return { votes: apart, points: shareOf(apart, sum) ?? 0, between: shared ? null : inOrder };
}
