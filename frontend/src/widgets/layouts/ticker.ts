import { colorOf } from '../../model/fill.js';
import { readable } from '../../model/names.js';
import { progressOf, shareOf, sumOfVotes } from '../../model/shares.js';
import { type AnyRow, type Results, isOpen } from '../../model/wire.js';
import { h, write } from '../dom.js';
import type { Layout, Setting } from '../layout.js';
import { sheetOf } from './sheet.js';
import { layoutTexts } from './texts.js';

/** How long a place stands. */
const STEP_MILLIS = 5000;

const STYLES = `
.tick{display:flex;align-items:baseline;flex-wrap:wrap;gap:2px 18px;padding:2px 0 10px;border-bottom:1px solid var(--line)}
.tick .where{font-weight:600;font-size:16px}
.tick .where small{margin-left:8px;color:var(--ink-2);font-size:12.5px;font-weight:400}
.tick ol{flex:1 0 100%;display:flex;flex-wrap:wrap;gap:2px 18px}
.tick li{display:flex;align-items:baseline;gap:7px;font-size:14.5px;white-space:nowrap}
.tick li i{width:10px;height:10px}
.tick li b{font-weight:600;font-size:16px}
.tick button{margin-left:auto;padding:4px 0 4px 10px;border:0;background:none;color:var(--ink-2);font:inherit;font-size:12.5px;text-decoration:underline;text-underline-offset:.2em;cursor:pointer}
header{padding:10px 0 0}
.place{display:none}
.main{border-top:0}
article>div:nth-of-type(3){display:none}
`;

/**
 * The place and then the places below it, one after another on a line: a step every few seconds
 * and no running text. Whoever reads can hold it (WCAG 2.2.2); it holds by itself under a pointer.
 */
class Ticker implements Layout {
  readonly sheet = sheetOf(STYLES);
  readonly node: HTMLElement;
  private readonly where = h('span');
  private readonly far = h('small');
  private readonly shares: readonly HTMLElement[];
  private readonly hold = h('button', { type: 'button' });
  private body: Results | null = null;
  private at = 0;
  private held = matchMedia('(prefers-reduced-motion: reduce)').matches;
  private over = false;
  private readonly beat = setInterval(() => { this.step(); }, STEP_MILLIS);

  constructor(private readonly setting: Setting) {
    const { choices } = setting;
    this.shares = choices.map(() => h('b'));
    const items = choices.map((choice, at) => {
      const mark = h('i', { 'aria-hidden': 'true' });
      mark.style.background = colorOf(choice);
      return h('li', { 'data-choice': choice.id }, mark, `${choice.number} ${choice.shortName}`, this.shares[at]);
    });
    this.hold.addEventListener('click', () => {
      this.held = !this.held;
      this.name();
    });
    this.name();
    this.node = h('div', { class: 'tick' }, h('p', { class: 'where' }, this.where, this.far), this.hold, h('ol', { role: 'list' }, ...items));
    this.node.addEventListener('pointerenter', () => { this.over = true; });
    this.node.addEventListener('pointerleave', () => { this.over = false; });
  }

  stop(): void {
    clearInterval(this.beat);
  }

  show(body: Results): void {
    this.body = body;
    this.draw();
  }

  private name(): void {
    const l = layoutTexts(this.setting.options.language);
    write(this.hold, this.held ? l.resume : l.pause);
  }

  private step(): void {
    if (this.held || this.over || document.hidden || !this.body) return;
    this.at = (this.at + 1) % (1 + (this.body.children?.length ?? 0));
    this.draw();
  }

  /** The place itself is the first; what has no numbers is passed over by nobody, it says so. */
  private draw(): void {
    const { body } = this;
    if (!body) return;
    const all: AnyRow = { code: body.area, name: body.name, totals: body.totals, stations: body.stations };
    const row = this.at === 0 ? all : (body.children?.[this.at - 1] ?? all);
    const { t, n, choices, options } = this.setting;
    write(this.where, readable(row.name));
    const progress = isOpen(row) ? progressOf(row.stations) : null;
    write(this.far, !isOpen(row) ? layoutTexts(options.language).withheldRow : progress === null ? t.noStations : `${n.percent(progress)} ${t.progress}`);
    const sum = isOpen(row) ? sumOfVotes(row.totals.votes, choices) : 0;
    choices.forEach((choice, at) => {
      const share = isOpen(row) ? shareOf(row.totals.votes[choice.id] ?? 0, sum) : null;
      const cell = this.shares[at];
      if (cell) write(cell, share === null ? '–' : n.percent(share));
    });
  }
}

export function layout(setting: Setting): Layout {
  return new Ticker(setting);
}
