import type { WireLanguage } from '../model/language.js';

/** The sentences of the widgets; the same words as the pages', as few of them as a widget needs. */
const indonesian = {
  loading: 'Memuat angka…',
  testMark: 'Data uji',
  notice: 'Alat bantu informasi. Bukan hasil resmi. Hasil resmi ditetapkan melalui rekapitulasi berjenjang oleh KPU.',
  levels: ['Nasional', 'Provinsi', 'Kabupaten/Kota', 'Kecamatan', 'Desa/Kelurahan'],
  levelsOverseas: ['', 'Luar negeri', 'Perwakilan', 'Perwakilan', 'Perwakilan'],
  votes: 'suara',
  progress: 'TPS dihitung',
  complete: 'Semua TPS dihitung',
  noStations: 'Tidak ada TPS',
  counted: (counted: string, expected: string) => `${counted} dari ${expected} TPS`,
  held: (held: string) => `${held} ditahan`,
  updated: 'Hitungan terakhir',
  waiting: 'Belum ada formulir yang masuk',
  staleQuiet: (time: string) => `Hitungan tidak bergerak sejak pukul ${time}.`,
  staleUnheard: (time: string) => `Server tidak menerima kabar dari penghitungan; formulir terakhir dihitung pukul ${time}.`,
  link: {
    connecting: 'Menyambung',
    live: 'Langsung',
    reconnecting: 'Menyambung kembali',
    delayed: 'Tertunda',
    offline: 'Luring',
    stopped: 'Sambungan dihentikan',
  },
  why: {
    count: 'server tidak menerima kabar dari penghitungan',
    behind: 'server menawarkan angka yang lebih lama',
    polling: 'angka diambil secara berkala',
  },
  knownAt: (time: string) => `angka diketahui pukul ${time}`,
  withheld: 'Angka wilayah ini sedang tidak ditampilkan',
  by: (office: string) => `Diputuskan oleh ${office}`,
  says: (office: string) => `Pemberitahuan ${office}`,
  since: 'sejak',
  until: 'sampai',
  unknown: 'Pemilihan atau wilayah ini tidak dikenal.',
  more: 'Buka halaman lengkap',
};

export type WidgetTexts = typeof indonesian;

const english: WidgetTexts = {
  loading: 'Loading numbers…',
  testMark: 'Test data',
  notice: "Information aid, not the official result. The official result is set by KPU's tiered recapitulation.",
  levels: ['Nation', 'Province', 'Regency or city', 'District', 'Village'],
  levelsOverseas: ['', 'Overseas', 'Mission', 'Mission', 'Mission'],
  votes: 'votes',
  progress: 'of stations counted',
  complete: 'All stations counted',
  noStations: 'No stations',
  counted: (counted, expected) => `${counted} of ${expected} stations`,
  held: (held) => `${held} held`,
  updated: 'Last count',
  waiting: 'No form has come in yet',
  staleQuiet: (time) => `The count has stood still since ${time}.`,
  staleUnheard: (time) => `The server hears nothing from the count; the last form was counted at ${time}.`,
  link: {
    connecting: 'Connecting',
    live: 'Live',
    reconnecting: 'Reconnecting',
    delayed: 'Delayed',
    offline: 'Offline',
    stopped: 'Connection ended',
  },
  why: {
    count: 'the server hears nothing from the count',
    behind: 'the server offers older numbers',
    polling: 'numbers are fetched now and then',
  },
  knownAt: (time) => `numbers known at ${time}`,
  withheld: 'The numbers of this place are withheld for now',
  by: (office) => `Decided by ${office}`,
  says: (office) => `Notice of ${office}`,
  since: 'since',
  until: 'until',
  unknown: 'There is no such contest or place.',
  more: 'Open the full page',
};

const ALL: Readonly<Record<WireLanguage, WidgetTexts>> = { id: indonesian, en: english };

export function widgetTexts(language: WireLanguage): WidgetTexts {
  return ALL[language];
}
