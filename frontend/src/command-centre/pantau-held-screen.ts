import '@vaadin/grid';
import type { Grid, GridDataProviderCallback, GridDataProviderParams } from '@vaadin/grid';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { CommandElement, screenStyles } from './base.js';
import { type Refused, refused } from './live/desk.js';
import { age, plain } from './live/figures.js';
import { formAddress, heldAddress } from './live/route.js';
import type { HeldPage, HeldRow } from './live/wire.js';

const PAGE = 100;

/** The queue of held forms, oldest first; pages are fetched as they are scrolled to. */
@customElement('pantau-held-screen')
export class PantauHeldScreen extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    css`
      vaadin-grid {
        height: calc(100dvh - 12rem);
        min-height: 20rem;
        margin-top: 0.75rem;
        border-top: 1px solid var(--ink);
      }
      .filters {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 2rem;
      }
      label {
        font-size: var(--size-s);
      }
      input {
        width: 8rem;
        min-height: 2rem;
        padding: 0 0.5rem;
        border: 1px solid var(--line-2);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
      }
    `,
  ];

  @property() rule = '';
  @property() area = '';
  @state() private page: HeldPage | null = null;
  @state() private problem: Refused | null = null;
  /** The cursor of the next page, empty before the first, null after the last. */
  private next: string | null = '';
  /** How often a filter was chosen. */
  private turn = 0;
  private fetching: Promise<void> = Promise.resolve();

  override willUpdate(changed: Map<string, unknown>) {
    if (!changed.has('rule') && !changed.has('area')) return;
    this.turn += 1;
    this.parts.walk.clear();
    this.next = '';
    // Without the grid, which an empty queue has not, nobody else would ask; it waits its turn, so no page comes twice.
    this.fetching = this.fetching.then(() => (this.next === '' ? this.more() : undefined));
    this.renderRoot.querySelector<Grid>('vaadin-grid')?.clearCache();
  }

  private async more(): Promise<void> {
    const { turn } = this;
    const query = new URLSearchParams({ limit: String(PAGE) });
    if (this.rule) query.set('rule', this.rule);
    if (this.area) query.set('area', this.area);
    if (this.next) query.set('after', this.next);
    const page = await this.parts.session.desk.get<HeldPage>(`/api/held?${query.toString()}`).catch((error: unknown) => {
      if (turn === this.turn) this.problem = refused(error);
      return null;
    });
    // Meanwhile another filter was chosen: this page is of the one before.
    if (turn !== this.turn) return;
    if (!page) {
      this.next = null;
      return;
    }
    this.problem = null;
    this.page = page;
    this.next = page.next;
    this.parts.walk.put(this.parts.walk.rows.length, page.rows);
  }

  private readonly provide = (asked: GridDataProviderParams<HeldRow>, give: GridDataProviderCallback<HeldRow>) => {
    const end = (asked.page + 1) * asked.pageSize;
    this.fetching = this.fetching.then(async () => {
      while (this.parts.walk.rows.length < end && this.next !== null) await this.more();
      const { rows } = this.parts.walk;
      give(rows.slice(end - asked.pageSize, end), this.problem ? rows.length : Math.max(rows.length, this.page?.total ?? 0));
    });
  };

  private column(name: string, width: string, grow: number, draw: (row: HeldRow) => unknown) {
    return html`<vaadin-grid-column
      header=${name}
      width=${width}
      flex-grow=${grow}
      ${columnBodyRenderer<HeldRow>((row) => html`${draw(row)}`, [this.language])}
    ></vaadin-grid-column>`;
  }

  private grid() {
    const { columns, proposals, proposedBy } = this.c.held;
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
      ${this.column(columns.station, '14rem', 0, (row) => html`<a href=${formAddress(row.contest, row.station)}>${row.name}</a> <span class="quiet">${row.station}</span>`)}
      ${this.column(columns.place, '12rem', 2, (row) => row.place)}
      ${this.column(columns.codes, '7rem', 0, (row) => row.codes.join(' '))}
      ${this.column(columns.age, '7rem', 0, (row) => age(row.heldAt === null ? null : Date.now() - Date.parse(row.heldAt), this.language))}
      ${this.column(columns.submitter, '8rem', 0, (row) => row.submitter)}
      ${this.column(columns.proposal, '9rem', 1, (row) => (row.proposal ? proposedBy(proposals[row.proposal.kind], row.proposal.by) : nothing))}
    </vaadin-grid>`;
  }

  override render() {
    const { held, screens } = this.c;
    const { page, parts } = this;
    const choose = (rule: string) => { parts.router.replace(heldAddress(rule, this.area)); };
    return html`<div class="top">
        <h1 tabindex="-1">${screens.held}</h1>
        ${page ? html`<p class="num" role="status">${held.total(plain(page.total, this.language))}</p>` : nothing}
      </div>
      ${parts.session.may('decide') ? nothing : html`<p class="note">${this.c.needsRole(this.c.roles.decide)}</p>`}
      <div class="filters">
        <div class="chips">
          <button aria-pressed=${this.rule === ''} @click=${() => { choose(''); }}>${held.all}</button>
          ${(page?.byRule ?? []).map(
            ({ code, forms }) =>
              html`<button aria-pressed=${this.rule === code} title=${this.t.laws[code] ?? ''} @click=${() => { choose(code); }}>
                ${code} <span class="num quiet">${plain(forms, this.language)}</span>
              </button>`,
          )}
        </div>
        <label
          >${held.area}
          <input
            inputmode="numeric"
            maxlength="13"
            .value=${this.area}
            @change=${(event: Event) => { parts.router.replace(heldAddress(this.rule, (event.target as HTMLInputElement).value.trim())); }}
        /></label>
      </div>
      ${this.problem ? html`<p class="wrong" role="alert">${this.sorry(this.problem)}</p>` : nothing}
      ${page?.total === 0 ? html`<p class="empty">${held.empty}</p>` : this.grid()}`;
  }
}
