/** The languages the pages speak; Indonesian is the first, Javanese and Sundanese are begun. */
export type Language = 'id' | 'en' | 'jv' | 'su';

/** The languages that the backend's own sentences have (names of contests, the notice, reasons). */
export type WireLanguage = 'id' | 'en';

export const LANGUAGES: readonly Language[] = ['id', 'en', 'jv', 'su'];

/** Each language by its own name, as its readers look for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  id: 'Bahasa Indonesia',
  en: 'English',
  jv: 'Basa Jawa',
  su: 'Basa Sunda',
};

/**
 * Whose numbers and dates a language uses. Javanese and Sundanese texts write them as Indonesian
 * ones do, and browsers often come without their own data, which would give the system's instead.
 */
export const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB', jv: 'id-ID', su: 'id-ID' };

/** Reads a language where it is one of ours, else Indonesian. */
export function languageOf(text: string | null): Language {
  return LANGUAGES.find((language) => language === text) ?? 'id';
}

/** The language in which the backend's sentences reach a reader. */
export function wireLanguage(language: Language): WireLanguage {
  return language === 'en' ? 'en' : 'id';
}

/** A sentence of the backend as this reader gets it: in their language, else in Indonesian. */
export function wireText(texts: Readonly<Record<WireLanguage, string>>, language: Language): string {
  return texts[wireLanguage(language)];
}
