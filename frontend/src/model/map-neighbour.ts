import type { Point, Shape } from './map-shape.js';

/** Where a press on an arrow key leads on a map. */
export type Direction = 'left' | 'right' | 'up' | 'down';

const AXIS: Record<Direction, Point> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/** What a step aside costs against a step ahead: neighbours straight on come first. */
const ASIDE = 2;

/**
 * The nearest place in a direction: of those within 45° of it, else of all that lie on that side at
 * all; null at the edge of the map.
 */
export function neighbourOf(shapes: readonly Shape[], from: Shape, direction: Direction): Shape | null {
  const [axisX, axisY] = AXIS[direction];
  let best: Shape | null = null;
  let least = Infinity;
  for (const shape of shapes) {
    const [dx, dy] = [shape.at[0] - from.at[0], shape.at[1] - from.at[1]];
    const ahead = dx * axisX + dy * axisY;
    if (ahead <= 0) continue;
    const aside = Math.abs(dx * axisY - dy * axisX);
    // Far enough to come after everything within 45°, on a map of any size.
    const cost = ahead + ASIDE * aside + (aside > ahead ? 1e6 : 0);
    if (cost < least) [best, least] = [shape, cost];
  }
  return best;
}
