import type { RowState } from '../filter.js';
import type { FeatureTexts } from '../texts.js';

export interface FilterTexts {
  readonly words: string;
  readonly state: string;
  readonly any: string;
  readonly areas: Readonly<Record<RowState, string>>;
  readonly stations: Readonly<Record<RowState, string>>;
  readonly shown: (shown: string, all: string) => string;
  readonly none: string;
  readonly clear: string;
}

export const filterTexts: FeatureTexts<FilterTexts> = {
  id: {
    words: 'Saring menurut nama atau kode',
    state: 'Keadaan',
    any: 'Semua',
    areas: { counted: 'Selesai dihitung', partial: 'Sebagian', held: 'Ditahan', waiting: 'Belum ada' },
    stations: { counted: 'Dihitung', partial: 'Sebagian', held: 'Ditahan', waiting: 'Menunggu' },
    shown: (shown, all) => `${shown} dari ${all}`,
    none: 'Tidak ada yang cocok.',
    clear: 'Tampilkan semua',
  },
  en: {
    words: 'Filter by name or code',
    state: 'State',
    any: 'All',
    areas: { counted: 'All counted', partial: 'In part', held: 'Held', waiting: 'None yet' },
    stations: { counted: 'Counted', partial: 'In part', held: 'Held', waiting: 'Waiting' },
    shown: (shown, all) => `${shown} of ${all}`,
    none: 'Nothing fits.',
    clear: 'Show all',
  },
};
