import { visibleOn } from './color.js';
import type { Choice } from './wire.js';
import { PAPERS } from './papers.js';

/** WCAG 1.4.11; a choice has one colour that reaches it on both papers. */
const VISIBLE_RATIO = 3;

/** Fine lines, 1 px wide, across an angle (CSS: 90 are upright lines); or dots. One every so many pixels. */
export interface Texture {
  readonly kind: 'lines' | 'dots';
  readonly angle: number;
  readonly everyPixels: number;
}

/**
 * Textures of equal weight, in ballot order: fine lines of paper over the colour, so that choices
 * are told apart by eyes that do not see their hues. The first is plain.
 */
const TEXTURES: readonly (Texture | null)[] = [
  null,
  { kind: 'lines', angle: 135, everyPixels: 6 },
  { kind: 'lines', angle: 90, everyPixels: 6 },
  { kind: 'lines', angle: 0, everyPixels: 4 },
  { kind: 'lines', angle: 45, everyPixels: 6 },
  { kind: 'dots', angle: 0, everyPixels: 5 },
];

const known = new Map<string, string>();

/** The texture of a choice; null for the plain one. The map draws it as SVG. */
export function textureOf(choice: Choice): Texture | null {
  return TEXTURES[(choice.number - 1) % TEXTURES.length] ?? null;
}

/** The official colour of a choice, made visible. */
export function colorOf(choice: Choice): string {
  return visibleOn(choice.color, PAPERS, VISIBLE_RATIO);
}

function background({ kind, angle, everyPixels }: Texture): string {
  return kind === 'lines'
    ? `repeating-linear-gradient(${angle}deg, var(--paper) 0 1px, transparent 1px ${everyPixels}px)`
    : `radial-gradient(circle at 2px 2px, var(--paper) 1px, transparent 1.2px) 0 0 / ${everyPixels}px ${everyPixels}px`;
}

/** The CSS background of a choice: its official colour, made visible, with its texture. */
export function fillOf(choice: Choice): string {
  const key = `${choice.color} ${choice.number}`;
  let fill = known.get(key);
  if (fill === undefined) {
    const texture = textureOf(choice);
    const color = colorOf(choice);
    fill = texture ? `${background(texture)}, ${color}` : color;
    known.set(key, fill);
  }
  return fill;
}
