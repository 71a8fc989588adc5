import type { Language } from './language.js';
import { isOverseas } from './places.js';
import { english } from './texts-en.js';
import { type Catalogue, indonesian } from './texts-id.js';

/** A catalogue that is only begun: any of the sentences, of a group of sentences any. Lists are whole or absent. */
export type Begun = {
  readonly [Key in keyof Catalogue]?: Catalogue[Key] extends Readonly<Record<string, string | readonly string[] | ((...words: string[]) => string)>>
    ? Partial<Catalogue[Key]>
    : Catalogue[Key];
};

/** What is at hand at once; the begun languages are fetched, so that nobody pays for one they do not read. */
const catalogues: Partial<Record<Language, Catalogue>> = { id: indonesian, en: english };

const BEGUN: Partial<Record<Language, () => Promise<Begun>>> = {
  jv: async () => (await import('./texts-jv.js')).javanese,
  su: async () => (await import('./texts-su.js')).sundanese,
};

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A begun catalogue over the Indonesian one: sentence by sentence, in groups as well. */
export function completed(begun: Begun): Catalogue {
  const whole: Record<string, unknown> = { ...indonesian };
  for (const [key, value] of Object.entries(begun as Readonly<Record<string, unknown>>)) {
    const known = whole[key];
    whole[key] = isGroup(known) && isGroup(value) ? { ...known, ...value } : value;
  }
  return whole as Catalogue;
}

/** Fetches a language that is not at hand yet; fails as an import does. */
export async function loadTexts(language: Language): Promise<void> {
  const fetching = BEGUN[language];
  if (!fetching || catalogues[language]) return;
  catalogues[language] = completed(await fetching());
}

/** Every sentence of the pages in one language; Indonesian until {@link loadTexts} brought it. */
export function textsOf(language: Language): Catalogue {
  return catalogues[language] ?? indonesian;
}

/**
 * The sentences of one feature, which come with it and not with the first load; a language that is
 * only begun falls back to Indonesian, sentence by sentence.
 */
export type FeatureTexts<T> = { readonly id: T; readonly en: T } & Partial<Record<Language, Partial<T>>>;

export function featureTexts<T extends object>(all: FeatureTexts<T>, language: Language): T {
  return { ...all.id, ...all[language] };
}

/** "Provinsi", "Kecamatan" … of a place; overseas the levels are the missions. */
export function levelName(texts: Catalogue, code: string, level: number): string {
  return (isOverseas(code) ? texts.levelsOverseas : texts.levels)[level] ?? '';
}

/** What stands above the table of the rows below a place. */
export function childrenName(texts: Catalogue, code: string, level: number): string {
  return (isOverseas(code) ? texts.childrenOverseas : texts.children)[level] ?? '';
}
