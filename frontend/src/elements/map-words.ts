import { type Lens, coverageIn, shareIn, standingOf } from '../model/map-reading.js';
import { readable } from '../model/names.js';
import type { Numbers } from '../model/numbers.js';
import type { MapTexts } from '../model/texts/map.js';
import type { AnyRow, Choice } from '../model/wire.js';

/** What the map says of a place in words. */

export function nameOf(choice: Choice): string {
  return `${choice.number} ${choice.shortName}`;
}

/** Who has most votes so far, with the share. */
export function standingWords(row: AnyRow, choices: readonly Choice[], t: MapTexts, n: Numbers): string {
  const standing = standingOf(row, choices);
  switch (standing.kind) {
    case 'leader':
      return t.most(nameOf(standing.choice), n.percent(standing.share));
    case 'tie':
      return t.tied(standing.choices.map(nameOf).join(', '), n.percent(standing.share));
    case 'none':
    case 'withheld':
      return t[standing.kind];
  }
}

/** How many of a place's stations are counted. */
export function coverageWords(row: AnyRow, t: MapTexts, n: Numbers): string {
  const { stations } = row;
  if (!stations) return t.withheld;
  if (stations.expected === 0) return t.noStations;
  return t.stations(n.integer(stations.counted), n.integer(stations.expected), n.percent(coverageIn(row) ?? 0));
}

/** All that is said of a place beside its name: who has most votes so far, and the coverage. */
export function rowWords(row: AnyRow, choices: readonly Choice[], t: MapTexts, n: Numbers): string {
  return row.totals ? `${standingWords(row, choices, t, n)}; ${coverageWords(row, t, n)}` : t.withheld;
}

/** The accessible name of a place. */
export function placeWords(row: AnyRow, choices: readonly Choice[], t: MapTexts, n: Numbers): string {
  return `${readable(row.name)}: ${rowWords(row, choices, t, n)}`;
}

/** What the present reading says of a place, as short as it goes. */
export function briefWords(row: AnyRow, lens: Lens, t: MapTexts, n: Numbers): string {
  const standing = standingOf(row, lens.choices);
  if (standing.kind === 'withheld') return t.withheld;
  if (lens.reading === 'coverage') {
    const coverage = coverageIn(row);
    return coverage === null ? t.noneCounted : n.percent(coverage);
  }
  if (lens.reading === 'share') {
    const share = lens.choice && shareIn(row, lens.choice, lens.choices);
    return share === null ? t.none : n.percent(share);
  }
  if (standing.kind === 'leader') return `${nameOf(standing.choice)} ${n.percent(standing.share)}`;
  return t[standing.kind];
}
