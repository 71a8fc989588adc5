/** Jakarta's time, in which a date-time field is filled wherever the browser is: UTC+7, without summer time. */

const OFFSET_MILLIS = 7 * 3600_000;
export const JAKARTA = 'Asia/Jakarta';

/** The text of a date-time field as an instant, `2026-11-30T18:00:00+07:00`; null where it is none. */
export function instantOf(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null;
  const instant = `${text}:00+07:00`;
  return Number.isNaN(Date.parse(instant)) ? null : instant;
}

/** An instant as the text of a date-time field. */
export function fieldOf(millis: number): string {
  return new Date(millis + OFFSET_MILLIS).toISOString().slice(0, 16);
}
