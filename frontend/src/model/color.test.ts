import { expect, test } from 'vitest';
import { contrast, visibleOn } from './color.js';

const PAPERS = ['#fbfbfa', '#111417'];

test('contrast_blackOnWhite_is21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

test.each(['#8CB9BD', '#C7B7A3', '#B67352', '#FFFFFF', '#000000', '#FFFF00', '#00008B', 'no colour'])(
  'visibleOn_%s_reachesThreeToOneOnBothPapers',
  (official) => {
    const shown = visibleOn(official, PAPERS, 3);
    for (const paper of PAPERS) expect(contrast(shown, paper)).toBeGreaterThanOrEqual(3);
  },
);

test('visibleOn_visibleAlready_staysAsItIs', () => {
  expect(visibleOn('#B67352', PAPERS, 3)).toBe('#b67352');
});
