import type { Correction } from './wire-time.js';

/** What a correction was, for a reader: what the newer form did to the numbers that stood. */
export type CorrectionKind = 'corrected' | 'held' | 'withdrawn' | 'emptied';

/** Of a form that was itself replaced since, what it did at its time. */
export function correctionKind(correction: Correction): CorrectionKind {
  const did = correction.status === 'superseded' ? (correction.was ?? 'superseded') : correction.status;
  if (did === 'withdrawn' || correction.reason.kind === 'withdrawn') return 'withdrawn';
  if (did === 'held') return 'held';
  return did === 'stored' ? 'emptied' : 'corrected';
}
