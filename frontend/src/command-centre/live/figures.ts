import { LOCALES, type Language } from '../../model/language.js';

/** Figures of the path in the reader's format. Absent is a dash. */

const DASH = '–';
const formats = new Map<string, Intl.NumberFormat>();

function format(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language} ${digits}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(key, made);
  }
  return made;
}

export function plain(value: number | null | undefined, language: Language, digits = 0): string {
  return value === null || value === undefined ? DASH : format(language, digits).format(value);
}

/** A rate: whole above a hundred, else with one decimal, so that it stays as wide. */
export function rate(value: number | null | undefined, language: Language): string {
  return plain(value, language, (value ?? 0) >= 100 ? 0 : 1);
}

/** Seconds to the reader: 4 ms, 250 ms, 1.2 s. */
export function seconds(value: number | null | undefined, language: Language): string {
  if (value === null || value === undefined) return DASH;
  if (value < 0.9995) return `${format(language, value < 0.00995 ? 1 : 0).format(value * 1000)} ms`;
  return `${format(language, value < 100 ? 1 : 0).format(value)} ${language === 'en' ? 's' : 'dtk'}`;
}

/** Bytes in powers of 1,024. */
export function bytes(value: number | null | undefined, language: Language): string {
  if (value === null || value === undefined) return DASH;
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let at = 0;
  let rest = value;
  while (rest >= 1024 && at < units.length - 1) {
    rest /= 1024;
    at += 1;
  }
  return `${format(language, at === 0 || rest >= 100 ? 0 : 1).format(rest)} ${units[at] ?? ''}`;
}

const AGES = {
  id: { d: 'hr', h: 'j', m: 'mnt', s: 'dtk' },
  en: { d: 'd', h: 'h', m: 'min', s: 's' },
} as const;

/** How old, short: 12 s, 4 min, 3 h 20 min, 2 d 4 h. Below zero is zero: clocks differ. */
export function age(millis: number | null, language: Language): string {
  if (millis === null || Number.isNaN(millis)) return DASH;
  const word = AGES[language === 'en' ? 'en' : 'id'];
  const all = Math.max(0, Math.floor(millis / 1000));
  if (all < 60) return `${all} ${word.s}`;
  const minutes = Math.floor(all / 60);
  if (minutes < 60) return `${minutes} ${word.m}`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} ${word.h} ${minutes % 60} ${word.m}`;
  return `${Math.floor(hours / 24)} ${word.d} ${hours % 24} ${word.h}`;
}

/** Seconds left as a clock, 1:05. */
export function countdown(left: number): string {
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}

/** Whole percents, rounded down: 100 % means every station. */
export function percent(share: number, language: Language): string {
  return `${plain(Math.floor(share * 100), language)}${language === 'en' ? '' : ' '}%`;
}
