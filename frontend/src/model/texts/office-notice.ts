import type { Language } from '../language.js';
import { featureTexts } from '../texts.js';

const indonesian = {
  title: 'Pemberitahuan',
  since: 'sejak',
  until: 'sampai',
  minutesLeft: (n: number) => `${n} menit lagi`,
  hoursLeft: (n: number) => `${n} jam lagi`,
  daysLeft: (n: number) => `${n} hari lagi`,
};

type Sentences = typeof indonesian;

const english: Sentences = {
  title: 'Notices',
  since: 'since',
  until: 'until',
  minutesLeft: (n) => (n === 1 ? '1 minute left' : `${n} minutes left`),
  hoursLeft: (n) => (n === 1 ? '1 hour left' : `${n} hours left`),
  daysLeft: (n) => `${n} days left`,
};

/** What stands around the notices of offices. */
export function officeNoticeTexts(language: Language): Sentences {
  return featureTexts({ id: indonesian, en: english }, language);
}

/** "23 jam lagi"; rounded up, so that the last minute is one minute and never none. */
export function left(millis: number, language: Language): string {
  const t = officeNoticeTexts(language);
  const minutes = Math.max(1, Math.ceil(millis / 60_000));
  if (minutes < 60) return t.minutesLeft(minutes);
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? t.hoursLeft(hours) : t.daysLeft(Math.ceil(hours / 24));
}
