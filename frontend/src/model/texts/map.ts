import type { FeatureTexts } from '../texts.js';
import type { Reading } from '../map-reading.js';

/** The sentences of the map. Nothing here says that anyone wins: it says what is counted so far. */
export interface MapTexts {
  readonly titles: { readonly nation: string; readonly province: string };
  readonly shows: string;
  readonly readings: Readonly<Record<Reading, string>>;
  readonly choice: string;
  /** What the legend says, of counted stations or of everything sent. */
  readonly legends: Readonly<Record<Reading, string>>;
  readonly leaderSent: string;
  readonly none: string;
  readonly noneCounted: string;
  readonly tie: string;
  readonly withheld: string;
  readonly most: (name: string, share: string) => string;
  readonly tied: (names: string, share: string) => string;
  readonly range: (from: string, to: string) => string;
  readonly coverage: string;
  readonly stations: (counted: string, expected: string, percent: string) => string;
  readonly noStations: string;
  readonly parts: readonly [string, string];
  readonly hint: string;
  readonly keys: string;
  readonly same: string;
  readonly open: string;
  readonly outside: string;
  readonly shapeless: string;
  readonly failed: string;
  readonly sourceNation: string;
  readonly sourceProvince: string;
  readonly simplified: string;
}

export const MAP_TEXTS: FeatureTexts<MapTexts> = {
  id: {
    titles: { nation: 'Peta provinsi', province: 'Peta kabupaten dan kota' },
    shows: 'Yang ditampilkan peta',
    readings: { leader: 'Suara terbanyak', share: 'Perolehan', coverage: 'Cakupan' },
    choice: 'Perolehan pilihan',
    legends: {
      leader: 'Suara terbanyak sejauh ini di TPS yang sudah dihitung. Angka: jumlah wilayah.',
      share: 'Bagian dari suara semua pilihan sejauh ini.',
      coverage: 'TPS yang sudah dihitung dari seluruh TPS.',
    },
    leaderSent: 'Suara terbanyak sejauh ini dalam formulir sebagaimana dikirim. Angka: jumlah wilayah.',
    none: 'belum ada suara',
    noneCounted: 'belum ada TPS dihitung',
    tie: 'sama banyak',
    withheld: 'angka ditahan',
    most: (name, share) => `suara terbanyak sejauh ini ${name}, ${share}`,
    tied: (names, share) => `sama banyak sejauh ini: ${names}, masing-masing ${share}`,
    range: (from, to) => `${from}–${to}\u00a0%`,
    coverage: 'TPS dihitung',
    stations: (counted, expected, percent) => `${counted} dari ${expected} TPS dihitung, ${percent}`,
    noStations: 'tidak ada TPS',
    parts: ['Bagian barat', 'Bagian timur'],
    hint: 'Sentuh, tunjuk, atau pilih dengan tombol panah: angka wilayah itu tampil di sini.',
    keys: 'Tombol panah berpindah ke wilayah terdekat, Enter membukanya.',
    same: 'Tabel di bawah memuat angka yang sama.',
    open: 'Buka',
    outside: 'Di luar peta',
    shapeless:
      'Sumber peta tidak memiliki bentuk untuk wilayah berikut; di peta wilayah itu termasuk tetangganya atau tidak tergambar:',
    failed: 'Peta tidak dapat dimuat. Tabel di bawah memuat angka yang sama.',
    sourceNation: 'Batas provinsi',
    sourceProvince: 'Batas kabupaten dan kota',
    simplified: 'disederhanakan',
  },
  en: {
    titles: { nation: 'Map of provinces', province: 'Map of regencies and cities' },
    shows: 'What the map shows',
    readings: { leader: 'Most votes', share: 'Share', coverage: 'Coverage' },
    choice: 'Share of',
    legends: {
      leader: 'Most votes so far among counted stations. Figures: number of places.',
      share: 'Part of the votes for all choices so far.',
      coverage: 'Stations counted, of all stations.',
    },
    leaderSent: 'Most votes so far in the forms as they were sent. Figures: number of places.',
    none: 'no votes yet',
    noneCounted: 'no station counted yet',
    tie: 'equal',
    withheld: 'withheld',
    most: (name, share) => `most votes so far ${name}, ${share}`,
    tied: (names, share) => `equal so far: ${names}, ${share} each`,
    range: (from, to) => `${from}–${to}%`,
    coverage: 'Stations counted',
    stations: (counted, expected, percent) => `${counted} of ${expected} stations counted, ${percent}`,
    noStations: 'no stations',
    parts: ['Western part', 'Eastern part'],
    hint: 'Touch, point, or choose with the arrow keys: the figures of that place appear here.',
    keys: 'Arrow keys move to the nearest place, Enter opens it.',
    same: 'The table below has the same numbers.',
    open: 'Open',
    outside: 'Off the map',
    shapeless:
      'The source of the map has no shape for these places; on the map they are part of a neighbour or not drawn:',
    failed: 'The map could not be loaded. The table below has the same numbers.',
    sourceNation: 'Province boundaries',
    sourceProvince: 'Regency and city boundaries',
    simplified: 'simplified',
  },
};
