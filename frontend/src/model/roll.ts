/** One place of a number that rolls: what it shows now, and what it showed where that was something else. */
export interface Rolling {
  readonly now: string;
  readonly before: string | null;
}

/**
 * The places of a number as it is written, compared from the right, where units stand under units:
 * only what changed rolls. A place that was not there before rolls in from nothing ('').
 */
export function rolling(before: string, now: string): readonly Rolling[] {
  const old = Array.from(before).reverse();
  return Array.from(now)
    .reverse()
    .map((char, place) => {
      const was = old[place] ?? '';
      return { now: char, before: was === char ? null : was };
    })
    .reverse();
}
