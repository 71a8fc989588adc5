// What the maps' script asks of an outline: its box, its size, and where inside it a mark can stand.

/** [left, top, right, bottom] of points. */
export function bounds(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** The area inside a ring. */
export function ringArea(ring) {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    twice += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  }
  return Math.abs(twice / 2);
}

function inside([x, y], rings) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i];
      const [bx, by] = ring[j];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
  }
  return odd;
}

function distance([x, y], rings) {
  let least = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[j];
      const [dx, dy] = [ring[i][0] - ax, ring[i][1] - ay];
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, Math.hypot(x - ax - along * dx, y - ay - along * dy));
    }
  }
  return least;
}

const GRID = 24;
const ROUNDS = 4;

/**
 * The point of a polygon that is farthest from its shores, and how far: a grid, then ever finer ones
 * about the best point. It is where a dot stands and from where the arrow keys look.
 */
export function seat(rings) {
  const [x0, y0, x1, y1] = bounds(rings[0]);
  let best = { at: [(x0 + x1) / 2, (y0 + y1) / 2], radius: 0 };
  let [stepX, stepY] = [(x1 - x0) / GRID, (y1 - y0) / GRID];
  let [midX, midY] = best.at;
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = -GRID / 2; i <= GRID / 2; i++) {
      for (let j = -GRID / 2; j <= GRID / 2; j++) {
        const at = [midX + i * stepX, midY + j * stepY];
        if (!inside(at, rings)) continue;
        const radius = distance(at, rings);
        if (radius > best.radius) best = { at, radius };
      }
    }
    [midX, midY] = best.at;
    [stepX, stepY] = [stepX / 6, stepY / 6];
  }
  const tenth = (value) => Math.round(value * 10) / 10;
  return { at: best.at.map(tenth), radius: tenth(best.radius) };
}
