import { type TemplateResult, html, nothing } from 'lit';
import { CLASSES, type Ink, type Lens, inkOf } from '../model/map-reading.js';
import type { Numbers } from '../model/numbers.js';
import type { MapTexts } from '../model/texts/map.js';
import type { AnyRow } from '../model/wire.js';
import { fillFor } from './map-patterns.js';

/** Past this many choices only those are named that the map shows. */
const NAMED_MAX = 8;

/** A sample of an ink, drawn as the map draws it. */
export function swatch(ink: Ink): TemplateResult {
  return html`<svg class="swatch ${ink.kind}" aria-hidden="true"><rect width="100%" height="100%" style="fill: ${fillFor(ink)}" /></svg>`;
}

function item(ink: Ink, label: string, count: string): TemplateResult {
  return html`<li>${swatch(ink)}<span>${label}</span><span class="count num">${count}</span></li>`;
}

function leaders(rows: readonly AnyRow[], lens: Lens, t: MapTexts, n: Numbers): TemplateResult {
  const inks = rows.map((row) => inkOf(row, lens));
  const count = (wanted: (ink: Ink) => boolean) => inks.filter(wanted).length;
  const led = lens.choices.map((choice) => ({
    choice,
    places: count((ink) => ink.kind === 'choice' && ink.id === choice.id),
  }));
  const named = led.length > NAMED_MAX ? led.filter(({ places }) => places > 0) : led;
  const sign = (kind: 'none' | 'tie' | 'withheld', label: string) =>
    item({ kind }, label, n.integer(count((ink) => ink.kind === kind)));
  return html`<ul class="legend">
    ${named.map(({ choice, places }) =>
      item({ kind: 'choice', id: choice.id }, `${choice.number} ${choice.shortName}`, n.integer(places)),
    )}
    ${sign('tie', t.tie)} ${sign('none', t.none)}
    ${inks.some(({ kind }) => kind === 'withheld') ? sign('withheld', t.withheld) : nothing}
  </ul>`;
}

function scale(rows: readonly AnyRow[], lens: Lens, t: MapTexts, n: Numbers): TemplateResult {
  const step = lens.reading === 'coverage' ? 20 : lens.step;
  const ranges = Array.from({ length: CLASSES }, (_, at) => ({
    at,
    label: t.range(n.integer(at * step), n.integer((at + 1) * step)),
  }));
  const withheld = rows.some((row) => inkOf(row, lens).kind === 'withheld');
  return html`<ul class="legend scale">
    ${ranges.map(({ at, label }) => html`<li class="class num">${swatch({ kind: 'class', at })}<span>${label}</span></li>`)}
    <li>${swatch({ kind: 'none' })}<span>${lens.reading === 'coverage' ? t.noneCounted : t.none}</span></li>
    ${withheld ? html`<li>${swatch({ kind: 'withheld' })}<span>${t.withheld}</span></li>` : nothing}
  </ul>`;
}

/** What the inks of a map mean, in words and numbers. */
export function legend(rows: readonly AnyRow[], lens: Lens, t: MapTexts, n: Numbers): TemplateResult {
  return lens.reading === 'leader' ? leaders(rows, lens, t, n) : scale(rows, lens, t, n);
}
