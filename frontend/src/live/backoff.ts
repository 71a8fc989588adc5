const FIRST_MILLIS = 500;
const LONGEST_MILLIS = 30_000;

/**
 * How long to wait before the next attempt: doubling from half a second to half a minute, and of
 * that a random part between a half and the whole, so that a country does not come back at once.
 */
export function backoffMillis(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** Math.min(attempt, 16));
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}

/** How long after the server is found to answer again the next attempt is made: up to three seconds. */
export function foundMillis(random: () => number = Math.random): number {
  return Math.round(3000 * random());
}

/** The same spread for the first return after the node said goodbye (1001): up to a second. */
export function goodbyeMillis(random: () => number = Math.random): number {
  return Math.round(1000 * random());
}
