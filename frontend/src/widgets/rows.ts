import { colorOf, textureOf } from '../model/fill.js';
import { shareOf, sumOfVotes } from '../model/shares.js';
import type { Choice } from '../model/wire.js';
import { h, write } from './dom.js';
import type { Layout, Setting } from './layout.js';

/**
 * The texture of a choice (model/fill.ts) as a mask: cut out of the colour, so that it needs not to
 * know what it lies on.
 */
export function paint(element: HTMLElement, choice: Choice): void {
  const texture = textureOf(choice);
  element.style.background = colorOf(choice);
  if (!texture) return;
  const { kind, angle, everyPixels: every } = texture;
  const mask =
    kind === 'lines'
      ? `repeating-linear-gradient(${angle}deg, transparent 0 1px, #000 1px ${every}px)`
      : `radial-gradient(circle at 2px 2px, transparent 1px, #000 1.2px) 0 0 / ${every}px ${every}px`;
  element.style.setProperty('-webkit-mask', mask);
  element.style.setProperty('mask', mask);
}

interface Line {
  readonly choice: Choice;
  readonly node: HTMLElement;
  readonly votes: HTMLElement;
  readonly share: HTMLElement;
  readonly fill: HTMLElement;
}

function line({ t }: Setting, choice: Choice, bars: boolean): Line {
  const votes = h('span', { class: 'votes' });
  const share = h('span', { class: 'share' });
  const fill = h('i');
  // A mark is too small for a texture, and its number and name stand beside it.
  if (bars) paint(fill, choice);
  else fill.style.background = colorOf(choice);
  const node = h(
    'li',
    { 'data-choice': choice.id },
    h('span', { class: 'mark', 'aria-hidden': 'true' }, !bars && fill),
    h('span', { class: 'no' }, String(choice.number)),
    h('span', { class: 'name' }, choice.shortName),
    h('span', { class: 'count' }, votes, h('span', { class: 'unit' }, `\u00a0${t.votes}`)),
    share,
    bars && h('span', { class: 'bar', 'aria-hidden': 'true' }, fill),
  );
  return { choice, node, votes, share, fill };
}

/**
 * The choices in ballot order, a line each: `card` marks them with their colour, `bars` draws their
 * shares on one scale of 100 percent.
 */
export function rows(setting: Setting, bars: boolean): Layout {
  const { choices, n } = setting;
  const lines = choices.map((choice) => line(setting, choice, bars));
  const node = h('ol', { role: 'list', class: bars ? 'rows bars' : 'rows' }, ...lines.map((each) => each.node));
  return {
    node,
    show({ totals }) {
      const sum = sumOfVotes(totals.votes, choices);
      for (const { choice, votes, share, fill } of lines) {
        const count = totals.votes[choice.id] ?? 0;
        const part = shareOf(count, sum);
        write(votes, n.integer(count));
        write(share, part === null ? '–' : n.percent(part));
        if (bars) fill.style.width = `${part ?? 0}%`;
      }
    },
  };
}
