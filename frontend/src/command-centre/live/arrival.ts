import type { CountryBody } from './wire.js';

const STEP_MILLIS = 5 * 60_000;
const HOUR_MILLIS = 3600_000;
/** The chart is at least so long from the first form on: an evening and its night. */
const SPAN_MILLIS = 12 * HOUR_MILLIS;

/** Two lines over the same instants, in percent of all stations; null where a line says nothing. */
export interface Overlay {
  readonly seconds: readonly number[];
  readonly today: readonly (number | null)[];
  readonly reference: readonly (number | null)[];
}

/** The share at so many hours, between the points that are known; null beyond them. */
function shareAt(points: CountryBody['arrival']['reference'], hours: number): number | null {
  const after = points.findIndex((point) => point.hours >= hours);
  const to = points[after];
  if (!to) return null;
  const from = points[after - 1];
  if (!from || to.hours === from.hours) return to.share;
  return from.share + ((hours - from.hours) / (to.hours - from.hours)) * (to.share - from.share);
}

/**
 * What has arrived today, and how the count of 2024 went from its first hour on: that hour is put
 * where today's first form came.
 *
 * @param stations all stations of the contest
 */
export function overlaid({ today, reference }: CountryBody['arrival'], stations: number): Overlay {
  const first = today.findIndex(({ forms }) => forms > 0);
  const begin = today[first];
  const last = today.at(-1);
  if (!begin || !last || stations <= 0) return { seconds: [], today: [], reference: [] };
  const from = Date.parse(begin.at);
  const end = Math.max(Date.parse(last.at), from + SPAN_MILLIS);
  const arrived = new Map<number, number>();
  let sum = 0;
  for (const { at, forms } of today.slice(first)) arrived.set(Date.parse(at), (sum += forms));
  // Both begin at nothing, one step before the first form.
  const at = Array.from({ length: Math.floor((end - from) / STEP_MILLIS) + 2 }, (_, index) => from + (index - 1) * STEP_MILLIS);
  return {
    seconds: at.map((millis) => millis / 1000),
    today: at.map((millis, index) => {
      const forms = index === 0 ? 0 : arrived.get(millis);
      return forms === undefined ? null : (forms / stations) * 100;
    }),
    reference: at.map((millis, index) => {
      const share = index === 0 ? 0 : shareAt(reference, (millis - from) / HOUR_MILLIS);
      return share === null || reference.length === 0 ? null : share * 100;
    }),
  };
}
