import type { Language } from './language.js';

/** How times stand under a chart: short, in the reader's own zone, which is named once beside them. */

const LOCALE: Partial<Record<Language, string>> = { en: 'en-GB' };
const DAY_MILLIS = 86_400_000;
const MINUTE_MILLIS = 60_000;

type Kind = 'day' | 'minute' | 'second' | 'zone';

const OPTIONS: Record<Kind, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short' },
  minute: { hour: '2-digit', minute: '2-digit' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  zone: { timeZoneName: 'short' },
};

const made = new Map<string, Intl.DateTimeFormat>();

function formatOf(kind: Kind, language: Language, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${kind} ${language} ${timeZone ?? ''}`;
  let format = made.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALE[language] ?? 'id-ID', { ...OPTIONS[kind], ...(timeZone ? { timeZone } : {}) });
    made.set(key, format);
  }
  return format;
}

/** A mark under the axis: its time, and its day where that is not the day of the mark before. */
export interface Tick {
  readonly time: string;
  readonly day: string;
}

/**
 * The marks of an axis, so many milliseconds apart: days alone where they are whole days apart,
 * seconds only where they are less than a minute apart. `timeZone` is for tests.
 */
export function ticksOf(
  instants: readonly number[],
  apartMillis: number,
  language: Language,
  timeZone?: string,
): readonly Tick[] {
  const days = instants.map((instant) => formatOf('day', language, timeZone).format(instant));
  if (apartMillis >= DAY_MILLIS) return days.map((day) => ({ time: day, day: '' }));
  const clock = formatOf(apartMillis < MINUTE_MILLIS ? 'second' : 'minute', language, timeZone);
  return instants.map((instant, i) => ({
    time: clock.format(instant),
    day: days[i] === days[i - 1] ? '' : (days[i] ?? ''),
  }));
}

/** The short name of the reader's zone at that instant: WIB, WITA, WIT, GMT+1. */
export function zoneName(instant: number, language: Language, timeZone?: string): string {
  const parts = formatOf('zone', language, timeZone).formatToParts(instant);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}
