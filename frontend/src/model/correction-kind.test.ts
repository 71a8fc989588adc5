import { expect, test } from 'vitest';
import { correctionKind } from './correction-kind.js';
import type { RevisionStatus, ReasonKind } from './wire-station.js';
import type { Correction } from './wire-time.js';

const correction = (status: RevisionStatus, was?: RevisionStatus, kind: ReasonKind = 'new'): Correction => ({
  ...{ station: '3201012001001', name: 'TPS 1', path: 'JAWA BARAT', generation: 0, revision: 2, method: 'double' },
  ...{ status, was: was ?? null, reason: { kind }, delta: { a: -1 }, countedAt: '', position: { epoch: 1, revision: 1 } },
});

test('correctionKind_byWhatTheNewerFormIs', () => {
  expect(correctionKind(correction('counted', undefined, 'transcription-correction'))).toBe('corrected');
  expect(correctionKind(correction('held'))).toBe('held');
  expect(correctionKind(correction('withdrawn'))).toBe('withdrawn');
  expect(correctionKind(correction('stored'))).toBe('emptied');
});

test('correctionKind_supersededSince_isWhatItWasThen', () => {
  expect(correctionKind(correction('superseded', 'held'))).toBe('held');
  expect(correctionKind(correction('superseded', 'withdrawn', 'withdrawn'))).toBe('withdrawn');
  expect(correctionKind(correction('superseded', 'counted'))).toBe('corrected');
});
