#!/usr/bin/env node
// The independent recount: every total of every place from the files of forms, with plain Node and nothing of ours.
// It shares no code and no author's helper with the count; what it says is what the published totals must be.
import { parseArgs } from 'node:util';
import { compare } from './compare.mjs';
import { count, instant, table, textOf } from './rows.mjs';
import { States } from './states.mjs';
import { totalsOf } from './totals.mjs';

const USAGE = `node recount.mjs [options] FILE…

FILE is a CSV of tallies or of their history (with a "seen" column), or forms, one JSON a line; gzip or not.
Files are taken as sent one after another. Prints a line of JSON for each place, {"area","counted","held","votes","asSent"}, and at the end a summary.

  --history          the first file must be a history
  --until WHEN       only rows before an instant (2024-03-15T00:00:00+07:00), or the first N waves of a history
  --summary          print the summary only
  --compare URL      compare with what the node at URL publishes; exit 1 and the places that differ
  --contest ID       default ppwp
  --choices A,B,C    ids on the wire, in ballot order; default 100025,100026,100027
  --areas FILE       reference data (code, stations): leaves out forms of unknown stations, compares
                     also the expected stations
  --villages         compares also each village's own body and every station (about 84,000 requests more)
`;

/** The reference data: area code → number of stations, and the set of all stations. */
function reference(file) {
  const { header, rows } = table(textOf(file));
  const [code, ranges] = ['code', 'stations'].map((name) => header.indexOf(name));
  const expected = new Map();
  const stations = new Set();
  for (const cells of rows()) {
    const village = cells[code];
    const before = stations.size;
    for (const range of cells[ranges].split(/[|;]/).filter((text) => text !== '')) {
      const [first, last = first] = range.replace(/^.*:/, '').split('-').map((n) => count(n, village));
      for (let n = first; n <= last; n++) stations.add(village + String(n).padStart(3, '0'));
    }
    for (const area of new Set(['0', ...[2, 4, 6, 10].map((n) => village.slice(0, n)), village])) {
      expected.set(area, (expected.get(area) ?? 0) + stations.size - before);
    }
  }
  return { expected, stations };
}

const print = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

function printAreas(areas) {
  const byLevel = ([a], [b]) => a.length - b.length || (a < b ? -1 : 1);
  const lines = [...areas].sort(byLevel).map(([area, sum]) => JSON.stringify({ area, ...sum }));
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      history: { type: 'boolean' },
      until: { type: 'string' },
      summary: { type: 'boolean' },
      compare: { type: 'string' },
      contest: { type: 'string', default: 'ppwp' },
      choices: { type: 'string', default: '100025,100026,100027' },
      areas: { type: 'string' },
      villages: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || positionals.length === 0) {
    process.stderr.write(USAGE);
    return values.help ? 0 : 2;
  }
  const until = values.until;
  const limit =
    until === undefined ? {} : /^\d+$/.test(until) ? { waves: Number(until) } : { before: instant(until) };
  const choices = values.choices.split(',');
  const known = values.areas === undefined ? {} : reference(values.areas);
  const states = new States({ contest: values.contest, choices, stations: known.stations });
  for (const [i, file] of positionals.entries()) {
    states.add(file, { ...limit, mustBeHistory: values.history && i === 0 });
  }
  const totals = totalsOf(states, choices.length);
  if (values.compare === undefined) {
    if (!values.summary) printAreas(totals.areas);
    print(totals.summary);
    return 0;
  }
  const result = await compare(totals, {
    url: values.compare.replace(/\/$/, ''),
    contest: values.contest,
    choices,
    villages: values.villages ?? false,
    expected: known.expected ?? null,
  });
  for (const difference of result.differences) print(difference);
  print({ ...totals.summary, places: result.places, requests: result.requests, differences: result.differences.length });
  return result.differences.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`recount: ${error.message}\n`);
  process.exitCode = error.code?.startsWith?.('ERR_PARSE_ARGS') ? 2 : 1;
}
