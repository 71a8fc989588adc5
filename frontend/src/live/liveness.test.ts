import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BLIP_MILLIS, Liveness, OFFLINE_MILLIS } from './liveness.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function alive(): Liveness {
  const liveness = new Liveness();
  liveness.heard();
  return liveness;
}

test('heard_first_isLive', () => {
  const liveness = new Liveness();
  expect(liveness.link.value.state).toBe('connecting');
  liveness.heard();
  expect(liveness.link.value.state).toBe('live');
});

test('closed_shorterThanABlip_isNeverShown', () => {
  const liveness = alive();
  const seen: string[] = [];
  liveness.link.subscribe(() => seen.push(liveness.link.value.state));
  liveness.closed(false);
  vi.advanceTimersByTime(BLIP_MILLIS - 1);
  liveness.heard();
  vi.advanceTimersByTime(60_000);
  expect(seen).toEqual([]);
});

test('closed_longer_isReconnectingThenOffline', () => {
  const liveness = alive();
  const lostAt = Date.now();
  liveness.closed(false);
  vi.advanceTimersByTime(BLIP_MILLIS);
  expect(liveness.link.value).toEqual({ state: 'reconnecting', reason: null, knownAt: lostAt });
  vi.advanceTimersByTime(OFFLINE_MILLIS - BLIP_MILLIS);
  expect(liveness.link.value).toEqual({ state: 'offline', reason: null, knownAt: lostAt });
  liveness.heard();
  expect(liveness.link.value).toEqual({ state: 'live', reason: null, knownAt: null });
});

test('closed_againAndAgain_countsFromTheFirstLoss', () => {
  const liveness = alive();
  liveness.closed(false);
  vi.advanceTimersByTime(OFFLINE_MILLIS - 1);
  liveness.closed(false);
  vi.advanceTimersByTime(1);
  expect(liveness.link.value.state).toBe('offline');
});

test('network_gone_isOfflineAfterABlip', () => {
  const liveness = alive();
  liveness.network(false);
  expect(liveness.link.value.state).toBe('live');
  vi.advanceTimersByTime(BLIP_MILLIS);
  expect(liveness.link.value.state).toBe('offline');
  liveness.network(true);
  expect(liveness.link.value.state).toBe('live');
});

test('heartbeat_delayed_saysWhy', () => {
  const liveness = alive();
  liveness.heartbeat(true);
  expect(liveness.link.value).toMatchObject({ state: 'delayed', reason: 'count' });
  liveness.heartbeat(false);
  expect(liveness.link.value.state).toBe('live');
});

test('offered_olderNumbers_isDelayedUntilTheServerCaughtUp', () => {
  const liveness = alive();
  liveness.offered(true);
  expect(liveness.link.value.state).toBe('live');
  vi.advanceTimersByTime(BLIP_MILLIS - 1);
  liveness.offered(true);
  vi.advanceTimersByTime(1);
  expect(liveness.link.value).toMatchObject({ state: 'delayed', reason: 'behind' });
  liveness.offered(false);
  expect(liveness.link.value.state).toBe('live');
});

test('polled_withoutASocket_isDelayedNotOffline', () => {
  const liveness = alive();
  liveness.closed(false);
  vi.advanceTimersByTime(OFFLINE_MILLIS);
  liveness.polled();
  expect(liveness.link.value).toMatchObject({ state: 'delayed', reason: 'polling', knownAt: Date.now() });
  vi.advanceTimersByTime(60_000);
  expect(liveness.link.value.state).toBe('offline');
});

test('polled_beforeTheLoss_saysNothingAfterIt', () => {
  const liveness = alive();
  liveness.polled();
  vi.advanceTimersByTime(10);
  liveness.closed(false);
  vi.advanceTimersByTime(BLIP_MILLIS);
  expect(liveness.link.value.state).toBe('reconnecting');
});

test('pollFailed_afterAPoll_isOffline', () => {
  const liveness = alive();
  liveness.closed(false);
  vi.advanceTimersByTime(OFFLINE_MILLIS);
  liveness.polled();
  liveness.pollFailed();
  expect(liveness.link.value.state).toBe('offline');
});

test('polled_afterNobodyAnswered_isFoundOnce', () => {
  const liveness = alive();
  expect(liveness.polled()).toBe(false);
  liveness.closed(false);
  liveness.pollFailed();
  expect(liveness.polled()).toBe(true);
  expect(liveness.polled()).toBe(false);
});

test('closed_final_isStopped', () => {
  const liveness = alive();
  liveness.closed(true);
  expect(liveness.link.value.state).toBe('stopped');
});
