import type { Language } from '../language.js';
import { featureTexts } from '../texts.js';

const indonesian = {
  title: 'Wilayah mana yang sudah terhitung?',
  note: (coverage: string) =>
    `Porsi tiap wilayah di antara TPS yang sudah dihitung, dibandingkan dengan porsinya di antara seluruh TPS. Jumlah sementara lebih mencerminkan wilayah yang lebih banyak terhitung. Ini bukan perkiraan hasil. Cakupan seluruhnya ${coverage}.`,
  fewer: 'lebih sedikit terhitung',
  more: 'lebih banyak terhitung',
  fewerLong: 'lebih sedikit terhitung dibanding porsinya',
  moreLong: 'lebih banyak terhitung dibanding porsinya',
  even: 'sesuai porsinya',
  place: 'Wilayah',
  points: 'poin',
  pointsLong: 'Selisih porsi, poin persen',
  coverage: 'cakupan',
  all: (count: string) => `Tampilkan semua ${count}`,
  fewerRows: 'Tampilkan lebih sedikit',
  none: 'Belum ada yang dapat dibandingkan.',
};

type Sentences = typeof indonesian;

const english: Sentences = {
  title: 'Which places are counted so far?',
  note: (coverage) =>
    `The part of each place among the stations counted, compared with its part among all stations. The totals so far reflect places that are counted more. This is no forecast. Coverage of all is ${coverage}.`,
  fewer: 'counted less',
  more: 'counted more',
  fewerLong: 'counted less than its part',
  moreLong: 'counted more than its part',
  even: 'counted as its part',
  place: 'Place',
  points: 'points',
  pointsLong: 'Difference of parts, percentage points',
  coverage: 'coverage',
  all: (count) => `Show all ${count}`,
  fewerRows: 'Show fewer',
  none: 'Nothing can be compared yet.',
};

/** What is said of places that are counted more or less than their part. */
export function representationTexts(language: Language): Sentences {
  return featureTexts({ id: indonesian, en: english }, language);
}
