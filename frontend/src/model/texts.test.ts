import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES } from './language.js';
import { english } from './texts-en.js';
import { indonesian } from './texts-id.js';
import { javanese } from './texts-jv.js';
import { sundanese } from './texts-su.js';
import { loadTexts, textsOf } from './texts.js';

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

type Said = Readonly<Record<string, unknown>>;

/** Names of all sentences, those of a group as `group.sentence`. */
function namesOf(said: Said): string[] {
  return Object.entries(said).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value).map((inner) => `${key}.${inner}`)
      : [key],
  );
}

test('catalogues_indonesianAndEnglish_sayTheSameSentences', () => {
  expect(namesOf(english).sort()).toEqual(namesOf(indonesian).sort());
});

test.each([
  ['jv', javanese],
  ['su', sundanese],
])('catalogues_%s_begunAndWithoutUnknownSentences', (_language, begun) => {
  const known = new Set(namesOf(indonesian));
  expect(namesOf(begun).filter((name) => !known.has(name))).toEqual([]);
  expect(namesOf(begun).length).toBeGreaterThan(known.size / 3);
});

test('catalogues_begun_missingSentencesAreIndonesianInsideGroupsToo', async () => {
  expect(textsOf('jv').votes).toBe('suara');
  await loadTexts('jv');
  const texts = textsOf('jv');
  expect(texts.votes).toBe('swara');
  expect(texts.states.stale).toBe('Pangitungan ora obah');
  expect(texts.states.withheldTitle).toBe(indonesian.states.withheldTitle);
  expect(texts.notice).toBe(indonesian.notice);
});

/** Every feature's own sentences: whatever in src/model/texts/ has an `id` and an `en`. */
const FEATURES = Object.entries(import.meta.glob<Said>('./texts/*.ts', { eager: true })).flatMap(([file, module]) =>
  Object.entries(module)
    .filter(([, value]) => typeof value === 'object' && value !== null && 'id' in value && 'en' in value)
    .map(([name, value]) => [`${file} ${name}`, value as Record<string, Said>] as const),
);

test('features_areFound', () => {
  expect(FEATURES.length).toBeGreaterThan(0);
});

test.each(FEATURES)('features_%s_sayTheSameAndNothingUnknown', (_name, texts) => {
  const known = namesOf(texts.id ?? {}).sort();
  expect(namesOf(texts.en ?? {}).sort()).toEqual(known);
  for (const language of LANGUAGES) {
    expect(namesOf(texts[language] ?? {}).filter((name) => !known.includes(name))).toEqual([]);
  }
});
