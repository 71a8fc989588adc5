import type { FeatureTexts } from '../texts.js';

/** What the wall says beside the words of every page. */
export interface WallTexts {
  readonly keys: string;
  readonly paused: string;
  readonly page: (page: number, of: number) => string;
  readonly leave: string;
}

export const wallTexts: FeatureTexts<WallTexts> = {
  id: {
    keys: 'Spasi: jeda. Panah kiri dan kanan: mundur dan maju.',
    paused: 'Dijeda',
    page: (page, of) => `Halaman ${page} dari ${of}`,
    leave: 'Ke halaman biasa',
  },
  en: {
    keys: 'Space: pause. Left and right arrow: back and on.',
    paused: 'Paused',
    page: (page, of) => `Page ${page} of ${of}`,
    leave: 'To the ordinary page',
  },
};
