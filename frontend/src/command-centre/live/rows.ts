import type { AreaRow, CountryBody, ProvinceRow } from './wire.js';

/** The country with the rows that changed; a row that is not known is left out. */
export function merged(country: CountryBody, at: string, rows: readonly AreaRow[]): CountryBody {
  const changed = new Map(rows.map((row) => [row.code, row]));
  const provinces = country.provinces.map((province): ProvinceRow => {
    const kabupaten = province.kabupaten.some(({ code }) => changed.has(code))
      ? province.kabupaten.map((row) => changed.get(row.code) ?? row)
      : province.kabupaten;
    const newer = changed.get(province.code);
    return newer || kabupaten !== province.kabupaten ? { ...province, ...newer, kabupaten } : province;
  });
  return { ...country, at, provinces };
}

export type Order = 'place' | 'coverage' | 'held' | 'age';

/** Stations with a form, as a share of those expected, 0…1; absent stations are none. */
export function coverage(row: AreaRow): number {
  return row.expected > 0 ? (row.counted + row.held) / row.expected : 0;
}

function age(row: AreaRow): number {
  return row.lastFormAt === null ? 0 : Date.parse(row.lastFormAt);
}

/** Least covered, most held, or longest silent first; by place the codes' own order. */
export function ordered<T extends AreaRow>(rows: readonly T[], order: Order): readonly T[] {
  const by: Readonly<Record<Order, (a: T, b: T) => number>> = {
    place: (a, b) => a.code.localeCompare(b.code),
    coverage: (a, b) => coverage(a) - coverage(b),
    held: (a, b) => b.held - a.held,
    age: (a, b) => age(a) - age(b),
  };
  return [...rows].sort((a, b) => by[order](a, b) || a.code.localeCompare(b.code));
}

/** Silent kabupaten with their provinces' names: never heard first, then the longest silent. */
export function silentOf(country: CountryBody): readonly (AreaRow & { readonly province: string })[] {
  const all = country.provinces.flatMap((province) =>
    province.kabupaten.filter(({ silent }) => silent).map((row) => ({ ...row, province: province.name })),
  );
  return ordered(all, 'age');
}

export interface Oldest {
  /** Of those that have sent, the one silent for longest. */
  readonly heard: (AreaRow & { readonly province: string; readonly lastFormAt: string }) | null;
  /** Those that have never sent, in the order of codes. */
  readonly never: readonly (AreaRow & { readonly province: string })[];
}

/** Which kabupaten is silent for longest: the first question of a watch. */
export function oldestOf(country: CountryBody): Oldest {
  const silent = silentOf(country);
  const heard = silent.find(({ lastFormAt }) => lastFormAt !== null);
  return {
    heard: heard?.lastFormAt ? { ...heard, lastFormAt: heard.lastFormAt } : null,
    never: silent.filter(({ lastFormAt }) => lastFormAt === null),
  };
}
