import { results } from '../browser-tests/api.js';

/** A page that is measured: what it is called in a table, and its address. */
export interface Page {
  readonly name: string;
  readonly path: string;
}

/** The village with the most stations of the country: Kapuk, 451. */
export const LARGEST_VILLAGE = '3173011005';
/** A province that the bundled forms cover well. */
export const PROVINCE = '31';

/** A station of the largest village whose form counts, else the first. */
export async function countedStation(url: string): Promise<string> {
  const { children = [] } = await results(url, LARGEST_VILLAGE);
  const row = children.find(({ stations }) => stations.counted > 0) ?? children[0];
  if (!row) throw new Error(`${url} knows no station of ${LARGEST_VILLAGE}`);
  return row.code;
}

/** The pages of issue and README, one of each kind. */
export async function mainPages(url: string): Promise<readonly Page[]> {
  return [
    { name: 'home', path: '/' },
    { name: 'province', path: `/ppwp/${PROVINCE}` },
    { name: 'village', path: `/ppwp/${LARGEST_VILLAGE}` },
    { name: 'station', path: `/tps/${await countedStation(url)}` },
    { name: 'lite', path: '/lite/ppwp/0' },
  ];
}
