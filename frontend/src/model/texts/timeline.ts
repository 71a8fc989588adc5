import type { Language } from '../language.js';
import { featureTexts } from '../texts.js';

const indonesian = {
  title: 'Penghitungan dari waktu ke waktu',
  measure: 'Ukuran grafik',
  votes: 'Suara',
  shares: 'Persen',
  zone: (name: string) => `waktu dalam ${name}`,
  stations: 'TPS',
  counted: 'dihitung',
  held: 'ditahan',
  allStations: 'seluruh TPS',
  slider: 'Waktu yang ditampilkan',
  hint: 'Geser untuk melihat keadaan sebelumnya. Papan ketik: ← → satu titik, Page Up/Down sepuluh, Home dan End.',
  now: 'Sekarang',
  toNow: 'Kembali ke sekarang',
  copy: 'Salin tautan tetap',
  copied: 'Tautan tersalin',
  table: 'Angka grafik sebagai tabel',
  tableNote: (shown: string, all: string) => `${shown} dari ${all} titik.`,
  time: 'Waktu',
  empty: 'Belum ada formulir yang dihitung di sini.',
  onlyCounted: 'Grafik ini selalu menunjukkan yang dihitung, bukan yang dikirim.',
  loading: 'Memuat riwayat',
  before: 'Sebelum formulir pertama',
};

type Sentences = typeof indonesian;

const english: Sentences = {
  title: 'The count over time',
  measure: 'Measure of the chart',
  votes: 'Votes',
  shares: 'Per cent',
  zone: (name) => `times in ${name}`,
  stations: 'Stations',
  counted: 'counted',
  held: 'held',
  allStations: 'all stations',
  slider: 'Time shown',
  hint: 'Slide to see an earlier standing. Keyboard: ← → one point, Page Up/Down ten, Home and End.',
  now: 'Now',
  toNow: 'Back to now',
  copy: 'Copy permalink',
  copied: 'Link copied',
  table: 'Numbers of the chart as a table',
  tableNote: (shown, all) => `${shown} of ${all} points.`,
  time: 'Time',
  empty: 'No form has been counted here yet.',
  onlyCounted: 'This chart always shows what is counted, not what was sent.',
  loading: 'Loading the history',
  before: 'Before the first form',
};

/** What is said of the count over time. */
export function timelineTexts(language: Language): Sentences {
  return featureTexts({ id: indonesian, en: english }, language);
}
