import { shareOf, sumOfVotes } from './shares.js';
import type { Choice, Votes } from './wire.js';
import type { HistoryPoint } from './wire-time.js';

/** What a curve of the count shows: votes, or the share of all votes. */
export type Measure = 'votes' | 'shares';

/** The instants of the points, in milliseconds. */
export function instantsOf(points: readonly HistoryPoint[]): readonly number[] {
  return points.map((point) => Date.parse(point.at));
}

/** The last instant at or before a moment, by index in rising instants; -1 where the moment lies before the first. */
export function lastBefore(instants: readonly number[], moment: number): number {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((instants[middle] ?? Infinity) <= moment) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The instant nearest to a moment, by index; of two equally near the earlier; -1 of none. */
export function nearest(instants: readonly number[], moment: number): number {
  const before = lastBefore(instants, moment);
  if (before < 0) return instants.length > 0 ? 0 : -1;
  const after = before + 1;
  const [early, late] = [instants[before] ?? 0, instants[after] ?? Infinity];
  return late - moment < moment - early ? after : before;
}

/** At most so many of the points, evenly, the first and the last among them. */
export function sampled<T>(points: readonly T[], most: number): readonly T[] {
  if (points.length <= most) return points;
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => points[Math.round(i * step)]).filter((point) => point !== undefined);
}

function measured(votes: Votes, choice: Choice, sum: number, measure: Measure): number | null {
  const own = votes[choice.id] ?? 0;
  return measure === 'votes' ? own : shareOf(own, sum);
}

/** One row of numbers per choice, in ballot order; null where there was nothing to be a share of. */
export function curvesOf(
  points: readonly HistoryPoint[],
  choices: readonly Choice[],
  measure: Measure,
): readonly (readonly (number | null)[])[] {
  const sums = points.map((point) => sumOfVotes(point.votes, choices));
  return choices.map((choice) => points.map((point, i) => measured(point.votes, choice, sums[i] ?? 0, measure)));
}

/**
 * Where labels stand that would overlap where they belong: at least `gap` apart, within 0 … `height`
 * as far as they fit, each as near to its own place as the others let it. Answers in the order asked.
 */
export function spread(wanted: readonly number[], gap: number, height: number): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const placed = order.map((i) => Math.min(Math.max(wanted[i] ?? 0, 0), height));
  for (let i = 1; i < placed.length; i++) placed[i] = Math.max(placed[i] ?? 0, (placed[i - 1] ?? 0) + gap);
  let limit = height;
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i] = Math.min(placed[i] ?? 0, limit);
    limit = (placed[i] ?? 0) - gap;
  }
  const answer = new Array<number>(wanted.length).fill(0);
  order.forEach((i, rank) => {
    answer[i] = placed[rank] ?? 0;
  });
  return answer;
}

/** Points that PageUp and PageDown go over. */
const PAGE_POINTS = 10;

/** Where a key of a slider leads from a point, among points up to `last`; null where the key is not the slider's. */
export function keyStep(key: string, index: number, last: number): number | null {
  const step = new Map([
    ['ArrowLeft', index - 1],
    ['ArrowDown', index - 1],
    ['ArrowRight', index + 1],
    ['ArrowUp', index + 1],
    ['PageDown', index - PAGE_POINTS],
    ['PageUp', index + PAGE_POINTS],
    ['Home', 0],
    ['End', last],
  ]).get(key);
  return step === undefined ? null : Math.min(Math.max(step, 0), last);
}
