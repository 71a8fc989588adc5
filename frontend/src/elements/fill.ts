import { visibleOn } from '../model/color.js';
import type { Choice } from '../model/wire.js';
import { PAPERS } from './papers.js';

/** WCAG 1.4.11; a choice has one colour that reaches it on both papers. */
const VISIBLE_RATIO = 3;

/**
 * Textures of equal weight, in ballot order: fine lines of paper over the colour, so that choices
 * are told apart by eyes that do not see their hues. The first is plain.
 */
const TEXTURES = [
  'none',
  'repeating-linear-gradient(135deg, var(--paper) 0 1px, transparent 1px 6px)',
  'repeating-linear-gradient(90deg, var(--paper) 0 1px, transparent 1px 6px)',
  'repeating-linear-gradient(0deg, var(--paper) 0 1px, transparent 1px 4px)',
  'repeating-linear-gradient(45deg, var(--paper) 0 1px, transparent 1px 6px)',
  'radial-gradient(circle at 2px 2px, var(--paper) 1px, transparent 1.2px) 0 0 / 5px 5px',
] as const;

const known = new Map<string, string>();

/** The CSS background of a choice: its official colour, made visible, with its texture. */
export function fillOf(choice: Choice): string {
  const key = `${choice.color} ${choice.number}`;
  let fill = known.get(key);
  if (fill === undefined) {
    const texture = TEXTURES[(choice.number - 1) % TEXTURES.length] ?? 'none';
    const color = visibleOn(choice.color, PAPERS, VISIBLE_RATIO);
    fill = texture === 'none' ? color : `${texture}, ${color}`;
    known.set(key, fill);
  }
  return fill;
}
