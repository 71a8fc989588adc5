import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import { readable } from '../model/names.js';
import { type Represented, representationOf } from '../model/representation.js';
import { type Manner, PLAIN, areaPath } from '../model/route.js';
import { childrenName } from '../model/texts.js';
import { representationTexts } from '../model/texts/representation.js';
import type { Row } from '../model/wire.js';
import { PantauElement, shared } from './base.js';

const FIRST_COUNT = 12;
/** Below half a hundredth nothing is said to be more or less. */
const EVEN_POINTS = 0.005;

/** Which places are counted more or less than their part so far: a fact about the count, not about the votes. */
@customElement('pantau-representation')
export class PantauRepresentation extends PantauElement {
  static override styles = [
    shared,
    css`
      table {
        width: 100%;
        table-layout: fixed;
        margin-top: 0.75rem;
        border-top: 1px solid var(--ink);
        border-collapse: collapse;
        font-variant-numeric: tabular-nums lining-nums;
      }
      th,
      td {
        padding: 0.3125rem 0 0.3125rem 1rem;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: right;
        white-space: nowrap;
      }
      th:first-child {
        width: 30%;
        padding-left: 0;
        text-align: left;
        white-space: normal;
      }
      thead th {
        color: var(--ink-2);
        font-size: var(--size-s);
        border-bottom-color: var(--line-2);
        vertical-align: bottom;
      }
      .points {
        width: 7rem;
      }
      .coverage {
        width: 6.5rem;
      }
      .plot {
        width: 42%;
        padding: 0 0 0 1.5rem;
        height: 1px;
      }
      .sides {
        display: flex;
        justify-content: space-between;
        gap: 0.5rem;
      }
      .bar {
        position: relative;
        display: block;
        height: 100%;
        min-height: 1.75rem;
        background: linear-gradient(var(--line-2), var(--line-2)) 50% / 1px 100% no-repeat;
      }
      .bar i {
        position: absolute;
        top: calc(50% - 1px);
        height: 2px;
        background: var(--ink);
      }
      .bar b {
        position: absolute;
        top: calc(50% - 0.25rem);
        width: 0.5rem;
        height: 0.5rem;
        margin-left: -0.25rem;
        border-radius: 50%;
        background: var(--ink);
      }
      .bar.fewer b {
        background: var(--paper);
        border: 2px solid var(--ink);
      }
      td.points {
        font-weight: 600;
      }

      tbody a {
        display: inline-block;
        min-height: 1.5rem;
        text-decoration-color: transparent;
        font-weight: 500;
      }
      tbody a:hover {
        text-decoration-color: currentColor;
      }
      button {
        min-height: 2.75rem;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        font-size: var(--size-s);
        font-weight: 600;
        text-decoration: underline;
        text-underline-offset: 0.22em;
        cursor: pointer;
      }
      .note {
        margin-top: 0.25rem;
        max-width: 80ch;
      }
      @media (max-width: 40rem) {
        th,
        td {
          padding-left: 0.5rem;
        }
        th:first-child {
          width: 34%;
        }
        .plot {
          width: auto;
          padding-left: 0.5rem;
        }
        .points,
        .coverage {
          width: 4.25rem;
        }
        .wide {
          display: none;
        }
      }
      @media (forced-colors: active) {
        .bar i,
        .bar b {
          background: CanvasText;
        }
      }
    `,
  ];

  @property() contest = '';
  @property() area = '';
  @property({ type: Number }) level = 0;
  @property({ attribute: false }) manner: Manner = PLAIN;
  @property({ attribute: false }) rows: readonly Row[] = [];
  @state() private whole = false;

  private said(points: number): string {
    const signed = this.n.share(Math.abs(points));
    return Math.abs(points) < EVEN_POINTS ? this.n.share(0) : `${points < 0 ? '\u2212' : '+'}${signed}`;
  }

  private row(place: Represented, most: number) {
    const t = representationTexts(this.language);
    const even = Math.abs(place.points) < EVEN_POINTS;
    const words = even ? t.even : place.points < 0 ? t.fewerLong : t.moreLong;
    const part = most > 0 ? (place.points / most) * 46 : 0;
    const line = { left: `${50 + Math.min(0, part)}%`, width: `${Math.abs(part)}%` };
    return html`<tr data-code=${place.code} data-points=${place.points.toFixed(4)}>
      <th scope="row">
        <a href=${areaPath(this.contest, place.code, this.manner)}>${readable(place.name)}</a>
      </th>
      <td class="plot">
        <span class="bar ${place.points < 0 ? 'fewer' : ''}" aria-hidden="true"
          ><i style=${styleMap(line)}></i><b style=${styleMap({ left: `${50 + part}%` })}></b
        ></span>
      </td>
      <td class="points">${this.said(place.points)}<span class="unseen"> ${t.points}, ${words}</span></td>
      <td>${this.n.percent(Math.floor(place.coverage * 100) / 100)}</td>
    </tr>`;
  }

  private table(places: readonly Represented[]) {
    const t = representationTexts(this.language);
    const shown = this.whole ? places : places.slice(0, FIRST_COUNT);
    const most = Math.abs(places[0]?.points ?? 0);
    return html`<table>
        <caption class="unseen">${t.title}</caption>
        <thead>
          <tr>
            <th scope="col">${childrenName(this.t, this.area, this.level)}</th>
            <th scope="col" class="plot">
              <span class="unseen">${t.fewer}, ${t.more}</span>
              <span class="sides" aria-hidden="true"
                ><span>←<span class="wide"> ${t.fewer}</span></span><span><span class="wide">${t.more} </span>→</span></span
              >
            </th>
            <th scope="col" class="points"><span aria-hidden="true">${t.points}</span><span class="unseen">${t.pointsLong}</span></th>
            <th scope="col" class="coverage">${t.coverage}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            shown,
            (place) => place.code,
            (place) => this.row(place, most),
          )}
        </tbody>
      </table>
      ${places.length > FIRST_COUNT
        ? html`<button type="button" aria-expanded=${this.whole} @click=${() => { this.whole = !this.whole; }}>
            ${this.whole ? t.fewerRows : t.all(this.n.integer(places.length))}
          </button>`
        : nothing}`;
  }

  override render() {
    const t = representationTexts(this.language);
    const found = representationOf(this.rows);
    if (!found) return html`<h2>${t.title}</h2><p class="note">${t.none}</p>`;
    const coverage = this.n.percent(Math.floor(found.coverage * 100) / 100);
    return html`<h2>${t.title}</h2>
      <p class="note">${t.note(coverage)}</p>
      ${this.table(found.places)}`;
  }
}
