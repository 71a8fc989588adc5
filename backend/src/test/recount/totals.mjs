// The totals of every place, folded from the stations upwards by the prefixes of their codes: the votes of
// the forms that count, and beside them those of all forms that stand, held ones too, as they were sent.

/** The areas a station lies in: nation, province, kabupaten, kecamatan, village. */
export const areasOf = (station) => ['0', ...[2, 4, 6, 10].map((n) => station.slice(0, n))];

const zero = (choices) => ({
  counted: 0,
  held: 0,
  votes: Array(choices).fill(0),
  asSent: Array(choices).fill(0),
});

/** Places above the station, the stations themselves, and how often each rule failed. */
export function totalsOf(states, choices = 3) {
  const areas = new Map([['0', zero(choices)]]);
  const stations = new Map();
  const rules = {};
  let forms = 0;
  let withdrawn = 0;
  for (const [station, { outcome, form, failed }] of states.entries()) {
    if (outcome === 'withdrawn') withdrawn++;
    if (outcome !== 'counted' && outcome !== 'held') continue;
    forms++;
    for (const code of failed) rules[code] = (rules[code] ?? 0) + 1;
    const own = zero(choices);
    own[outcome] = 1;
    if (form.kind === 'votes') own.asSent = [...form.votes];
    if (outcome === 'counted') own.votes = [...form.votes];
    stations.set(station, own);
    for (const area of areasOf(station)) {
      if (!areas.has(area)) areas.set(area, zero(choices));
      const sum = areas.get(area);
      sum.counted += own.counted;
      sum.held += own.held;
      own.votes.forEach((v, i) => (sum.votes[i] += v));
      own.asSent.forEach((v, i) => (sum.asSent[i] += v));
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
    asSent: nation.asSent,
    rules: Object.fromEntries(Object.entries(rules).sort()),
  };
  return { areas, stations, summary };
}
