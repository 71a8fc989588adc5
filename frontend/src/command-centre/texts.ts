import type { Language } from '../model/language.js';
import { english } from './texts-en.js';
import { indonesian } from './texts-id.js';

type Widened<T> = T extends string
  ? string
  : T extends (...words: infer W) => string
    ? (...words: W) => string
    : { readonly [Key in keyof T]: Widened<T[Key]> };

/** The sentences of the command centre; the Indonesian catalogue says which there are. */
export type CommandTexts = Widened<typeof indonesian>;

/** Staff read Indonesian or English; the begun languages fall back to Indonesian. */
export function commandTexts(language: Language): CommandTexts {
  return language === 'en' ? english : indonesian;
}
