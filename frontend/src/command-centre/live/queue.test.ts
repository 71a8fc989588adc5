import { expect, test } from 'vitest';
import type { Desk } from './desk.js';
import { Queue } from './queue.js';
import type { HeldPage, HeldRow } from './wire.js';

const row = (station: string, by?: string) =>
  ({ contest: 'ppwp', station, proposal: by ? { kind: 'confirm', by, at: '' } : null }) as HeldRow;
const at = (station: string) => ({ contest: 'ppwp', station });

/** A queue over pages by their cursors; what was asked is remembered. */
function over(pages: Readonly<Record<string, readonly HeldRow[]>>, next: Readonly<Record<string, string | null>>) {
  const asked: string[] = [];
  const desk = {
    get: (path: string) => {
      asked.push(path);
      const after = new URLSearchParams(path.split('?')[1]).get('after') ?? '';
      return Promise.resolve({ total: 4, byRule: [], rows: pages[after] ?? [], proposalsKnown: true, next: next[after] ?? null } satisfies HeldPage);
    },
  };
  return { queue: new Queue(desk as unknown as Desk), asked };
}

const PAGES = { '': [row('1'), row('2')], c: [row('3', 'me'), row('4')] };
const NEXT = { '': 'c', c: null };

test('step_pastTheFetchedPage_fetchesTheNextUnderTheSameFilter', async () => {
  const { queue, asked } = over(PAGES, NEXT);
  queue.choose({ contest: 'ppwp', rule: 'T01', area: '' });
  await queue.reach(1);
  expect(queue.rows.length).toBe(2);
  expect(await queue.step(at('2'), 1, null)).toMatchObject(at('3'));
  expect(asked.map((path) => new URLSearchParams(path.split('?')[1]).get('rule'))).toEqual(['T01', 'T01']);
  expect(await queue.step(at('3'), -1, null)).toMatchObject(at('2'));
  expect(await queue.step(at('4'), 1, at('9'))).toBeNull();
});

test('step_ownProposals_arePassedWhereAsked', async () => {
  const { queue } = over(PAGES, NEXT);
  await queue.reach(1);
  expect(await queue.step(at('2'), 1, null, ({ proposal }) => proposal?.by === 'me')).toMatchObject(at('4'));
});

test('step_ofAFormInNoPage_followsTheNodeAndLeadsBack', async () => {
  const { queue } = over(PAGES, NEXT);
  expect(await queue.step(at('7'), -1, null)).toBeNull();
  expect(await queue.step(at('7'), 1, at('8'))).toEqual(at('8'));
  expect(await queue.step(at('8'), -1, null)).toEqual(at('7'));
});

test('choose_whileAPageIsUnderWay_dropsIt', async () => {
  const { queue } = over(PAGES, NEXT);
  const old = queue.reach(2);
  queue.choose({ contest: '', rule: '', area: '31' });
  await old;
  expect(queue.rows).toEqual([]);
  await queue.reach(2);
  expect(queue.rows.length).toBe(2);
});
