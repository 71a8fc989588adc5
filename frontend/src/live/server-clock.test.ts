import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ServerClock } from './server-clock.js';

const NOW = Date.parse('2026-11-21T14:00:00.000Z');

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

test('heartbeat_phoneTenMinutesFast_isCorrected', () => {
  const clock = new ServerClock();
  clock.heartbeat('2026-11-21T13:50:00.000Z');
  expect(clock.now()).toBe(NOW - 600_000);
});

test('dateHead_withinASecond_isNoCorrection', () => {
  const clock = new ServerClock();
  clock.dateHead('Sat, 21 Nov 2026 14:00:00 GMT');
  expect(clock.now()).toBe(NOW);
});

test('dateHead_afterAHeartbeat_isLessExactAndLeftAlone', () => {
  const clock = new ServerClock();
  clock.heartbeat('2026-11-21T13:50:00.000Z');
  clock.dateHead('Sat, 21 Nov 2026 13:00:00 GMT');
  expect(clock.now()).toBe(NOW - 600_000);
});

test('atLeast_aStampInTheFuture_pullsTheClockThere', () => {
  const clock = new ServerClock();
  clock.atLeast('2026-11-21T14:00:30.000Z');
  expect(clock.now()).toBe(NOW + 30_000);
  clock.atLeast('2026-11-21T13:00:00.000Z');
  clock.atLeast(null);
  expect(clock.now()).toBe(NOW + 30_000);
});
