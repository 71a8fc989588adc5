import type { Shape } from './map-shape.js';

/** What a finger means on a map whose smallest places are smaller than a fingertip. */

/** A place that lies so far from the middle of the touch. Both lengths in pixels. */
export interface Touched {
  readonly code: string;
  readonly distance: number;
  /** How far the place reaches about its own middle. */
  readonly radius: number;
}

/** Places smaller than this are given a finger's width where they lie in one that is larger than the other. */
const TINY_PIXELS = 5;
const LARGE_PIXELS = 6;
const YIELD_PIXELS = 8;

/** Where to look for places about a touch: the middle, then ever wider rings. */
export const RINGS: readonly { readonly distance: number; readonly points: number }[] = [
  { distance: 0, points: 1 },
  { distance: 4, points: 8 },
  { distance: 8, points: 12 },
  { distance: 14, points: 16 },
];

/**
 * The place that was meant: the one under the finger's middle, but for a tiny one beside it where it
 * is large, as no finger would hit that else; on the sea the nearest. Null where none is in reach.
 */
export function meantBy(touched: readonly Touched[]): string | null {
  const nearest = [...touched].sort((a, b) => a.distance - b.distance);
  const [first] = nearest;
  if (!first) return null;
  if (first.distance > 0 || first.radius < LARGE_PIXELS) return first.code;
  const tiny = nearest.find(({ radius, distance }) => radius < TINY_PIXELS && distance <= YIELD_PIXELS);
  return (tiny ?? first).code;
}

/** A place that reaches less far than this about its middle gets a dot of the next size to be seen at all. */
const SEEN_PIXELS = 2.6;
export const DOT_PIXELS = 4;

export function needsDot({ radius }: Shape, unitsPerPixel: number): boolean {
  return radius < SEEN_PIXELS * unitsPerPixel;
}
