import { expect, test } from 'vitest';
import { countStateOf } from './states.js';
import type { Results } from './wire.js';

const CADENCE = 60;
const COUNTED_AT = '2024-02-14T12:00:00.000Z';

function body(status: Results['status'], at?: string): Results {
  return {
    ...{ contest: 'ppwp', area: '0', name: 'INDONESIA', level: 0, position: { epoch: 1, revision: 1 }, digest: '' },
    ...{ asOf: COUNTED_AT, isTest: true, status, notice: { id: '', en: '' }, totals: { votes: {} } },
    ...(at ? { at } : {}),
    stations: { counted: 1, held: 0, expected: 2 },
  };
}
const beat = (seconds: number, delayed = false, countedAt: string | null = COUNTED_AT) => ({
  heartbeat: new Date(Date.parse(COUNTED_AT) + seconds * 1000).toISOString(),
  delayed,
  countedAt,
});

test('countState_upToTwoCadences_isCounting', () => {
  expect(countStateOf(body('counting'), beat(120), CADENCE)).toEqual({ kind: 'counting' });
});

test('countState_pastTwoCadences_isStaleWithItsReason', () => {
  expect(countStateOf(body('counting'), beat(121), CADENCE)).toEqual({ kind: 'stale', reason: 'quiet', since: COUNTED_AT });
  expect(countStateOf(body('counting'), beat(121, true), CADENCE)).toEqual({
    ...{ kind: 'stale', reason: 'unheard', since: COUNTED_AT },
  });
});

test('countState_nothingCountedNowhere_waits', () => {
  expect(countStateOf(body('waiting'), beat(9999, false, null), CADENCE)).toEqual({ kind: 'waiting' });
});

test('countState_finishedOrOfAnEarlierTime_isNeverStale', () => {
  expect(countStateOf(body('finished'), beat(9999), CADENCE)).toEqual({ kind: 'finished' });
  expect(countStateOf(body('counting', COUNTED_AT), beat(9999), CADENCE)).toEqual({ kind: 'counting' });
});

test('countState_withoutAPromiseOrAHeartbeat_claimsNoStandstill', () => {
  expect(countStateOf(body('counting'), beat(9999), null)).toEqual({ kind: 'counting' });
  expect(countStateOf(body('counting'), null, CADENCE)).toEqual({ kind: 'counting' });
});

test('countState_withheld_carriesTheStatement', () => {
  const withheld = { office: 'KPU', reason: { id: 'a', en: 'b' }, since: COUNTED_AT, until: null };
  const { totals, stations, ...rest } = body('counting');
  expect([totals.votes, stations.counted]).toEqual([{}, 1]);
  expect(countStateOf({ ...rest, status: 'withheld', withheld }, beat(9999), CADENCE)).toEqual({ kind: 'withheld', withheld });
});
