import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Change } from '../model/change.js';
import { progressOf } from '../model/shares.js';
import type { Coverage } from '../model/wire.js';
import { PantauElement, shared } from './base.js';
import './pantau-number.js';

/** How far the count is: counted, held, expected; the percentage rounded down, so never too much. */
@customElement('pantau-coverage')
export class PantauCoverage extends PantauElement {
  static override styles = [
    shared,
    css`
      .bar {
        display: flex;
        height: 0.625rem;
        margin: 0.75rem 0 0;
        border-top: 1px solid var(--ink);
        background: linear-gradient(var(--line), var(--line)) 0 100% / 100% 1px no-repeat;
      }
      .bar i {
        transition: width 240ms ease-out;
      }
      .done {
        background: var(--ink);
      }
      .kept {
        background:
          repeating-linear-gradient(135deg, var(--paper) 0 1.5px, transparent 1.5px 4px),
          var(--ink-2);
      }
      .percent {
        padding: 0.75rem 0 0.625rem;
        font-size: var(--size-xl);
        font-weight: 600;
        letter-spacing: -0.008em;
        line-height: 1.2;
        white-space: normal;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, auto));
        justify-content: space-between;
        gap: 0 1rem;
        padding: 0.625rem 0 0.75rem;
        border-top: 1px solid var(--line);
        border-bottom: 1px solid var(--line);
      }
      dl div {
        display: flex;
        flex-direction: column-reverse;
      }
      dd {
        font-size: var(--size-xl);
        line-height: 1.25;
      }
      dt {
        font-size: var(--size-s);
      }
      dt i {
        display: inline-block;
        width: 0.625rem;
        height: 0.625rem;
        margin-right: 0.375rem;
      }
      .open {
        border: 1px solid var(--line-2);
      }
      .change {
        font-size: var(--size-s);
      }
      .note {
        margin-top: 0.75rem;
      }
      /* Asked of the element and in units of its text: also a wide screen is narrow to large text. */
      :host {
        container-type: inline-size;
      }
      @container (max-width: 15rem) {
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0.5rem;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .bar i {
          transition: none;
        }
      }
      @media print {
        .bar i,
        dt i {
          print-color-adjust: exact;
        }
      }
      @media (forced-colors: active) {
        .done,
        .kept {
          forced-color-adjust: none;
        }
      }
    `,
  ];

  /** Null while nothing is known. */
  @property({ attribute: false }) stations: Coverage | null = null;
  @property({ attribute: false }) change: Change | null = null;

  private figure(name: string, mark: string, value: number, moved: number, key: string) {
    return html`<div>
      <dt class="quiet"><i class=${mark} aria-hidden="true"></i>${name}</dt>
      <dd class="num" data-figure=${key} data-value=${value}>
        ${this.stations === null
          ? '\u00a0'
          : html`<pantau-number .value=${value}>${this.n.integer(value)}</pantau-number>`}
        ${moved === 0 ? nothing : html`<span class="change quiet">${this.n.signed(moved)}</span>`}
      </dd>
    </div>`;
  }

  private words(progress: number | null): string {
    if (progress === null) return this.t.noChildren;
    return progress === 100 ? this.t.complete : this.t.progress(this.n.percent(progress));
  }

  override render() {
    const stations = this.stations ?? { counted: 0, held: 0, expected: 0 };
    const { counted, held, expected } = stations;
    const progress = progressOf(stations);
    const width = (part: number) => styleMap({ width: `${expected > 0 ? (part / expected) * 100 : 0}%` });
    return html`
      <h2>${this.t.coverage}</h2>
      <div class="bar" aria-hidden="true">
        <i class="done" style=${width(counted)}></i><i class="kept" style=${width(held)}></i>
      </div>
      <p class="percent num" data-progress=${progress ?? ''}>
        ${this.stations === null ? '\u00a0' : this.words(progress)}
      </p>
      <dl>
        ${this.figure(this.t.counted, 'done', counted, this.change?.counted ?? 0, 'counted')}
        ${this.figure(this.t.held, 'kept', held, this.change?.held ?? 0, 'held')}
        ${this.figure(this.t.expected, 'open', expected, 0, 'expected')}
      </dl>
      <p class="note">${this.t.heldNote}</p>
    `;
  }
}
