// The recount on rows small enough to be counted by hand. Run: node --test backend/src/test/recount/
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { compare } from './compare.mjs';
import { failures, isHeld } from './judge.mjs';
import { arrival, instant, records } from './rows.mjs';
import { States } from './states.mjs';
import { totalsOf } from './totals.mjs';

const folder = mkdtempSync(join(tmpdir(), 'recount-'));
after(() => rmSync(folder, { recursive: true }));

const HEADER = 'tps,ts,p1,p2,p3,sah,tidak_sah,total,ptot,imgs';
const A = '1101012001001';
const B = '1101012001002';
const C = '1101012002001';

let files = 0;
function file(header, ...rows) {
  const path = join(folder, `${++files}.csv.gz`);
  writeFileSync(path, gzipSync(`${[header, ...rows].join('\n')}\n`));
  return path;
}
const tallies = (...rows) => file(HEADER, ...rows);
const history = (...rows) => file(HEADER.replace('tps,', 'tps,seen,'), ...rows);
const nation = (states) => totalsOf(states).summary;
const form = (votes, rest) => ({
  method: 'machine', votes, valid: 6, invalid: 1, total: 7, users: 7, received: null, ...rest,
});

test('records_quotesCommasAndLineEnds_areReadAsRfc4180', () => {
  assert.deepEqual([...records('a,"b ""c"", d",\r\n"x\ny",,z')], [['a', 'b "c", d', ''], ['x\ny', '', 'z']]);
});

test('arrival_photosInAnyOrder_isTheLastOneInWib', () => {
  assert.equal(arrival('2024-02-20 13:00:00', '20240215-101421 20240214-235959'), instant('2024-02-15T03:14:21Z'));
  assert.equal(arrival('2024-02-20 13:00:00', ''), instant('2024-02-20T06:00:00Z'));
});

for (const [code, votes, rest] of [
  ['T00', [1, 2, 3], { valid: null }],
  ['T00', [1, 2, 3], { total: null }],
  ['T01', [1, 2, 4], {}],
  ['T02', [1, 2, 3], { total: 6 }],
  ['T04', [1, 2, 3], { users: 5 }],
  ['T06', [100, 200, 7], { valid: 307, invalid: 0, total: 307, users: 400 }],
  ['T06', [1, 2, 3], { received: 6 }],
]) {
  test(`failures_${code}_${JSON.stringify(rest)}_isTheOnlyOne`, () => {
    assert.deepEqual(failures(A, form(votes, rest)), [code]);
  });
}

test('failures_operandsAbsentOrOverseas_areSkipped', () => {
  assert.deepEqual(failures(A, form([1, 2, 3], { invalid: null, users: null })), []);
  const crowd = form([100, 200, 800], { valid: 1100, invalid: 0, total: 1100, users: 1100 });
  assert.deepEqual(failures('99AA010001001', crowd), []);
});

test('isHeld_aPersonsForm_onlyAboveTwiceTheMaximum', () => {
  const single = (votes) => form(votes, { method: 'single' });
  assert.equal(isHeld(A, single([1, 2, 4]), ['T01']), false);
  assert.equal(isHeld(A, single([612, 0, 0]), ['T01', 'T06']), false);
  assert.equal(isHeld(A, single([613, 0, 0]), ['T01', 'T06']), true);
});

test('states_someVotesMissing_isNoForm', () => {
  const states = new States().add(tallies(`${A},2024-02-15 10:00:00,1,2,,6,1,7,7,`, `${B},2024-02-15 10:00:00,0,0,0,0,0,0,0,`));
  assert.deepEqual(nation(states), {
    rows: 2, skipped: 1, forms: 1, withdrawn: 0, counted: 1, held: 0, votes: [0, 0, 0], asSent: [0, 0, 0], rules: {},
  });
});

test('states_historyWithMixedOffsets_goesByTheInstant', () => {
  const states = new States().add(
    history(`${A},2024-03-13T12:00:00+00:00,t,2,2,2,6,1,7,7,`, `${A},2024-03-13T18:00:00+07:00,t,1,2,3,6,1,7,7,`),
  );
  assert.deepEqual(nation(states).votes, [2, 2, 2]);
});

test('states_votesVanish_theStationIsUncounted', () => {
  const rows = [`${A},2024-03-13T12:00:00+07:00,t,1,2,3,6,1,7,7,`, `${A},2024-03-14T12:00:00+07:00,t,,,,,,,,`];
  const end = nation(new States().add(history(...rows)));
  assert.deepEqual([end.counted, end.withdrawn, end.votes], [0, 1, [0, 0, 0]]);
  const before = nation(new States().add(history(...rows), { before: instant('2024-03-14T12:00:00+07:00') }));
  assert.deepEqual([before.counted, before.votes], [1, [1, 2, 3]]);
  assert.equal(nation(new States().add(history(...rows), { waves: 1 })).counted, 1);
});

test('states_talliesAfterTheirHistory_changeOnlyNewStations', () => {
  const states = new States()
    .add(history(`${A},2024-03-13T12:00:00+07:00,t,1,2,3,6,1,7,7,`, `${A},2024-03-14T12:00:00+07:00,t,1,1,4,6,1,7,7,`))
    .add(tallies(`${A},2024-02-15 10:00:00,9,9,9,27,0,27,27,`, `${C},2024-02-15 10:00:00,1,0,0,1,0,1,1,`));
  assert.deepEqual(nation(states).votes, [2, 1, 4]);
});

