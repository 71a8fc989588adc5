import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shareIn } from '../model/map-reading.js';
import { readable } from '../model/names.js';
import { progressOf } from '../model/shares.js';
import { featureTexts } from '../model/texts.js';
import { MAP_TEXTS } from '../model/texts/map.js';
import type { AnyRow, Choice } from '../model/wire.js';
import { PantauElement, shared } from './base.js';
import { fillOf } from '../model/fill.js';

/** The figures of the place that is pointed at on a map; its room is kept while none is. */
@customElement('pantau-map-figures')
export class PantauMapFigures extends PantauElement {
  static override styles = [
    shared,
    css`
      :host {
        min-height: calc(2.5rem + 1.9375rem * (var(--choices, 3) + 1));
        font-size: var(--size-m);
      }
      .head {
        display: flex;
        gap: 1.25rem;
        align-items: baseline;
        justify-content: space-between;
        min-height: 2.25rem;
        border-bottom: 1px solid var(--line-2);
      }
      h3 {
        font-size: var(--size-l);
        font-weight: 600;
        line-height: 1.25;
      }
      a {
        padding-left: 1.5rem;
        font-weight: 600;
        line-height: 2.25rem;
      }
      dl div {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto 4.5rem;
        gap: 0 0.75rem;
        align-items: baseline;
        padding: 0.25rem 0;
        border-bottom: 1px solid var(--line);
        line-height: 1.375rem;
      }
      dt {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      dt i {
        display: inline-block;
        width: 1rem;
        height: 0.625rem;
        margin-right: 0.5rem;
        forced-color-adjust: none;
      }
      dd {
        text-align: right;
      }
      .share {
        font-weight: 600;
      }
      .note {
        padding-top: 0.5rem;
      }
    `,
  ];

  /** Null while no place is pointed at. */
  @property({ attribute: false }) row: AnyRow | null = null;
  @property({ attribute: false }) choices: readonly Choice[] = [];
  @property() href = '';

  private get words() {
    return featureTexts(MAP_TEXTS, this.language);
  }

  private choice(row: AnyRow, choice: Choice) {
    const share = shareIn(row, choice, this.choices);
    return html`<div data-choice=${choice.id}>
      <dt><i style="background: ${fillOf(choice)}" aria-hidden="true"></i>${choice.number} ${choice.shortName}</dt>
      <dd class="votes num quiet">${share === null ? '–' : this.n.integer(row.totals?.votes[choice.id] ?? 0)}</dd>
      <dd class="share num">${share === null ? '–' : this.n.percent(share)}</dd>
    </div>`;
  }

  private coverage({ stations }: AnyRow, progress: number | null) {
    if (!stations) return nothing;
    return html`<div data-coverage>
      <dt class="quiet">${this.words.coverage}</dt>
      <dd class="num quiet">${this.n.integer(stations.counted)} / ${this.n.integer(stations.expected)}</dd>
      <dd class="share num">${progress === null ? '–' : this.n.percent(progress)}</dd>
    </div>`;
  }

  override render() {
    const { row } = this;
    if (!row) return html`<p class="note">${this.words.hint}</p>`;
    const name = readable(row.name);
    return html`<div class="head">
        <h3>${name}</h3>
        <a href=${this.href}>${this.words.open}<span class="unseen"> ${name}</span></a>
      </div>
      ${row.totals
        ? html`<dl>
            ${this.choices.map((choice) => this.choice(row, choice))} ${this.coverage(row, progressOf(row.stations))}
          </dl>`
        : html`<p class="note">${this.words.withheld}</p>`}`;
  }
}
