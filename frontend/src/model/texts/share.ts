import type { FeatureTexts } from '../texts.js';

export interface ShareTexts {
  readonly title: string;
  readonly note: string;
  readonly fixed: string;
  readonly live: string;
  readonly copy: string;
  readonly copied: string;
  readonly failed: string;
  readonly send: string;
  readonly save: string;
  readonly picture: (place: string, time: string) => string;
  readonly noPicture: string;
}

export const shareTexts: FeatureTexts<ShareTexts> = {
  id: {
    title: 'Bagikan',
    note: 'Gambar dan tautan tetap menunjukkan angka pada saat itu, dengan waktu dan kode QR; siapa pun dapat membukanya kembali dan mencocokkan.',
    fixed: 'Tautan ke angka saat ini',
    live: 'Tautan yang terus bergerak',
    copy: 'Salin',
    copied: 'Tersalin',
    failed: 'Tidak dapat disalin; pilih dan salin sendiri.',
    send: 'Kirim…',
    save: 'Simpan gambar',
    picture: (place, time) => `Kartu angka ${place}, ${time}, dengan kode QR ke halaman ini pada saat itu.`,
    noPicture: 'Gambar belum dapat dibuat.',
  },
  en: {
    title: 'Share',
    note: 'The picture and the fixed link keep the numbers of that moment, with time and QR code; anyone can open them again and compare.',
    fixed: 'Link to the numbers of this moment',
    live: 'Link that goes on moving',
    copy: 'Copy',
    copied: 'Copied',
    failed: 'It cannot be copied; select and copy it yourself.',
    send: 'Send…',
    save: 'Save picture',
    picture: (place, time) => `Card with the numbers of ${place}, ${time}, with a QR code to this page at that moment.`,
    noPicture: 'The picture could not be made yet.',
  },
};
