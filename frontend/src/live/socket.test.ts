import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveSocket } from './socket.js';

/** A socket whose other end is the test: Node 20 has none, and time must stand still here. */
class ScriptedSocket {
  static readonly OPEN = 1;
  static made: ScriptedSocket[] = [];
  readyState = 0;
  readonly sent: string[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly url: string) {
    ScriptedSocket.made.push(this);
  }

  opens() {
    this.readyState = 1;
    this.onopen?.();
  }

  says(text: string) {
    this.onmessage?.({ data: text });
  }

  closes(code: number) {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  send(text: string) {
    this.sent.push(text);
  }

  close() {
    this.readyState = 2;
  }
}

const events = { opened: vi.fn(), heard: vi.fn(), closed: vi.fn() };
const HEARTBEAT = '{"heartbeat":"2026-11-21T14:00:15Z","delayed":false}';

function newest(): ScriptedSocket {
  const socket = ScriptedSocket.made.at(-1);
  if (!socket) throw new Error('no socket was made');
  return socket;
}

function connected(): LiveSocket {
  const socket = new LiveSocket('ws://test/live', events);
  socket.connect();
  newest().opens();
  return socket;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', ScriptedSocket);
  vi.spyOn(Math, 'random').mockReturnValue(1);
  ScriptedSocket.made = [];
  vi.clearAllMocks();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('connect_opened_tellsAndHears', () => {
  const socket = connected();
  expect(events.opened).toHaveBeenCalledTimes(1);
  newest().says(HEARTBEAT);
  expect(events.heard).toHaveBeenCalledWith({ heartbeat: '2026-11-21T14:00:15Z', delayed: false });
  socket.send({ watch: ['ppwp/0/children'] });
  expect(newest().sent).toEqual(['{"watch":["ppwp/0/children"]}']);
});

test('message_thatIsNoneOfTheProtocol_isLeftAlone', () => {
  connected();
  for (const text of ['', '{', '[]', 'null', '{"topic":3}', '{"topic":"ppwp/0"}']) newest().says(text);
  expect(events.heard).not.toHaveBeenCalled();
});

test('closed_comesBackWithGrowingWaits', () => {
  connected();
  const waits = [500, 1000, 2000, 4000];
  newest().closes(1006);
  for (const [index, wait] of waits.entries()) {
    vi.advanceTimersByTime(wait - 1);
    expect(ScriptedSocket.made).toHaveLength(index + 1);
    vi.advanceTimersByTime(1);
    expect(ScriptedSocket.made).toHaveLength(index + 2);
    newest().closes(1006);
  }
});

test('closed_afterAMessage_waitsShortAgain', () => {
  connected();
  newest().closes(1006);
  vi.advanceTimersByTime(500);
  newest().closes(1006);
  vi.advanceTimersByTime(1000);
  newest().opens();
  newest().says(HEARTBEAT);
  newest().closes(1006);
  vi.advanceTimersByTime(500);
  expect(ScriptedSocket.made).toHaveLength(4);
});

test('closed_goodbye_comesBackWithinASecond', () => {
  connected();
  newest().closes(1001);
  vi.advanceTimersByTime(1000);
  expect(ScriptedSocket.made).toHaveLength(2);
});

test.each([1008, 1009])('closed_%d_doesNotComeBackByItself', (code) => {
  connected();
  newest().closes(code);
  expect(events.closed).toHaveBeenCalledWith(true);
  vi.advanceTimersByTime(3_600_000);
  expect(ScriptedSocket.made).toHaveLength(1);
});

test.each([4000, 4001])('closed_%d_comesBack', (code) => {
  connected();
  newest().closes(code);
  expect(events.closed).toHaveBeenCalledWith(false);
  vi.advanceTimersByTime(500);
  expect(ScriptedSocket.made).toHaveLength(2);
});

test('silence_pastTheHeartbeat_isADeadSocket', () => {
  connected();
  const dead = newest();
  vi.advanceTimersByTime(24_999);
  expect(events.closed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(events.closed).toHaveBeenCalledWith(false);
  vi.advanceTimersByTime(500);
  expect(ScriptedSocket.made).toHaveLength(2);
  dead.says(HEARTBEAT);
  dead.closes(1006);
  expect(events.heard).not.toHaveBeenCalled();
  expect(events.closed).toHaveBeenCalledTimes(1);
});

test('connect_thatNeverOpens_isGivenUp', () => {
  new LiveSocket('ws://test/live', events).connect();
  vi.advanceTimersByTime(10_000 + 500);
  expect(ScriptedSocket.made).toHaveLength(2);
});

test('hurry_whileWaiting_connectsAtOnce', () => {
  const socket = connected();
  newest().closes(1006);
  socket.hurry();
  expect(ScriptedSocket.made).toHaveLength(2);
});

test('hurry_onALivelySocket_leavesItAlone', () => {
  const socket = connected();
  newest().says(HEARTBEAT);
  socket.hurry();
  expect(ScriptedSocket.made).toHaveLength(1);
  expect(socket.open).toBe(true);
});

test('found_inALongWait_connectsWithinThreeSeconds', () => {
  const socket = connected();
  newest().closes(1006);
  for (const wait of [500, 1000, 2000, 4000, 8000]) {
    vi.advanceTimersByTime(wait);
    newest().closes(1006);
  }
  const made = ScriptedSocket.made.length;
  socket.found();
  vi.advanceTimersByTime(2999);
  expect(ScriptedSocket.made).toHaveLength(made);
  vi.advanceTimersByTime(1);
  expect(ScriptedSocket.made).toHaveLength(made + 1);
  vi.advanceTimersByTime(60_000);
  expect(ScriptedSocket.made.length).toBeGreaterThan(made + 1);
});

test('found_inAShortWait_doesNotMakeItLonger', () => {
  const socket = connected();
  newest().closes(1006);
  socket.found();
  vi.advanceTimersByTime(500);
  expect(ScriptedSocket.made).toHaveLength(2);
});

test('found_onALivelySocketOrAStoppedOne_changesNothing', () => {
  const socket = connected();
  socket.found();
  vi.advanceTimersByTime(3000);
  expect(ScriptedSocket.made).toHaveLength(1);
  socket.stop();
  socket.found();
  vi.advanceTimersByTime(3000);
  expect(ScriptedSocket.made).toHaveLength(1);
});
