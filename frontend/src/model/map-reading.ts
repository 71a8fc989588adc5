import { progressOf, shareOf, sumOfVotes } from './shares.js';
import type { AnyRow, Choice } from './wire.js';

/** What a map can show of its places: who has most votes, the share of one choice, how far the count is. */
export type Reading = 'leader' | 'share' | 'coverage';
export const READINGS: readonly Reading[] = ['leader', 'share', 'coverage'];

/** Who has most votes so far in a place; it says nothing of who will. */
export type Standing =
  | { readonly kind: 'withheld' | 'none' }
  | { readonly kind: 'tie'; readonly choices: readonly Choice[]; readonly share: number }
  | { readonly kind: 'leader'; readonly choice: Choice; readonly share: number };

export function standingOf({ totals }: AnyRow, choices: readonly Choice[]): Standing {
  if (!totals) return { kind: 'withheld' };
  const votesOf = (choice: Choice) => totals.votes[choice.id] ?? 0;
  const most = Math.max(0, ...choices.map(votesOf));
  const share = shareOf(most, sumOfVotes(totals.votes, choices));
  if (most === 0 || share === null) return { kind: 'none' };
  const first = choices.filter((choice) => votesOf(choice) === most);
  const [choice] = first;
  return first.length === 1 && choice ? { kind: 'leader', choice, share } : { kind: 'tie', choices: first, share };
}

/** The share of a choice in a place, in percent; null where nothing is counted or public. */
export function shareIn({ totals }: AnyRow, choice: Choice, choices: readonly Choice[]): number | null {
  return totals ? shareOf(totals.votes[choice.id] ?? 0, sumOfVotes(totals.votes, choices)) : null;
}

/** The share of stations counted in a place; null where none is counted, expected or public. */
export function coverageIn({ stations }: AnyRow): number | null {
  return stations && stations.counted > 0 ? progressOf(stations) : null;
}

/** Classes of a scale, from the lightest: each begins with its lower bound, the last ends with its upper. */
export const CLASSES = 5;
const STEPS = [1, 2, 4, 5, 10, 20] as const;

/** The width of a class in percent: the least with which the scale holds the highest value. */
export function stepFor(highest: number): number {
  return STEPS.find((step) => step * CLASSES >= highest) ?? 20;
}

export function classOf(value: number, step: number): number {
  return Math.max(0, Math.min(CLASSES - 1, Math.floor(value / step)));
}

/** One scale for all choices, so that a change of choice compares like with like. */
export function shareStep(rows: readonly AnyRow[], choices: readonly Choice[]): number {
  const shares = rows.flatMap((row) => choices.map((choice) => shareIn(row, choice, choices) ?? 0));
  return stepFor(Math.max(0, ...shares));
}

/** What a place is painted with: a choice's fill by its id, a class of a scale, or one of three signs. */
export type Ink =
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'class'; readonly at: number }
  | { readonly kind: 'none' | 'tie' | 'withheld' };

/** How a map is read now; `choice` counts for the reading of shares only. */
export interface Lens {
  readonly reading: Reading;
  readonly choices: readonly Choice[];
  readonly choice: Choice | null;
  readonly step: number;
}

export function inkOf(row: AnyRow, { reading, choices, choice, step }: Lens): Ink {
  const standing = standingOf(row, choices);
  if (standing.kind === 'withheld') return { kind: 'withheld' };
  if (reading === 'leader') {
    return standing.kind === 'leader' ? { kind: 'choice', id: standing.choice.id } : { kind: standing.kind };
  }
  const value = reading === 'coverage' ? coverageIn(row) : choice && shareIn(row, choice, choices);
  return value === null ? { kind: 'none' } : { kind: 'class', at: classOf(value, reading === 'coverage' ? 20 : step) };
}
