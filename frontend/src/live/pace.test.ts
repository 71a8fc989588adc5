import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pace } from './pace.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('call_first_runsAtOnce', () => {
  const run = vi.fn();
  new Pace(1000, run).call();
  expect(run).toHaveBeenCalledTimes(1);
});

test('call_aStorm_runsOncePerPaceAndNeverLosesTheLast', () => {
  const run = vi.fn();
  const pace = new Pace(1000, run);
  for (let i = 0; i < 8; i++) {
    pace.call();
    vi.advanceTimersByTime(250);
  }
  expect(run).toHaveBeenCalledTimes(3);
  vi.advanceTimersByTime(1000);
  expect(run).toHaveBeenCalledTimes(3);
});

test('stop_waitingCall_isDropped', () => {
  const run = vi.fn();
  const pace = new Pace(1000, run);
  pace.call();
  pace.call();
  pace.stop();
  vi.advanceTimersByTime(5000);
  expect(run).toHaveBeenCalledTimes(1);
});
