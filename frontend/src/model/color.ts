/**
 * Colours of choices, made visible: the official ones are kept in hue and only as far darkened or
 * lightened as the contrast against the pages asks (WCAG 1.4.11: 3 to 1 for what carries meaning).
 */

type Rgb = readonly [number, number, number];

const STEPS = 100;

function rgbOf(hex: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) return null;
  const [, r = '', g = '', b = ''] = match;
  return [parseInt(r, 16), parseInt(g, 16), parseInt(b, 16)];
}

function mix(from: Rgb, toward: number, part: number): string {
  return `#${from
    .map((value) => Math.round(value + (toward - value) * part).toString(16).padStart(2, '0'))
    .join('')}`;
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const s = part / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG's ratio, 1 … 21, of two `#rrggbb` colours; 1 where one is no colour. */
export function contrast(a: string, b: string): number {
  const one = rgbOf(a);
  const two = rgbOf(b);
  if (!one || !two) return 1;
  const [dark, light] = [luminance(one), luminance(two)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The colour, or the nearest mix of it with black or white that reaches the ratio on every page
 * given. A text that is no colour counts as a middle grey; where no mix reaches the ratio on all
 * pages, the middle grey it is.
 */
export function visibleOn(color: string, pages: readonly string[], ratioMin: number): string {
  const grey = '#808080';
  const from = rgbOf(color) ?? [128, 128, 128];
  for (let step = 0; step <= STEPS; step++) {
    for (const toward of [0, 255]) {
      const mixed = mix(from, toward, step / STEPS);
      if (pages.every((page) => contrast(mixed, page) >= ratioMin)) return mixed;
    }
  }
  return grey;
}
