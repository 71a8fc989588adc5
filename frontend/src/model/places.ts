/** What a code alone says of its place: codes are prefixes of one another (domain.md §1). */

export const NATION = '0';
const LENGTH_OF_LEVEL = [1, 2, 4, 6, 10, 13] as const;
export const STATION_LEVEL = 5;

/** 0 nation … 4 desa, 5 station; -1 where the text is no code. */
export function levelOf(code: string): number {
  if (code === NATION) return 0;
  if (!/^[0-9A-Z]+$/.test(code)) return -1;
  return LENGTH_OF_LEVEL.findIndex((length, level) => level > 0 && length === code.length);
}

/** The place above; null above the nation. */
export function parentOf(code: string): string | null {
  const level = levelOf(code);
  if (level <= 0) return null;
  return level === 1 ? NATION : code.slice(0, LENGTH_OF_LEVEL[level - 1]);
}

/** True for places outside the country, whose levels have other names. */
export function isOverseas(code: string): boolean {
  return code.startsWith('99');
}

/** True for the places that are drawn as a map: the nation, and every province of the country. */
export function hasMap(code: string): boolean {
  const level = levelOf(code);
  return level === 0 || (level === 1 && !isOverseas(code));
}
