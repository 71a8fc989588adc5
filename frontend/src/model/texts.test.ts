import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES } from './language.js';
import { textsOf } from './texts.js';

/** The backend's own list of rules: the contract that the translations follow. */
const CODES = [
  ...readFileSync(new URL('../../../backend/src/main/java/id/pantau/model/Code.java', import.meta.url), 'utf8').matchAll(
    /^ {2}([A-Z]\d\d)\(/gm,
  ),
].map(([, code]) => code ?? '');

test('laws_everyRuleThatAStoredFormCanFail_isInWordsInEveryLanguage', () => {
  const stored = CODES.filter((code) => !code.startsWith('R'));
  expect(stored).toContain('T01');
  for (const language of LANGUAGES) {
    const { laws } = textsOf(language);
    expect(stored.filter((code) => !laws[code])).toEqual([]);
  }
});

test('texts_noSentence_isEmpty', () => {
  const empty = (value: unknown): boolean =>
    typeof value === 'string' ? value.trim() === '' : typeof value === 'object' && Object.values(value ?? {}).some(empty);
  for (const language of LANGUAGES) {
    const sentences: Record<string, unknown> = { ...textsOf(language) };
    // The head of these lists has no name on purpose: the nation is no child, and I.A has one row.
    delete sentences.levelsOverseas;
    delete sentences.paper;
    expect(Object.keys(sentences).filter((key) => empty(sentences[key]))).toEqual([]);
  }
});
