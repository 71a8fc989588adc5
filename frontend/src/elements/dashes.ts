import type { Choice } from '../model/wire.js';

/**
 * Line patterns of about equal ink, in ballot order: curves are told apart by eyes that do not see
 * their hues. In pixels: stroke, gap, …; none is a solid line.
 */
const DASHES: readonly (readonly number[])[] = [[], [9, 3], [2, 2], [9, 3, 2, 3], [5, 2], [9, 2, 2, 2, 2, 2]];

/** The pattern of a choice's curve. */
export function dashOf(choice: Choice): readonly number[] {
  return DASHES[(choice.number - 1) % DASHES.length] ?? [];
}
