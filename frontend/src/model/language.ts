/** The languages the pages speak; Indonesian is the first. */
export type Language = 'id' | 'en';

export const LANGUAGES: readonly Language[] = ['id', 'en'];

/** Reads a language where it is one of ours, else Indonesian. */
export function languageOf(text: string | null): Language {
  return text === 'en' ? 'en' : 'id';
}
