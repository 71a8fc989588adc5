import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast } from '../model/color.js';
import { PAPERS } from '../model/papers.js';

/** The colours of the page are legible in both appearances (WCAG 1.4.3 and 1.4.11). */

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const blocks = [...css.matchAll(/:root[^{]*\{([^}]*)\}/g)].map(([, block]) => block ?? '');
const token = (block: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block)?.[1] ?? '';

test('tokens_lightAndBothDarkBlocks_areThere', () => {
  expect(blocks.map((block) => token(block, 'paper'))).toEqual([PAPERS[0], PAPERS[1], PAPERS[1]]);
});

test.each([0, 1, 2])('tokens_block%d_textIsLegibleAndEdgesAreVisible', (index) => {
  const block = blocks[index] ?? '';
  const paper = token(block, 'paper');
  expect(contrast(token(block, 'ink'), paper)).toBeGreaterThanOrEqual(7);
  expect(contrast(token(block, 'ink-2'), paper)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(token(block, 'ink-2'), token(block, 'wash'))).toBeGreaterThanOrEqual(4.5);
  expect(contrast(token(block, 'banner-ink'), token(block, 'banner'))).toBeGreaterThanOrEqual(4.5);
  expect(contrast(token(block, 'focus'), paper)).toBeGreaterThanOrEqual(3);
  expect(contrast(token(block, 'line-2'), paper)).toBeGreaterThanOrEqual(3);
});
