import { expect, test } from 'vitest';
import { changedFigures, fieldsOf, figureAt, rowOfFinding } from './paper.js';
import { textsOf } from './texts.js';
import type { Choice } from './wire.js';
import type { Revision } from './wire-station.js';

const CHOICES: readonly Choice[] = [{ id: '100025', number: 1, name: 'A', shortName: 'A', color: '#111111' }];

const FORM: Revision = {
  generation: 0,
  revision: 1,
  status: 'counted',
  method: 'machine',
  votes: { '100025': 144 },
  valid: 144,
  invalid: 0,
  registered: { all: 284, male: 139 },
  users: { dpt: { all: 236 } },
  reason: { kind: 'new' },
};

test('figureAt_zero_isZeroAndAbsentIsNull', () => {
  expect(figureAt(FORM, 'invalid')).toBe(0);
  expect(figureAt(FORM, 'total')).toBeNull();
  expect(figureAt(FORM, 'users.dpk.all')).toBeNull();
  expect(figureAt(FORM, 'votes.100025')).toBe(144);
});

test('changedFigures_namesWhatChangedInTheOrderOfThePaper', () => {
  const after = { ...FORM, revision: 2, votes: { '100025': 141 }, valid: 141, registered: { all: 284 } };
  expect(changedFigures(FORM, after, CHOICES)).toEqual([
    { field: 'registered.male', before: 139, after: null },
    { field: 'votes.100025', before: 144, after: 141 },
    { field: 'valid', before: 144, after: 141 },
  ]);
});

test('changedFigures_withdrawal_everyWrittenFigureVanishes', () => {
  const { generation, method } = FORM;
  const after: Revision = { generation, method, revision: 2, status: 'withdrawn', reason: { kind: 'withdrawn' } };
  expect(changedFigures(FORM, after, CHOICES).map((change) => change.after)).toEqual([null, null, null, null, null, null]);
});

test.each([
  [['valid', 'votes'], 'valid'],
  [['votes', 'users.all.all'], 'votes'],
  [['votes.100025'], 'votes.100025'],
  [['users.dpt.all', 'registered.all'], 'users.dpt'],
  [['users.all'], 'users.all'],
  [['users', 'registered'], 'users.dpt'],
  [['images.0.sha256'], null],
  [['images.0.sha256', 'total'], 'total'],
])('rowOfFinding_%j_is_%s', (fields, row) => {
  expect(rowOfFinding(fields, CHOICES)).toBe(row);
});

test('paper_everyRow_hasALabelInBothLanguages', () => {
  for (const language of ['id', 'en'] as const) {
    const labels = Object.keys(textsOf(language).paper);
    for (const field of fieldsOf(CHOICES)) {
      expect(labels.some((label) => field === label || field.startsWith(`${label}.`))).toBe(true);
    }
  }
});
