import { type AnyResults, type AreaInfo, type Results, type Row, type Step, isOpen } from '../src/model/wire.js';
import type { StationBody } from '../src/model/wire-station.js';
import type { Shown } from './test.js';

/** The API's own words, to hold the pages against. */

async function get<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}

/** A body of which nothing is withheld: no node of these tests withholds. */
export type OpenResults = Omit<Results, 'children'> & { readonly children?: readonly Row[] };

export function results(base: string, area: string): Promise<OpenResults> {
  return get<OpenResults>(`${base}/api/v1/results/ppwp/${area}`);
}

export function area(base: string, code: string): Promise<AreaInfo & { readonly children: readonly Step[] }> {
  return get(`${base}/api/v1/areas/${code}`);
}

export function station(base: string, code: string): Promise<StationBody> {
  return get<StationBody>(`${base}/api/v1/stations/${code}/ppwp`);
}

/** What a page must show of a body. */
export function asShown(body: Results): Shown {
  return {
    position: `${body.position.epoch}·${body.position.revision}`,
    votes: body.totals.votes,
    counted: body.stations.counted,
    held: body.stations.held,
  };
}

/** The codes from the first matching province down to a station, by a rule on the rows. */
export async function wayDown(base: string, wanted: (row: Row) => boolean): Promise<readonly string[]> {
  const way: string[] = [];
  for (let area = '0'; way.length < 5; ) {
    const { children = [] } = await results(base, area);
    const row = children.filter(isOpen).find(wanted);
    if (!row) throw new Error(`no row of ${area} is as wanted`);
    way.push(row.code);
    area = row.code;
  }
  return way;
}

/** Hears the live channel of a topic by server-sent events, from its whole state on. */
export async function listen(base: string, topic: string, hear: (message: AnyResults) => void): Promise<{ readonly end: () => void }> {
  const ending = new AbortController();
  const response = await fetch(`${base}/live/events?topics=${topic}`, { signal: ending.signal });
  if (!response.body) throw new Error(`${base}: no events`);
  const read = async (body: ReadableStream<Uint8Array>) => {
    const texts = new TextDecoder();
    let waiting = '';
    for await (const bytes of body) {
      const lines = (waiting + texts.decode(bytes, { stream: true })).split('\n');
      waiting = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('data: {"topic"')) hear(JSON.parse(line.slice('data: '.length)) as AnyResults);
      }
    }
  };
  // Ends with the test, or with the node: then nothing further comes, and the test says what is missing.
  void read(response.body).catch(() => undefined);
  return { end: () => { ending.abort(); } };
}

/** Every state of an area that the node tells of from now on, as a page must show it, by position. */
export async function told(base: string, area: string): Promise<{ readonly states: ReadonlyMap<string, Shown>; end(): void }> {
  const states = new Map<string, Shown>();
  const { end } = await listen(base, `ppwp/${area}`, (message) => {
    if (message.status === 'withheld') throw new Error(`${area} is withheld`);
    const state = asShown(message);
    states.set(state.position, state);
  });
  return { states, end };
}
