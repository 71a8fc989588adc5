import type { Language } from '../language.js';
import { featureTexts } from '../texts.js';

const indonesian = {
  standingAt: (time: string) => `Keadaan pada ${time}`,
  position: (position: string) => `posisi ${position}`,
  notNow: 'Bukan keadaan sekarang.',
  fetching: (time: string) => `Mengambil keadaan pada ${time}`,
  failed: (time: string) => `Keadaan pada ${time} tidak dapat ditampilkan.`,
  toNow: 'Ke keadaan sekarang',
};

type Sentences = typeof indonesian;

const english: Sentences = {
  standingAt: (time) => `Standing at ${time}`,
  position: (position) => `position ${position}`,
  notNow: 'Not the standing of now.',
  fetching: (time) => `Fetching the standing at ${time}`,
  failed: (time) => `The standing at ${time} cannot be shown.`,
  toNow: 'To the standing of now',
};

/** What is said at the top of a page that shows an earlier standing. */
export function momentTexts(language: Language): Sentences {
  return featureTexts({ id: indonesian, en: english }, language);
}
