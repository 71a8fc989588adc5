import type { Language } from '../language.js';
import { type FeatureTexts, featureTexts } from '../texts.js';

/** The sentences of a station's page beside the form itself. */
interface StationTexts {
  readonly transcriptionQuestion: string;
  readonly paperQuestion: string;
  readonly transcription: Readonly<Record<'proven' | 'doubted' | 'waiting' | 'one' | 'two', readonly [word: string, more: string]>>;
  readonly paper: Readonly<Record<'agrees' | 'flagged' | 'unsure' | 'open', readonly [word: string, more: string]>>;
  readonly withdrawn: readonly [word: string, more: string];
  readonly marked: string;
  readonly remember: string;
  readonly forget: string;
  readonly deviceOnly: string;
  readonly photoAlt: (page: string, station: string) => string;
  readonly photosStored: string;
  readonly photosMixed: string;
  readonly photoBroken: string;
  readonly enlarge: (page: string) => string;
  readonly close: string;
  readonly previous: string;
  readonly next: string;
  readonly actual: string;
  readonly fullSize: string;
}

export const stationTexts: FeatureTexts<StationTexts> = {
  id: {
    transcriptionQuestion: 'Apakah salinan ini sama dengan kertasnya?',
    paperQuestion: 'Apakah hitungan di kertasnya cocok?',
    transcription: {
      proven: ['Ya, terbukti dari hitungannya sendiri', 'Dibaca perangkat lunak; jumlah di formulir saling membuktikan.'],
      doubted: ['Belum pasti', 'Dibaca perangkat lunak, tetapi jumlahnya tidak saling cocok. Formulir ditahan sampai diperiksa orang.'],
      waiting: ['Belum pasti', 'Dibaca perangkat lunak, dan ditahan sampai diperiksa orang.'],
      one: ['Ya, menurut satu orang', 'Satu orang membandingkan salinan ini dengan kertasnya.'],
      two: ['Ya, dua salinan sama', 'Dua pemasukan data yang terpisah cocok satu sama lain.'],
    },
    paper: {
      agrees: ['Ya', 'Semua pemeriksaan yang bisa dilakukan cocok.'],
      flagged: ['Ada yang tidak cocok', 'Ini catatan terbuka, bukan alasan menahan. Perbaikannya wewenang rekapitulasi.'],
      unsure: ['Ada yang tidak cocok', 'Salinannya belum pasti, jadi ini bisa juga salah baca.'],
      open: ['Belum bisa dikatakan', 'Baru bisa diperiksa setelah salinannya pasti.'],
    },
    withdrawn: ['Salinan ditarik', 'Tidak ada salinan yang berlaku sekarang. Yang lama tetap terlihat di bawah.'],
    marked: 'Tanda ◆ berdiri di depan setiap angka yang disebut sebuah pemeriksaan.',
    remember: 'Ingat TPS ini',
    forget: 'Lupakan TPS ini',
    deviceOnly: 'Hanya disimpan di perangkat ini, tidak dikirim ke mana pun.',
    photoAlt: (page, station) => `${page} formulir C.Hasil, ${station}`,
    photosStored: 'Foto dari penyimpanan kami sendiri, dicocokkan dengan sidik jarinya (SHA-256).',
    photosMixed: 'Foto yang tidak kami simpan tidak ditampilkan; alamat dan sidik jarinya ditulis seperti dikirim.',
    photoBroken: 'Foto tidak bisa dimuat',
    enlarge: (page) => `Perbesar ${page.toLowerCase()}`,
    close: 'Tutup',
    previous: 'Sebelumnya',
    next: 'Berikutnya',
    actual: 'Ukuran asli',
    fullSize: 'Buka berkas foto',
  },
  en: {
    transcriptionQuestion: 'Is the transcription equal to the paper?',
    paperQuestion: 'Does the paper add up?',
    transcription: {
      proven: ['Yes, proven by its own arithmetic', "Read by software; the form's sums prove each other."],
      doubted: ['Not certain yet', 'Read by software, but the sums do not agree. The form is held until a person has looked at it.'],
      waiting: ['Not certain yet', 'Read by software, and held until a person has looked at it.'],
      one: ['Yes, one person says so', 'One person compared this transcription with the paper.'],
      two: ['Yes, two entries agree', 'Two separate entries of the data are the same.'],
    },
    paper: {
      agrees: ['Yes', 'All checks that could be made agree.'],
      flagged: ['Something does not agree', 'This is an open remark, no reason to hold. Correcting it is up to the recapitulation.'],
      unsure: ['Something does not agree', 'The transcription is not certain, so this may be a misreading as well.'],
      open: ['Cannot be said yet', 'It can be checked once the transcription is certain.'],
    },
    withdrawn: ['Transcription withdrawn', 'No transcription stands now. The earlier ones remain below.'],
    marked: 'The mark ◆ stands before every figure that a check names.',
    remember: 'Remember this station',
    forget: 'Forget this station',
    deviceOnly: 'Kept on this device only, sent nowhere.',
    photoAlt: (page, station) => `${page} of the C.Hasil form, ${station}`,
    photosStored: 'Photos from our own store, checked against their fingerprint (SHA-256).',
    photosMixed: 'Photos that we do not keep are not shown; their address and fingerprint stand as they were sent.',
    photoBroken: 'The photo could not be loaded',
    enlarge: (page) => `Enlarge ${page.toLowerCase()}`,
    close: 'Close',
    previous: 'Previous',
    next: 'Next',
    actual: 'Actual size',
    fullSize: 'Open the photo file',
  },
  jv: { remember: 'Elingen TPS iki', forget: 'Lalekna TPS iki', close: 'Tutup' },
  su: { remember: 'Émut TPS ieu', forget: 'Hilapkeun TPS ieu', close: 'Tutup' },
};

export function stationTextsOf(language: Language): StationTexts {
  return featureTexts(stationTexts, language);
}
