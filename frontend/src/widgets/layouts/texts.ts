import type { WireLanguage } from '../../model/language.js';

/** The sentences of the layouts that are fetched on demand, which come with them. */
const indonesian = {
  withheldRow: 'tidak ditampilkan',
  place: 'Wilayah',
  coverage: 'TPS',
  none: 'belum ada',
  tie: 'sama kuat',
  mapOf: (place: string) => `Peta ${place}: pilihan dengan suara terbanyak sejauh ini`,
  mapNote: 'Suara terbanyak sejauh ini di tiap wilayah; bukan hasil resmi.',
  pause: 'Jeda',
  resume: 'Lanjutkan',
};

export type LayoutTexts = typeof indonesian;

const english: LayoutTexts = {
  withheldRow: 'withheld',
  place: 'Place',
  coverage: 'Stations',
  none: 'none yet',
  tie: 'level',
  mapOf: (place) => `Map of ${place}: the choice with most votes so far`,
  mapNote: 'Most votes so far in each place; not the official result.',
  pause: 'Pause',
  resume: 'Resume',
};

export function layoutTexts(language: WireLanguage): LayoutTexts {
  return language === 'en' ? english : indonesian;
}
