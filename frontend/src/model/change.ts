import type { Results } from './wire.js';

/** What moved between two states of a place. */
export interface Change {
  readonly votes: Readonly<Record<string, number>>;
  readonly counted: number;
  readonly held: number;
  /** True where a choice's votes went down: a correction, a hold or a withdrawal. */
  readonly fell: boolean;
  /** When the earlier state was counted. */
  readonly since: string | null;
}

/** The change from one state to a later one; null where nothing that is shown moved. */
export function changeOf(before: Results, after: Results): Change | null {
  const votes: Record<string, number> = {};
  for (const id of new Set([...Object.keys(before.totals.votes), ...Object.keys(after.totals.votes)])) {
    votes[id] = (after.totals.votes[id] ?? 0) - (before.totals.votes[id] ?? 0);
  }
  const counted = after.stations.counted - before.stations.counted;
  const held = after.stations.held - before.stations.held;
  const moves = Object.values(votes);
  if (counted === 0 && held === 0 && moves.every((move) => move === 0)) return null;
  return { votes, counted, held, fell: moves.some((move) => move < 0), since: before.asOf };
}
