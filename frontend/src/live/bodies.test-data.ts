import type { ClosedResults, Results, Row } from '../model/wire.js';
import type { TopicMessage } from '../model/wire-live.js';

/** Small bodies of the wire for tests: one choice `a`, numbers that say where they came from. */

const NOTICE = { id: 'Alat bantu informasi.', en: 'Information aid.' };

export function row(code: string, votes: number): Row {
  const figure = { value: votes, stations: 1 };
  return {
    code,
    name: `PLACE ${code}`,
    totals: {
      votes: { a: votes },
      valid: figure,
      invalid: figure,
      registered: figure,
      users: figure,
      turnout: { users: votes, registered: votes, stations: 1 },
    },
    stations: { counted: 1, held: 0, expected: 2 },
  };
}

export function body(revision: number, votes: number, children?: readonly Row[], epoch = 1): Results {
  return {
    contest: 'ppwp',
    area: '31',
    name: 'DKI JAKARTA',
    level: 1,
    position: { epoch, revision },
    digest: `${epoch}.${revision}.${votes}`,
    asOf: '2026-11-21T14:00:00.000Z',
    isTest: true,
    status: 'counting',
    notice: NOTICE,
    totals: row('31', votes).totals,
    stations: { counted: votes, held: 0, expected: 100 },
    ...(children ? { children } : {}),
  };
}

/** The same place while an office withholds it: the position stays, the digest is another. */
export function withheld(revision: number): ClosedResults {
  const open = body(revision, 0);
  const said = { office: 'KPU', reason: { id: 'a', en: 'b' }, since: '2026-11-21T14:00:01Z', until: null };
  const digest = `${open.digest}.withheld`;
  return { ...open, digest, status: 'withheld', withheld: said, totals: undefined, stations: undefined };
}

export function message(from: Results, complete: boolean): TopicMessage {
  return { ...from, topic: 'ppwp/31/children', complete };
}
