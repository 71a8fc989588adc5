import { expect, test } from 'vitest';
import { verdictOf } from './verdict.js';
import type { Method, Revision, RevisionStatus } from './wire-station.js';

function form(method: Method, status: RevisionStatus, ...codes: string[]): Revision {
  return {
    ...{ generation: 0, revision: 1, status, method, reason: { kind: 'new' } },
    findings: codes.map((code) => ({ code, fields: [], message: '' })),
  };
}
const codes = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code);

test('verdict_machineWithItsArithmetic_isProvenAndThePaperAgrees', () => {
  expect(verdictOf(form('machine', 'counted'))).toMatchObject({ transcription: 'proven', paper: 'agrees' });
});

test('verdict_machineThatBreaksT_isDoubtedAndThePaperOpen', () => {
  const verdict = verdictOf(form('machine', 'held', 'T01', 'T02'));
  expect(verdict).toMatchObject({ transcription: 'doubted', paper: 'open' });
  expect(codes(verdict.doubts)).toEqual(['T01', 'T02']);
});

test('verdict_machineThatBreaksTAndA_keepsThemApart', () => {
  const verdict = verdictOf(form('machine', 'held', 'T04', 'A01'));
  expect([codes(verdict.doubts), codes(verdict.flags), verdict.paper]).toEqual([['T04'], ['A01'], 'unsure']);
});

test('verdict_personAgreed_TIsThePapersOwn', () => {
  const verdict = verdictOf(form('single', 'counted', 'T01'));
  expect(verdict).toMatchObject({ transcription: 'one', paper: 'flagged', doubts: [] });
  expect(codes(verdict.flags)).toEqual(['T01']);
  expect(verdictOf(form('double', 'counted')).transcription).toBe('two');
});

test('verdict_machineAgainstAPersonsWord_waits', () => {
  expect(verdictOf(form('machine', 'held'))).toMatchObject({ transcription: 'waiting', paper: 'open' });
});
