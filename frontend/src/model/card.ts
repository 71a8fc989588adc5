import { PLAIN, areaPath } from './route.js';

/** The addresses under which the numbers of one moment can be passed on. */

/** The picture of an area's numbers at an instant; `at` null = now. */
export function cardPath(contest: string, area: string, at: string | null, language: string): string {
  const query = new URLSearchParams({ lang: language });
  if (at) query.set('at', at);
  return `/card/${contest}/${area}.png?${query.toString().replaceAll('%3A', ':')}`;
}

/** The page of an area with the numbers of an instant; without one the page that goes on moving. */
export function fixedPath(contest: string, area: string, at: string | null): string {
  return areaPath(contest, area, { ...PLAIN, at });
}
