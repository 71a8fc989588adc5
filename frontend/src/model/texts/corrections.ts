import type { Language } from '../language.js';
import { featureTexts } from '../texts.js';

const indonesian = {
  title: 'Mengapa angkanya turun?',
  note: 'Setiap formulir yang mengurangi suara sebuah pilihan di TPS yang sudah dihitung, yang terbaru di atas.',
  ofTotal: (shown: string, all: string) => `${shown} dari ${all}`,
  more: 'Tampilkan lebih banyak',
  newest: (most: string) => `Hanya ${most} yang terbaru tampil di sini; semuanya ada dalam data terbuka.`,
  none: 'Sejauh ini belum ada jumlah yang turun di sini.',
  loading: 'Memuat daftar',
  untilNow: 'Daftar ini sampai sekarang, bukan sampai waktu yang dipilih.',
  kinds: {
    corrected: 'Koreksi: formulir yang lebih baru memberi angka lain.',
    held: 'Ditahan: formulir yang lebih baru belum cocok atau belum diperiksa, jadi angka lama tidak lagi dijumlahkan.',
    withdrawn: 'Ditarik: TPS ini kembali belum dihitung.',
    emptied: 'Formulir yang lebih baru tidak memuat perolehan suara, jadi angka lama tidak lagi dijumlahkan.',
  },
  why: 'Alasan',
  findings: 'Pemeriksaan',
  delta: 'Perubahan suara',
  position: (position: string) => `posisi ${position}`,
};

type Sentences = typeof indonesian;

const english: Sentences = {
  title: 'Why did it fall?',
  note: 'Every form that took votes from a choice at a station that was counted, newest first.',
  ofTotal: (shown, all) => `${shown} of ${all}`,
  more: 'Show more',
  newest: (most) => `Only the newest ${most} are shown here; all of them are in the open data.`,
  none: 'No total has fallen here so far.',
  loading: 'Loading the list',
  untilNow: 'This list reaches to now, not to the time that is chosen.',
  kinds: {
    corrected: 'Correction: a newer form gives other numbers.',
    held: 'Held: a newer form does not add up or is not checked yet, so the old numbers no longer count.',
    withdrawn: 'Withdrawn: this station is uncounted again.',
    emptied: 'A newer form carries no votes, so the old numbers no longer count.',
  },
  why: 'Reason',
  findings: 'Checks',
  delta: 'Change in votes',
  position: (position) => `position ${position}`,
};

/** What is said of totals that fell. */
export function correctionsTexts(language: Language): Sentences {
  return featureTexts({ id: indonesian, en: english }, language);
}
