import { readable } from '../../model/names.js';
import { colorOf } from '../../model/fill.js';
import { progressOf, shareOf, sumOfVotes } from '../../model/shares.js';
import { type AnyRow, type Choice, isOpen } from '../../model/wire.js';
import { h, write } from '../dom.js';
import type { Layout, Setting } from '../layout.js';
import { sheetOf } from './sheet.js';
import { layoutTexts } from './texts.js';

const STYLES = `
.roll{overflow:auto;max-height:var(--roll,none);overscroll-behavior:auto}
.roll[tabindex]:focus-visible{outline-offset:-2px}
.key{display:flex;flex-wrap:wrap;gap:2px 16px;padding:10px 0 6px;font-size:13px}
.key li{display:flex;align-items:baseline;gap:6px}
.key i,th i{display:inline-block;flex:none;width:10px;height:10px}
.key b{font-weight:600}
table{width:100%;border-collapse:collapse;font-size:13.5px}
th,td{padding:7px 0 7px 12px;border-bottom:1px solid var(--line);text-align:right;vertical-align:baseline;white-space:nowrap}
th:first-child{padding-left:0;text-align:left;white-space:normal}
thead th{position:sticky;top:0;z-index:1;background:var(--paper);color:var(--ink-2);font-size:12px;font-weight:400;padding-block:4px;border-bottom-color:var(--line-2)}
:host([theme=transparent]) thead th{position:static}
tbody th{font-weight:400;line-height:1.25}
tbody th small{display:block;color:var(--ink-2);font-size:11.5px}
tbody a{text-decoration-color:var(--line-2)}
.all th,.all td{font-weight:600;border-bottom-color:var(--line-2)}
td.far{color:var(--ink-2)}
td.shut{color:var(--ink-2);text-align:left}
.cover{display:none}
@container(min-width:440px){tbody th small{display:none}.cover{display:table-cell}}
`;

interface Line {
  readonly node: HTMLElement;
  readonly cells: readonly HTMLElement[];
  readonly cover: HTMLElement;
  readonly small: HTMLElement;
  row: AnyRow | null;
}

/** The places below a place, a row each, with the share of every choice and how far the count is. */
class Table implements Layout {
  readonly sheet = sheetOf(STYLES);
  readonly node: HTMLElement;
  private readonly body = h('tbody');
  private readonly lines = new Map<string, Line>();

  constructor(private readonly setting: Setting) {
    const { choices, options } = setting;
    const l = layoutTexts(options.language);
    const head = h(
      'tr',
      {},
      h('th', { scope: 'col' }, l.place),
      ...choices.map((choice) => this.head(choice)),
      h('th', { scope: 'col', class: 'cover' }, l.coverage),
    );
    const roll = h('div', { class: 'roll', tabindex: '0', role: 'group', 'aria-label': l.place }, h('table', {}, h('thead', {}, head), this.body));
    if (options.height) roll.style.setProperty('--roll', `${options.height}px`);
    const key = choices.map((choice) => h('li', {}, this.mark(choice), h('b', {}, String(choice.number)), choice.shortName));
    this.node = h('div', {}, h('ul', { class: 'key', role: 'list' }, ...key), roll);
  }

  private mark(choice: Choice): HTMLElement {
    const mark = h('i', { 'aria-hidden': 'true' });
    mark.style.background = colorOf(choice);
    return mark;
  }

  private head(choice: Choice): HTMLElement {
    return h('th', { scope: 'col' }, this.mark(choice), ` ${choice.number}`, h('span', { class: 'unseen' }, ` ${choice.shortName}, %`));
  }

  show(body: Parameters<Layout['show']>[0]): void {
    this.write({ code: body.area, name: body.name, totals: body.totals, stations: body.stations }, true);
    for (const row of body.children ?? []) this.write(row, false);
  }

  private line(row: AnyRow, all: boolean): Line {
    const { setting } = this;
    const small = h('small');
    const cells = setting.choices.map(() => h('td'));
    const cover = h('td', { class: 'far cover' });
    const name = readable(row.name);
    // A station has a page of another kind; the widget leads to the places only.
    const place = all || row.code.length > 10 ? name : h('a', { href: setting.href(row.code), target: '_blank', rel: 'noopener' }, name);
    const node = h('tr', { 'data-code': row.code, class: all ? 'all' : '' }, h('th', { scope: 'row' }, place, small), ...cells, cover);
    this.body.append(node);
    return { node, cells, cover, small, row: null };
  }

  /** A row that did not change is the very same object (live/book.ts): it is passed over. */
  private write(row: AnyRow, all: boolean): void {
    let line = this.lines.get(row.code);
    if (!line) {
      line = this.line(row, all);
      this.lines.set(row.code, line);
    }
    if (line.row === row) return;
    line.row = row;
    const { t, n, choices, options } = this.setting;
    const open = isOpen(row);
    const sum = open ? sumOfVotes(row.totals.votes, choices) : 0;
    choices.forEach((choice, at) => {
      const share = open ? shareOf(row.totals.votes[choice.id] ?? 0, sum) : null;
      const cell = line.cells[at];
      if (cell) write(cell, share === null ? '–' : n.share(share));
    });
    const progress = open ? progressOf(row.stations) : null;
    const cover = !open ? layoutTexts(options.language).withheldRow : progress === null ? t.noStations : n.percent(progress);
    write(line.cover, cover);
    write(line.small, open && progress !== null ? `${cover} ${t.progress}` : cover);
  }
}

export function layout(setting: Setting): Layout {
  return new Table(setting);
}
