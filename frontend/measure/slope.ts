/** Least squares through (seconds, value): the growth a minute. */
export function slopePerMinute(points: readonly (readonly [number, number])[]): number {
  const mean = (of: 0 | 1) => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [time, value] = [mean(0), mean(1)];
  const together = points.reduce((sum, [at, is]) => sum + (at - time) * (is - value), 0);
  const spread = points.reduce((sum, [at]) => sum + (at - time) ** 2, 0);
  return spread === 0 ? 0 : (together / spread) * 60;
}
