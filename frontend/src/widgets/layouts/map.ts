import { Geography } from '../../live/geography.js';
import { colorOf } from '../../model/fill.js';
import { type AreaMap, shapesOf, wholeOf } from '../../model/map-shape.js';
import { standingOf } from '../../model/map-reading.js';
import { readable } from '../../model/names.js';
import type { AnyRow, Choice, Results } from '../../model/wire.js';
import { h, s, write } from '../dom.js';
import type { Layout, Setting } from '../layout.js';
import { rows } from '../rows.js';
import { sheetOf } from './sheet.js';
import { layoutTexts } from './texts.js';

const STYLES = `
.map svg{display:block;width:100%;height:auto;max-height:var(--roll,none);padding:12px 0 4px}
.map path{stroke:var(--paper);stroke-width:1;vector-effect:non-scaling-stroke;fill:var(--line)}
:host([theme=transparent]) .map path{stroke:var(--ink)}
.map path.none{fill:var(--line)}
.map path.shut,.map path.tie{fill:none;stroke:var(--line-2)}
.map .read{min-height:1.4em;font-size:13px;color:var(--ink-2)}
.map .read b{color:var(--ink);font-weight:600}
.map .others{font-size:12.5px;padding-bottom:4px}
.map .note{padding-bottom:8px;font-size:12px;color:var(--ink-2)}
.map a:focus-visible path,.map a:hover path{stroke:var(--ink);stroke-width:2}
`;

const geography = new Geography();

interface Place {
  readonly link: SVGAElement;
  readonly path: SVGPathElement;
  readonly title: SVGTitleElement;
  row: AnyRow | null;
}

/**
 * The places below a place, each in the colour of the choice with most votes so far, under the
 * choices themselves; what a colour says is said in words for whoever points at it or tabs to it.
 */
class PlaceMap implements Layout {
  readonly sheet = sheetOf(STYLES);
  readonly node: HTMLElement;
  private readonly all: Layout;
  private readonly frame = h('div');
  private readonly read = h('p', { class: 'read' });
  /** The places without a shape (islands, the missions abroad): never left out in silence. */
  private readonly shapeless = h('ul', { class: 'others', role: 'list' });
  private readonly places = new Map<string, Place>();
  private readonly named = new Map<string, HTMLElement>();
  private body: Results | null = null;

  constructor(private readonly setting: Setting) {
    const { options } = setting;
    const l = layoutTexts(options.language);
    this.all = rows(setting, false);
    this.node = h('div', { class: 'map' }, this.frame, this.shapeless, this.read, h('p', { class: 'note' }, l.mapNote), this.all.node);
    if (options.height) this.node.style.setProperty('--roll', `${options.height}px`);
    geography.map(options.area).then(
      (map) => { this.put(map); },
      // A place without outlines: the choices stand alone.
      () => { this.frame.remove(); },
    );
  }

  private put(map: AreaMap): void {
    const l = layoutTexts(this.setting.options.language);
    const box = wholeOf(map);
    const pad = Math.max(box[2], box[3]) / 200;
    const view = [box[0] - pad, box[1] - pad, box[2] + 2 * pad, box[3] + 2 * pad].join(' ');
    const svg = s('svg', { viewBox: view, role: 'group', 'aria-label': l.mapOf(readable(this.body?.name ?? '')) });
    for (const { code, d } of shapesOf(map)) {
      const title = s('title');
      const path = s('path', { d });
      const link = s('a', { href: this.setting.href(code), target: '_blank', rel: 'noopener', 'data-code': code }, title, path);
      this.places.set(code, { link, path, title, row: null });
      const point = () => { this.tell(code); };
      link.addEventListener('pointerenter', point);
      link.addEventListener('focus', point);
      svg.append(link);
    }
    this.frame.replaceChildren(svg);
    if (this.body) this.show(this.body);
  }

  show(body: Results): void {
    this.body = body;
    this.all.show(body);
    for (const row of body.children ?? []) {
      const place = this.places.get(row.code);
      if (!place) {
        if (this.frame.hasChildNodes()) this.name(row);
        continue;
      }
      if (place.row === row) continue;
      place.row = row;
      const standing = standingOf(row, this.setting.choices);
      place.path.setAttribute('class', { leader: '', tie: 'tie', none: 'none', withheld: 'shut' }[standing.kind]);
      place.path.style.fill = standing.kind === 'leader' ? colorOf(standing.choice) : '';
      const words = `${readable(row.name)}: ${this.words(row)}`;
      write(place.title, words);
      place.link.setAttribute('aria-label', words);
    }
  }

  private name(row: AnyRow): void {
    const line = `${readable(row.name)}: ${this.words(row)}`;
    const known = this.named.get(row.code);
    if (known) {
      write(known, line);
      return;
    }
    const link = h('a', { href: this.setting.href(row.code), target: '_blank', rel: 'noopener' }, line);
    this.named.set(row.code, link);
    this.shapeless.append(h('li', {}, link));
  }

  private words(row: AnyRow): string {
    const { n, choices, options } = this.setting;
    const l = layoutTexts(options.language);
    const standing = standingOf(row, choices);
    const name = (choice: Choice) => `${choice.number} ${choice.shortName}`;
    switch (standing.kind) {
      case 'withheld':
        return l.withheldRow;
      case 'none':
        return l.none;
      case 'tie':
        return `${l.tie}: ${standing.choices.map(name).join(', ')}, ${n.percent(standing.share)}`;
      case 'leader':
        return `${name(standing.choice)}, ${n.percent(standing.share)}`;
    }
  }

  private tell(code: string): void {
    const row = this.places.get(code)?.row;
    if (row) this.read.replaceChildren(h('b', {}, readable(row.name)), ` ${this.words(row)}`);
  }
}

export function layout(setting: Setting): Layout {
  return new PlaceMap(setting);
}
