import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Results } from '../model/wire.js';
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
