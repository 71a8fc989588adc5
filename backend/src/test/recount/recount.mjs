#!/usr/bin/env node
// The independent recount: every total of every place from the files of forms, with plain Node and nothing of ours.
// It shares no code and no author's helper with the count; what it says is what the published totals must be.
import { parseArgs } from 'node:util';
import { compare } from './compare.mjs';
import { count, instant, table, textOf } from './rows.mjs';
import { States } from './states.mjs';
import { totalsOf } from './totals.mjs';

const USAGE = `node recount.mjs [options] FILE…

FILE is a CSV of tallies or of their history (with a "seen" column), gzip or not; files are taken as sent one
after another. Prints a line of JSON for each place, {"area","counted","held","votes"}, and at the end a summary.

  --history          the first file must be a history
  --until WHEN       only rows before an instant (2024-03-15T00:00:00+07:00), or the first N waves of a history
  --summary          print the summary only
  --compare URL      compare with what the node at URL publishes; exit 1 and the places that differ
  --contest ID       default ppwp
  --choices A,B,C    ids of p1, p2, p3 on the wire; default 100025,100026,100027
  --areas FILE       reference data (code, stations): compares also the expected stations
  --villages         compares also each village's own body and every station (about 84,000 requests more)
`;

/** Area code → number of stations, from the ranges of the reference data. */
function expectedOf(file) {
  const { header, rows } = table(textOf(file));
  const [code, ranges] = ['code', 'stations'].map((name) => header.indexOf(name));
  const expected = new Map();
  for (const cells of rows()) {
    const own = cells[ranges]
      .split(/[|;]/)
      .filter((range) => range !== '')
      .map((range) => range.replace(/^.*:/, '').split('-').map((n) => count(n, cells[code])))
      .reduce((sum, [first, last = first]) => sum + last - first + 1, 0);
    const village = cells[code];
    for (const area of new Set(['0', ...[2, 4, 6, 10].map((n) => village.slice(0, n)), village])) {
      expected.set(area, (expected.get(area) ?? 0) + own);
    }
  }
  return expected;
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
  const states = new States();
  for (const [i, file] of positionals.entries()) states.add(file, { ...limit, mustBeHistory: values.history && i === 0 });
  const totals = totalsOf(states);
  if (values.compare === undefined) {
    if (!values.summary) printAreas(totals.areas);
    print(totals.summary);
    return 0;
  }
  const result = await compare(totals, {
    url: values.compare.replace(/\/$/, ''),
    contest: values.contest,
    choices: values.choices.split(','),
    villages: values.villages ?? false,
    expected: values.areas === undefined ? null : expectedOf(values.areas),
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
