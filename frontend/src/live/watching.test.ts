import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AnyResults, Results } from '../model/wire.js';
import { body } from './bodies.test-data.js';
import { Watched } from './watching.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watched() {
  let newest: Results | null = null;
  const topic = new Watched('ppwp/31/children', () => newest);
  return {
    topic,
    comes: (next: Results) => {
      newest = next;
      topic.moved();
    },
  };
}

test('moved_first_showsAtOnceWithoutAChange', () => {
  const { topic, comes } = watched();
  comes(body(1, 10));
  expect(topic.view.value.results?.position.revision).toBe(1);
  expect(topic.view.value.change).toBeNull();
});

test('moved_fourTimesASecond_showsOneWholeStateASecond', () => {
  const { topic, comes } = watched();
  const shown: (number | undefined)[] = [];
  topic.view.subscribe(() => shown.push(topic.view.value.results?.position.revision));
  for (let revision = 1; revision <= 9; revision++) {
    comes(body(revision, revision * 10));
    vi.advanceTimersByTime(250);
  }
  vi.advanceTimersByTime(1000);
  expect(shown).toEqual([1, 4, 8, 9]);
});

test('moved_saysWhatChangedSinceTheStateShownBefore', () => {
  const { topic, comes } = watched();
  comes(body(1, 10));
  vi.advanceTimersByTime(1000);
  comes(body(2, 14));
  expect(topic.view.value.change).toMatchObject({ votes: { a: 4 }, counted: 4, fell: false });
  vi.advanceTimersByTime(1000);
  comes(body(3, 11));
  expect(topic.view.value.change).toMatchObject({ votes: { a: -3 }, fell: true });
});

test('failed_withNumbersOnScreen_keepsThem', () => {
  const { topic, comes } = watched();
  comes(body(1, 10));
  topic.failed({ type: '', title: 'x', status: 503, detail: '' });
  expect(topic.view.value.results?.position.revision).toBe(1);
  expect(topic.view.value.problem).toBeNull();
});

test('frozen_whileTheReaderHoldsStill_showsTheNewestAfterwardsAtOnce', () => {
  let newest = body(1, 10);
  let frozen = false;
  const topic = new Watched('ppwp/31/children', () => newest, () => frozen);
  frozen = true;
  newest = body(2, 20);
  topic.moved();
  vi.advanceTimersByTime(5000);
  expect(topic.view.value.results?.position.revision).toBe(1);
  frozen = false;
  topic.resumed();
  expect(topic.view.value.results?.position.revision).toBe(2);
  expect(topic.view.value.change?.votes).toEqual({ a: 10 });
});

test('withheld_numbersGoAndTheStatementComes_andBack', () => {
  let newest: AnyResults = body(1, 10);
  const topic = new Watched('ppwp/31/children', () => newest);
  const { totals, stations, ...rest } = body(2, 20);
  expect([totals.votes, stations.counted]).toEqual([{ a: 20 }, 20]);
  const withheld = { office: 'KPU', reason: { id: 'a', en: 'b' }, since: '2026-11-21T14:00:00Z' };
  newest = { ...rest, status: 'withheld', withheld };
  topic.moved();
  expect(topic.view.value.results).toBeNull();
  expect(topic.view.value.withheld?.withheld).toBe(withheld);
  vi.advanceTimersByTime(1000);
  newest = body(3, 30);
  topic.moved();
  expect(topic.view.value.results?.totals.votes).toEqual({ a: 30 });
  expect(topic.view.value.withheld).toBeNull();
});
