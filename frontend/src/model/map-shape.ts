/** The prepared maps of scripts/geography.mjs, as they arrive. Lengths are units of the map. */

export type Point = readonly [x: number, y: number];

/** A place's outline: an SVG path, the point farthest from its shores, and how far that is. */
export interface Shape {
  readonly code: string;
  readonly d: string;
  readonly at: Point;
  readonly radius: number;
}

/** A row of a map: the nation's are its west and its east, which a phone shows one below the other. */
export interface Part {
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly shapes: readonly Shape[];
}

export interface AreaMap {
  readonly parts: readonly Part[];
}

/** Every shape of a map, in the order of codes. */
export function shapesOf(map: AreaMap): readonly Shape[] {
  return map.parts.flatMap(({ shapes }) => shapes).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The box about all rows of a map, side by side. */
export function wholeOf(map: AreaMap): Part['box'] {
  const left = Math.min(...map.parts.map(({ box }) => box[0]));
  const top = Math.min(...map.parts.map(({ box }) => box[1]));
  const right = Math.max(...map.parts.map(({ box }) => box[0] + box[2]));
  const bottom = Math.max(...map.parts.map(({ box }) => box[1] + box[3]));
  return [left, top, right - left, bottom - top];
}
