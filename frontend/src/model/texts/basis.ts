import type { Language } from '../language.js';
import { featureTexts } from '../texts.js';

const indonesian = {
  name: 'Angka yang ditampilkan',
  counted: 'Dihitung',
  sent: 'Semua seperti dikirim',
  countedMeans: 'Hanya formulir yang hitungannya cocok atau sudah diperiksa orang.',
  sentMeans: (held: string, all: string) =>
    `Semua formulir apa adanya: ${held} dari ${all} TPS di dalamnya ditahan, belum cocok atau belum diperiksa orang. Ini bukan jumlah yang sudah dipastikan.`,
  sentNone: 'Semua formulir apa adanya. Belum ada formulir yang masuk.',
  unchecked: 'Seperti dikirim, belum diperiksa',
  fromHeld: (votes: string) => `${votes} ditahan`,
  sentNote: 'Urutan menurut surat suara. Persentase dari jumlah suara semua pilihan di semua formulir seperti dikirim, termasuk yang ditahan.',
  lead: 'Selisih dua suara terbanyak sejauh ini',
  leadPoints: (points: string) => `${points} poin persen`,
  leadBetween: (one: string, other: string) => `antara ${one} dan ${other}`,
  leadTie: 'Dua suara terbanyak sejauh ini sama banyak',
};

type Sentences = typeof indonesian;

const english: Sentences = {
  name: 'Numbers shown',
  counted: 'Counted',
  sent: 'Everything as sent',
  countedMeans: 'Only forms whose arithmetic agrees or that a person has checked.',
  sentMeans: (held, all) =>
    `Every form as it came: ${held} of the ${all} stations in it are held, not adding up or not yet checked by a person. This is not a verified total.`,
  sentNone: 'Every form as it came. No form has come in yet.',
  unchecked: 'As sent, unchecked',
  fromHeld: (votes) => `${votes} held`,
  sentNote: 'In ballot order. Percentages of the votes for all choices in all forms as sent, held ones included.',
  lead: 'Difference between the two with most votes so far',
  leadPoints: (points) => `${points} percentage points`,
  leadBetween: (one, other) => `between ${one} and ${other}`,
  leadTie: 'The two with most votes so far have equally many',
};

/** What is said of counted and sent numbers, and of the distance between the first two. */
export function basisTexts(language: Language): Sentences {
  return featureTexts({ id: indonesian, en: english }, language);
}
