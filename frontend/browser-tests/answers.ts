/** A station's file and those of its village, kecamatan and kabupaten, as KPU's clients name them. */
function inKpusTree(station: string): readonly string[] {
  const codes = [2, 4, 6, 10, 13].map((length) => station.slice(0, length));
  return [2, 3, 4, 5].map((depth) => `/pemilu/hhcw/ppwp/${codes.slice(0, depth).join('/')}.json`);
}

/** Every public answer in which the votes of a station may stand: of a kabupaten, one of its villages, and it. */
export function answersOf(kabupaten: string, village: string, station: string, at: Date): readonly string[] {
  return [
    ...[`/api/v1/results/ppwp/${kabupaten}`, `/api/v1/results/ppwp/${village}`, `/api/v1/results/ppwp/${kabupaten}?at=${at.toISOString()}`],
    ...[`/api/v1/stations/${station}/ppwp`, `/api/v1/history/ppwp/${kabupaten}`, '/api/v1/corrections/ppwp/0', '/api/v1/changes'],
    ...[`/lite/ppwp/${kabupaten}`, `/lite/ppwp/${village}`, `/lite/tps/${station}`, `/ppwp/${kabupaten}`, `/tps/${station}`],
    ...[`/feed/ppwp/${kabupaten}.atom`, `/embed/ppwp/${kabupaten}.svg`, `/embed/ppwp/${village}.svg`],
    ...inKpusTree(station),
  ];
}
