import { LOCALES, type Language } from './language.js';

/** Times in words and exactly, in the reader's own zone, which is named. */

const WORDS = {
  id: {
    now: 'baru saja',
    second: (n: number) => `${n} detik lalu`,
    minute: (n: number) => `${n} menit lalu`,
    hour: (n: number) => `${n} jam lalu`,
    day: (n: number) => `${n} hari lalu`,
  },
  en: {
    now: 'just now',
    second: (n: number) => `${n} second${n === 1 ? '' : 's'} ago`,
    minute: (n: number) => `${n} minute${n === 1 ? '' : 's'} ago`,
    hour: (n: number) => `${n} hour${n === 1 ? '' : 's'} ago`,
    day: (n: number) => `${n} day${n === 1 ? '' : 's'} ago`,
  },
  jv: {
    now: 'lagi wae',
    second: (n: number) => `${n} detik kepungkur`,
    minute: (n: number) => `${n} menit kepungkur`,
    hour: (n: number) => `${n} jam kepungkur`,
    day: (n: number) => `${n} dina kepungkur`,
  },
  su: {
    now: 'karék waé',
    second: (n: number) => `${n} detik katukang`,
    minute: (n: number) => `${n} menit katukang`,
    hour: (n: number) => `${n} jam katukang`,
    day: (n: number) => `${n} poé katukang`,
  },
} as const satisfies Record<Language, unknown>;

/** "3 detik lalu"; below one second, or in the future by a clock's error, "baru saja". */
export function ago(millis: number, language: Language): string {
  const words = WORDS[language];
  const seconds = Math.floor(millis / 1000);
  if (seconds < 1) return words.now;
  if (seconds < 60) return words.second(seconds);
  if (seconds < 3600) return words.minute(Math.floor(seconds / 60));
  if (seconds < 48 * 3600) return words.hour(Math.floor(seconds / 3600));
  return words.day(Math.floor(seconds / 86_400));
}

const exacts = new Map<string, Intl.DateTimeFormat>();

function exactFormat(language: Language, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${language} ${timeZone ?? ''}`;
  let format = exacts.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALES[language], {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'short',
      ...(timeZone ? { timeZone } : {}),
    });
    exacts.set(key, format);
  }
  return format;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The time of day to the second, "14.03.07", in the reader's own zone. */
export function clockTime(iso: string, language: Language, timeZone?: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const key = `${language} ${timeZone ?? ''}`;
  let format = clocks.get(key);
  if (!format) {
    const zone = timeZone ? { timeZone } : {};
    format = new Intl.DateTimeFormat(LOCALES[language], { hour: '2-digit', minute: '2-digit', second: '2-digit', ...zone });
    clocks.set(key, format);
  }
  return format.format(at);
}

/**
 * Date, time to the second and zone. `timeZone` is for tests: a page shows the reader's own. A text
 * that is no time comes back as it is.
 */
export function exactTime(iso: string, language: Language, timeZone?: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : exactFormat(language, timeZone).format(at);
}
