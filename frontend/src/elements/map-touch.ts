import { RINGS, type Touched, meantBy } from '../model/map-finger.js';
import type { Shape } from '../model/map-shape.js';

/** The place a finger meant by a touch at a point of the screen; null on the open sea. */
export function touchedAt(
  root: ShadowRoot,
  { clientX, clientY }: MouseEvent,
  shapes: readonly Shape[],
  unitsPerPixel: number,
): string | null {
  const radius = new Map(shapes.map((shape) => [shape.code, shape.radius / unitsPerPixel]));
  const touched: Touched[] = [];
  for (const { distance, points } of RINGS) {
    for (let i = 0; i < points; i++) {
      const turn = (i / points) * 2 * Math.PI;
      const found = root.elementFromPoint(clientX + distance * Math.cos(turn), clientY + distance * Math.sin(turn));
      const code = found?.closest<SVGAElement>('a[data-code]')?.dataset.code;
      const reach = code === undefined ? undefined : radius.get(code);
      if (code !== undefined && reach !== undefined) touched.push({ code, distance, radius: reach });
    }
  }
  return meantBy(touched);
}
