import type { FeatureTexts } from '../texts.js';

export interface EmbedTexts {
  readonly title: string;
  readonly lead: string;
  readonly contest: string;
  readonly place: string;
  readonly layout: string;
  readonly layouts: Readonly<Record<'card' | 'bars' | 'table' | 'map' | 'ticker', string>>;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'auto' | 'light' | 'dark' | 'transparent', string>>;
  readonly accent: string;
  readonly accentHint: string;
  readonly height: string;
  readonly heightHint: string;
  readonly width: string;
  readonly full: string;
  readonly preview: string;
  readonly script: string;
  readonly scriptNote: string;
  readonly frame: string;
  readonly frameNote: string;
  readonly picture: string;
  readonly copy: string;
  readonly copied: string;
  readonly failed: string;
  readonly noPreview: string;
  readonly link: string;
}

export const embedTexts: FeatureTexts<EmbedTexts> = {
  id: {
    title: 'Pasang di situs Anda',
    lead: 'Angka langsung di halaman lain: satu baris, tanpa kuki dan tanpa pelacakan. Waktu, cakupan, dan pemberitahuan bahwa ini bukan hasil resmi selalu ikut.',
    contest: 'Pemilihan',
    place: 'Wilayah',
    layout: 'Bentuk',
    layouts: { card: 'Kartu', bars: 'Batang', table: 'Tabel', map: 'Peta', ticker: 'Bergilir' },
    language: 'Bahasa',
    theme: 'Tampilan',
    themes: { auto: 'Otomatis', light: 'Terang', dark: 'Gelap', transparent: 'Tembus' },
    accent: 'Warna garis atas',
    accentHint: '#rrggbb, boleh kosong',
    height: 'Tinggi',
    heightHint: 'piksel, boleh kosong',
    width: 'Lebar pratinjau',
    full: 'Penuh',
    preview: 'Pratinjau',
    script: 'Elemen',
    scriptNote: 'Skrip cukup sekali di satu halaman. Tautan dan gambar di dalamnya terlihat bila skrip mati.',
    frame: 'Bingkai',
    frameNote: 'Untuk situs yang tidak menerima skrip. Tingginya menyesuaikan bila halaman juga memuat embed.js.',
    picture: 'Gambar',
    copy: 'Salin',
    copied: 'Tersalin',
    failed: 'Tidak dapat disalin; pilih dan salin sendiri.',
    noPreview: 'Pratinjau tidak dapat dimuat.',
    link: 'Pasang di situs Anda',
  },
  en: {
    title: 'Embed in your site',
    lead: 'Live numbers in another page: one line, no cookies, no tracking. Time, coverage and the notice that this is no official result always come along.',
    contest: 'Contest',
    place: 'Place',
    layout: 'Layout',
    layouts: { card: 'Card', bars: 'Bars', table: 'Table', map: 'Map', ticker: 'Ticker' },
    language: 'Language',
    theme: 'Appearance',
    themes: { auto: 'Automatic', light: 'Light', dark: 'Dark', transparent: 'Transparent' },
    accent: 'Colour of the top line',
    accentHint: '#rrggbb, may be empty',
    height: 'Height',
    heightHint: 'pixels, may be empty',
    width: 'Width of the preview',
    full: 'Full',
    preview: 'Preview',
    script: 'Element',
    scriptNote: 'The script stands once in a page. The link and picture inside are seen where scripts are off.',
    frame: 'Frame',
    frameNote: 'For sites that take no script. It finds its height where the page has loaded embed.js too.',
    picture: 'Picture',
    copy: 'Copy',
    copied: 'Copied',
    failed: 'It cannot be copied; select and copy it yourself.',
    noPreview: 'The preview could not be loaded.',
    link: 'Embed in your site',
  },
};
