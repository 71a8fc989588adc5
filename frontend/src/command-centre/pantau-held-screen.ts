import '@vaadin/grid';
import type { Grid, GridDataProviderCallback, GridDataProviderParams } from '@vaadin/grid';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { readable } from '../model/names.js';
import { CommandElement, screenStyles } from './base.js';
import type { Refused } from './live/desk.js';
import { age, plain } from './live/figures.js';
import type { HeldFilter } from './live/queue.js';
import { bulkAddress, formAddress, heldAddress } from './live/route.js';
import type { ContestBody, HeldPage, HeldRow } from './live/wire.js';
import './pantau-place-field.js';
import type { PlacesEvent } from './pantau-place-field.js';

/** The queue of held forms, oldest first; pages are fetched as they are scrolled to. */
@customElement('pantau-held-screen')
export class PantauHeldScreen extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    css`
      vaadin-grid {
        height: calc(100dvh - 14.5rem);
        min-height: 20rem;
        margin-top: 0.75rem;
        border-top: 1px solid var(--ink);
        font-size: var(--size-s);
        font-variant-numeric: tabular-nums lining-nums;
      }
      .filters {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(14rem, 20rem);
        gap: 0.5rem 3rem;
        align-items: end;
      }
      .law {
        min-height: 1.25rem;
        margin-top: 0.375rem;
        font-size: var(--size-s);
      }
      @media (max-width: 50rem) {
        .filters {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) filter: HeldFilter = { contest: '', rule: '', area: '' };
  @state() private page: HeldPage | null = null;
  @state() private problem: Refused | null = null;
  @state() private contests: readonly ContestBody[] = [];
  private shown = '';

  override connectedCallback() {
    super.connectedCallback();
    void this.parts.contests.all().then((all) => (this.contests = all), () => undefined);
  }

  override willUpdate() {
    const address = heldAddress(this.filter);
    if (this.shown === address) return;
    this.shown = address;
    const { queue } = this.parts;
    queue.choose(this.filter);
    // Without the grid, which an empty queue has not, nobody else would ask.
    void queue.reach(1).then(() => { this.took(); });
    this.renderRoot.querySelector<Grid>('vaadin-grid')?.clearCache();
  }

  private took() {
    this.page = this.parts.queue.page;
    this.problem = this.parts.queue.problem;
  }

  private readonly provide = (asked: GridDataProviderParams<HeldRow>, give: GridDataProviderCallback<HeldRow>) => {
    const end = (asked.page + 1) * asked.pageSize;
    const { queue } = this.parts;
    void queue.reach(end).then(() => {
      this.took();
      give(queue.rows.slice(end - asked.pageSize, end), queue.problem ? queue.rows.length : Math.max(queue.rows.length, queue.page?.total ?? 0));
    });
  };

  private again() {
    this.shown = '';
    this.requestUpdate();
  }

  private show(change: Partial<HeldFilter>) {
    this.parts.router.replace(heldAddress({ ...this.filter, ...change }));
  }

  private column(name: string, width: string, grow: number, draw: (row: HeldRow) => unknown) {
    return html`<vaadin-grid-column
      header=${name}
      width=${width}
      flex-grow=${grow}
      ${columnBodyRenderer<HeldRow>((row) => html`${draw(row)}`, [this.language, this.contests])}
    ></vaadin-grid-column>`;
  }

  private grid() {
    const { columns, proposals, proposedBy } = this.c.held;
    const contest = (id: string) => this.worded(this.contests.find((one) => one.id === id)?.names ?? { id, en: id });
    const rules = ({ codes }: HeldRow) => html`<span title=${codes.map((code) => this.t.laws[code] ?? code).join(' ')}>${codes.join(' ')}</span>`;
    return html`<vaadin-grid
      aria-label=${this.c.screens.held}
      page-size="50"
      theme="no-border"
      .dataProvider=${this.provide}
      @active-item-changed=${(event: CustomEvent<{ value: HeldRow | null }>) => {
        const row = event.detail.value;
        if (row) this.parts.router.go(formAddress(row.contest, row.station));
      }}
    >
      ${this.column(columns.station, '5.5rem', 0, (row) => html`<a href=${formAddress(row.contest, row.station)}>${row.name}</a>`)}
      ${this.column(columns.place, '16rem', 3, (row) => readable(row.place))}
      ${this.column(columns.code, '8.5rem', 0, (row) => row.station)}
      ${this.contests.length > 1 && !this.filter.contest ? this.column(this.c.contest, '9rem', 1, (row) => contest(row.contest)) : nothing}
      ${this.column(columns.codes, '6rem', 0, rules)}
      ${this.column(columns.age, '6rem', 0, (row) => age(row.heldAt === null ? null : Date.now() - Date.parse(row.heldAt), this.language))}
      ${this.column(columns.submitter, '8rem', 0, (row) => row.submitter)}
      ${this.column(columns.proposal, '9rem', 1, (row) => (row.proposal ? proposedBy(proposals[row.proposal.kind], row.proposal.by) : nothing))}
    </vaadin-grid>`;
  }

  private chips() {
    const { held } = this.c;
    const { rule } = this.filter;
    const rules = this.page?.byRule ?? [];
    return html`<div class="chips" role="group" aria-label=${held.columns.codes}>
      <button aria-pressed=${rule === ''} @click=${() => { this.show({ rule: '' }); }}>${held.all}</button>
      ${rules.map(
        ({ code, forms }) =>
          html`<button aria-pressed=${rule === code} title=${this.t.laws[code] ?? ''} @click=${() => { this.show({ rule: code }); }}>
            ${code} <span class="num quiet">${plain(forms, this.language)}</span>
          </button>`,
      )}
    </div>`;
  }

  override render() {
    const { held, screens } = this.c;
    const { page, parts, filter } = this;
    const may = parts.session.may('decide');
    return html`<div class="top">
        <h1 tabindex="-1">${screens.held}</h1>
        ${page ? html`<p class="num" role="status">${held.total(plain(page.total, this.language))}</p>` : nothing}
        ${may && page && page.total > 0 ? html`<p class="end"><a href=${bulkAddress(filter)}>${held.many}</a></p>` : nothing}
      </div>
      ${may ? nothing : html`<p class="note">${this.c.needsRole(this.c.roles.decide)}</p>`}
      ${page && !page.proposalsKnown ? html`<p class="wrong" role="alert">${held.unknownProposals}</p>` : nothing}
      <div class="filters">
        <div>
          ${this.contests.length > 1
            ? html`<label class="choice"
                >${this.c.contest}
                <select @change=${(event: Event) => { this.show({ contest: (event.target as HTMLSelectElement).value }); }}>
                  <option value="" ?selected=${!filter.contest}>${this.c.allContests}</option>
                  ${this.contests.map(({ id, names }) => html`<option value=${id} ?selected=${filter.contest === id}>${this.worded(names)}</option>`)}
                </select></label
              >`
            : nothing}
          ${this.chips()}
          <p class="law quiet">${filter.rule ? html`<strong>${filter.rule}</strong> ${this.t.laws[filter.rule] ?? ''}` : held.allLead}</p>
        </div>
        <pantau-place-field
          .language=${this.language}
          .parts=${parts}
          .label=${held.area}
          .codes=${filter.area ? [filter.area] : []}
          @places=${(event: PlacesEvent) => { this.show({ area: event.codes[0] ?? '' }); }}
        ></pantau-place-field>
      </div>
      ${this.problem
        ? html`<p class="wrong" role="alert">${this.sorry(this.problem)} <button class="plain" @click=${() => { this.again(); }}>${this.c.again}</button></p>`
        : nothing}
      ${page?.total === 0 ? html`<p class="empty">${held.empty}</p>` : page || !this.problem ? this.grid() : nothing}`;
  }
}
