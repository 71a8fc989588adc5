// The totals of every place, folded from the stations upwards by the prefixes of their codes.
import { failures, isHeld } from './judge.mjs';

/** The areas a station lies in: nation, province, kabupaten, kecamatan, village. */
export const areasOf = (station) => ['0', ...[2, 4, 6, 10].map((n) => station.slice(0, n))];

const zero = () => ({ counted: 0, held: 0, votes: [0, 0, 0] });

/** Places above the station, the stations themselves, and how often each rule failed. */
export function totalsOf(states) {
  const areas = new Map([['0', zero()]]);
  const stations = new Map();
  const rules = {};
  let forms = 0;
  let withdrawn = 0;
  for (const [station, form] of states.entries()) {
    if (form === null) {
      withdrawn++;
      continue;
    }
    forms++;
    const failed = failures(station, form);
    for (const code of failed) rules[code] = (rules[code] ?? 0) + 1;
    const own = zero();
    if (isHeld(station, form, failed)) {
      own.held = 1;
    } else {
      own.counted = 1;
      own.votes = [...form.votes];
    }
    stations.set(station, own);
    for (const area of areasOf(station)) {
      if (!areas.has(area)) areas.set(area, zero());
      const sum = areas.get(area);
      sum.counted += own.counted;
      sum.held += own.held;
      own.votes.forEach((v, i) => (sum.votes[i] += v));
    }
  }
  const nation = areas.get('0');
  const summary = {
    rows: states.rows,
    skipped: states.skipped,
    forms,
    withdrawn,
    counted: nation.counted,
    held: nation.held,
    votes: nation.votes,
    rules: Object.fromEntries(Object.entries(rules).sort()),
  };
  return { areas, stations, summary };
}
