import type { WireLanguage } from '../model/language.js';

/** How a widget is asked for, by its attributes (docs/widget.md). */
export type Theme = 'light' | 'dark' | 'auto' | 'transparent';

const THEMES: readonly Theme[] = ['light', 'dark', 'auto', 'transparent'];
const LAYOUTS = ['card', 'bars', 'table', 'map', 'ticker', 'broadcast-16x9', 'broadcast-9x16'] as const;
export type LayoutName = (typeof LAYOUTS)[number];

const HEIGHT_PIXELS_MAX = 5000;

export interface Options {
  readonly contest: string;
  readonly area: string;
  readonly layout: LayoutName;
  readonly language: WireLanguage;
  readonly theme: Theme;
  /** `#rrggbb` of the line at the top, as it is: it decorates and says nothing; null = the ink. */
  readonly accent: string | null;
  /** CSS pixels; null = as high as what is in it. */
  readonly height: number | null;
}

/** An attribute that is none of these counts as the first. */
function oneOf<T extends string>(all: readonly [T, ...T[]] | readonly T[], text: string | null, otherwise: T): T {
  return all.find((each) => each === text) ?? otherwise;
}

/** The language asked for, else the host page's where it is one of ours, else Indonesian. */
function languageOf(element: Element): WireLanguage {
  const asked = element.getAttribute('language') ?? element.closest('[lang]')?.getAttribute('lang') ?? '';
  return asked.toLowerCase().startsWith('en') ? 'en' : 'id';
}

function heightOf(text: string | null): number | null {
  const pixels = Number.parseInt(text ?? '', 10);
  return pixels > 0 ? Math.min(pixels, HEIGHT_PIXELS_MAX) : null;
}

export const ATTRIBUTES = ['contest', 'area', 'layout', 'language', 'theme', 'accent', 'height'] as const;

export function optionsOf(element: Element): Options {
  const accent = element.getAttribute('accent') ?? '';
  return {
    contest: element.getAttribute('contest') ?? 'ppwp',
    area: element.getAttribute('area') ?? '0',
    layout: oneOf(LAYOUTS, element.getAttribute('layout'), 'card'),
    language: languageOf(element),
    theme: oneOf(THEMES, element.getAttribute('theme'), 'auto'),
    accent: /^#[0-9a-f]{6}$/i.test(accent) ? accent : null,
    height: heightOf(element.getAttribute('height')),
  };
}
