import type { Language } from './language.js';
import { isOverseas } from './places.js';
import { english } from './texts-en.js';
import { type Catalogue, indonesian } from './texts-id.js';

const CATALOGUES: Record<Language, Catalogue> = { id: indonesian, en: english };

/** Every sentence of the pages in one language. */
export function textsOf(language: Language): Catalogue {
  return CATALOGUES[language];
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