/** Serves the totals as a node's results bodies, with one figure changed where asked. */
async function serving(recounted, change, run) {
  const body = (code) => {
    const { counted, held, votes, asSent } = (code.length === 13 ? recounted.stations : recounted.areas).get(code);
    const named = ([a, b, c]) => ({ a, b, c });
    const totals = { votes: named(votes), asSent: named(asSent) };
    const row = { totals, stations: { counted, held, expected: 1 } };
    return change(code, { code, ...row });
  };
  const below = { 0: ['11'], 11: ['1101'], 1101: ['110101'], 110101: ['1101012001', '1101012002'] };
  const stations = { 1101012001: [A, B], 1101012002: [C] };
  const server = createServer((request, response) => {
    const code = request.url.split('/').at(-1);
    const children = (below[code] ?? stations[code]).map(body);
    response.end(JSON.stringify({ ...body(code), children }));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  try {
    return await run(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const three = totalsOf(
  new States().add(
    tallies(
      `${A},2024-02-15 10:00:00,1,2,3,6,1,7,7,`,
      `${B},2024-02-15 10:00:00,1,2,4,6,1,7,7,`,
      `${C},2024-02-15 10:00:00,5,0,0,5,0,5,5,`,
    ),
  ),
);

test('compare_theSameNumbers_findsNothingInNinePlaces', async () => {
  const result = await serving(three, (_, row) => row, (url) =>
    compare(three, { url, contest: 'x', choices: ['a', 'b', 'c'], villages: true }));
  assert.deepEqual(result, { places: 9, requests: 6, differences: [] });
});

test('compare_oneDigitChangedInOneVillage_namesPlaceAndFigure', async () => {
  const change = (code, row) => {
    if (code === '1101012002') row.totals.votes.a += 1;
    return row;
  };
  const result = await serving(three, change, (url) =>
    compare(three, { url, contest: 'x', choices: ['a', 'b', 'c'], villages: false }));
  assert.deepEqual(result.differences, [
    { place: '1101012002', figure: 'votes.a', published: 6, recounted: 5 },
  ]);
});

test('compare_aHeldFormsVotesPublishedOtherwise_namesPlaceAndFigure', async () => {
  const change = (code, row) => {
    if (code === '1101012001') row.totals.asSent.c -= 4;
    return row;
  };
  const result = await serving(three, change, (url) =>
    compare(three, { url, contest: 'x', choices: ['a', 'b', 'c'], villages: false }));
  assert.deepEqual(result.differences, [
    { place: '1101012001', figure: 'asSent.c', published: 3, recounted: 7 },
  ]);
});

const line = (station, revision, method, votes, rest = {}) =>
  JSON.stringify({
    contest: 'ppwp', station, generation: 0, revision, method,
    votes: votes && { 100025: votes[0], 100026: votes[1], 100027: votes[2] }, valid: 6, total: 6,
    reason: { kind: revision === 1 ? 'new' : 'transcription-correction' }, ...rest,
  });

function ndjson(...lines) {
  const path = join(folder, `${++files}.ndjson`);
  writeFileSync(path, lines.join('\n'));
  return path;
}

test('states_forms_higherRevisionReplacesWholeAndOlderChangesNothing', () => {
  const states = new States().add(
    ndjson(line(A, 2, 'machine', [1, 1, 4]), line(A, 1, 'machine', [1, 2, 3]), line(A, 2, 'machine', [6, 0, 0])),
  );
  assert.deepEqual(nation(states).votes, [1, 1, 4]);
});

test('states_forms_aMachineRereadIsHeldBesideAPersonsForm', () => {
  const states = new States().add(ndjson(line(A, 1, 'single', [1, 2, 4]), line(A, 2, 'machine', [1, 2, 3])));
  assert.deepEqual([nation(states).counted, nation(states).held, nation(states).votes], [1, 0, [1, 2, 4]]);
  assert.deepEqual(nation(states).asSent, [1, 2, 4]);
  const gone = { reason: { kind: 'withdrawn' } };
  states.add(ndjson(line(B, 1, 'single', null, gone), line(B, 2, 'machine', [1, 2, 3])));
  assert.deepEqual([nation(states).counted, nation(states).held], [1, 1]);
  assert.deepEqual([nation(states).votes, nation(states).asSent], [[1, 2, 4], [2, 4, 7]]);
});

test('states_forms_whatNoNodeTakes_isSkipped', () => {
  const states = new States().add(
    ndjson(
      '{"contest":',
      line(A, 1, 'machine', [1, 2, 3], { contest: 'pdpr' }),
      line(A, 1, 'machine', [1, 2, -3]),
      line(A, 1, 'machine', [1, 2, 3], { total: 6.5 }),
      line(A, 1, 'machine', [1, 2, 3], { generation: 1 }),
      line(A, 1, 'machine', null),
      line(A, 2, 'machine', [1, 2, 3], { reason: { kind: 'new' } }),
      line(A, 2, 'machine', [1, 2, 3], { reason: { kind: 'decision', codes: ['T01'] } }),
    ),
  );
  assert.deepEqual([nation(states).rows, nation(states).skipped], [8, 8]);
});

test('states_forms_anImageSeenAtAnotherStation_holdsTheMachinesForm', () => {
  const photo = { images: [{ page: 1, sha256: 'ab' }] };
  const states = new States().add(
    ndjson(line(A, 1, 'machine', [1, 2, 3], photo), line(B, 1, 'machine', [1, 2, 3], photo), line(C, 1, 'single', [1, 2, 3], photo)),
  );
  assert.deepEqual([nation(states).counted, nation(states).held, nation(states).rules], [2, 1, { T07: 2 }]);
});

test('isHeld_aDecisionOnT06_overrides', () => {
  const decided = form([700, 0, 0], { decision: true, codes: ['T06'], method: 'single' });
  assert.equal(isHeld(A, decided, ['T06']), false);
  assert.equal(isHeld(A, { ...decided, codes: ['T01'] }, ['T06']), true);
});
