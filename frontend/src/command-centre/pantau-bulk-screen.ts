import '@vaadin/confirm-dialog';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { readable } from '../model/names.js';
import { CommandElement, screenStyles } from './base.js';
import { type Refused, refused } from './live/desk.js';
import { age, plain } from './live/figures.js';
import type { HeldFilter } from './live/queue.js';
import { bulkAddress, formAddress, heldAddress } from './live/route.js';
import type { BulkPreview, ContestBody, HeldPage } from './live/wire.js';
import './pantau-place-field.js';
import type { PlacesEvent } from './pantau-place-field.js';

/** Each of up to 500 forms is synced to the trail and counted before the next. */
const BULK_MILLIS = 180_000;

/** Confirming many held forms by a filter: what it would be, how many, a sample; then exactly those. */
@customElement('pantau-bulk-screen')
export class PantauBulkScreen extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    css`
      .filters {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: 1rem 2rem;
        align-items: start;
        max-width: 64rem;
        padding-bottom: 1rem;
        border-bottom: 1px solid var(--line);
      }
      .law {
        margin: 0.75rem 0 1rem;
        font-size: var(--size-s);
      }
      .count {
        margin: 1rem 0 0.25rem;
        font-size: var(--size-xl);
        font-weight: 600;
      }
      .ask {
        display: grid;
        gap: 0.75rem;
        justify-items: start;
        margin-bottom: 1.5rem;
      }
      dl {
        display: grid;
        grid-template-columns: max-content max-content;
        gap: 0.25rem 1.5rem;
        margin: 0.5rem 0 1rem;
        font-variant-numeric: tabular-nums;
      }
      dd {
        text-align: right;
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) filter: HeldFilter = { contest: '', rule: '', area: '' };
  @state() private contests: readonly ContestBody[] = [];
  @state() private rules: HeldPage['byRule'] = [];
  @state() private preview: BulkPreview | null = null;
  @state() private outcomes: Readonly<Record<string, number>> | null = null;
  @state() private problem: Refused | null = null;
  @state() private asking = false;
  @state() private busy = false;
  private shown = '';

  override connectedCallback() {
    super.connectedCallback();
    void this.parts.contests.all().then(
      (all) => {
        this.contests = all;
        const [first] = all;
        if (first && !this.filter.contest) this.show({ contest: first.id });
      },
      (error: unknown) => (this.problem = refused(error)),
    );
  }

  override willUpdate() {
    const address = bulkAddress(this.filter);
    if (this.shown === address) return;
    this.shown = address;
    void this.look();
  }

  private show(change: Partial<HeldFilter>) {
    this.parts.router.replace(bulkAddress({ ...this.filter, ...change }));
  }

  /** The rules that hold forms here, and what a bulk would be of. */
  private async look(): Promise<void> {
    this.outcomes = null;
    const { contest, rule, area } = this.filter;
    const { shown } = this;
    const { desk } = this.parts.session;
    this.preview = null;
    this.problem = null;
    if (!contest) return;
    try {
      const query = new URLSearchParams({ contest, limit: '1', ...(area ? { area } : {}) });
      const { byRule } = await desk.get<HeldPage>(`/api/held?${query.toString()}`);
      if (shown !== this.shown) return;
      this.rules = byRule;
      if (!rule) return;
      const preview = await desk.post<BulkPreview>('/api/decisions/bulk/preview', { contest, rule, ...(area ? { area } : {}) });
      if (shown === this.shown) this.preview = preview;
    } catch (error) {
      if (shown === this.shown) this.problem = refused(error);
    }
  }

  private async confirm(): Promise<void> {
    const { preview } = this;
    this.asking = false;
    if (!preview || this.busy) return;
    this.busy = true;
    try {
      const { desk } = this.parts.session;
      const { outcomes } = await desk.post<{ outcomes: Readonly<Record<string, number>> }>('/api/decisions/bulk', { token: preview.token }, BULK_MILLIS);
      this.preview = null;
      this.outcomes = outcomes;
    } catch (error) {
      const problem = refused(error);
      // The preview is used up or too old: the newest is shown, to be looked at first.
      if (problem.code === 'no-preview') await this.look();
      this.problem = problem;
    }
    this.busy = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[data-came]')?.focus();
  }

  private choices() {
    const { bulk, held } = this.c;
    const { contest, rule, area } = this.filter;
    const known = this.rules.some(({ code }) => code === rule) || !rule ? this.rules : [{ code: rule, forms: 0 }, ...this.rules];
    return html`<div class="filters">
      <label class="choice"
        >${this.c.contest}
        <select name="contest" @change=${(event: Event) => { this.show({ contest: (event.target as HTMLSelectElement).value }); }}>
          ${this.contests.map(({ id, names }) => html`<option value=${id} .selected=${contest === id}>${this.worded(names)}</option>`)}
        </select></label
      >
      <label class="choice"
        >${bulk.rule}
        <select name="rule" @change=${(event: Event) => { this.show({ rule: (event.target as HTMLSelectElement).value }); }}>
          <option value="" .selected=${!rule}>${bulk.chooseRule}</option>
          ${known.map(({ code, forms }) => html`<option value=${code} .selected=${rule === code}>${code} (${plain(forms, this.language)})</option>`)}
        </select></label
      >
      <pantau-place-field
        .language=${this.language}
        .parts=${this.parts}
        .label=${held.area}
        .codes=${area ? [area] : []}
        @places=${(event: PlacesEvent) => { this.show({ area: event.codes[0] ?? '' }); }}
      ></pantau-place-field>
    </div>`;
  }

  private came(outcomes: Readonly<Record<string, number>>) {
    const { bulk } = this.c;
    const all = Object.entries(outcomes).filter(([, count]) => count > 0);
    return html`<section data-came tabindex="-1" role="status">
      <h2>${bulk.came}</h2>
      ${all.length === 0 ? html`<p>${bulk.nothing}</p>` : nothing}
      <dl>${all.map(([word, count]) => html`<dt>${bulk.outcomes[word] ?? word}</dt><dd data-outcome=${word}>${plain(count, this.language)}</dd>`)}</dl>
      <div class="acts">
        <button class="act" @click=${() => void this.look()}>${bulk.lookAgain}</button>
      </div>
    </section>`;
  }

  private table({ sample, count }: BulkPreview) {
    const { bulk, held } = this.c;
    const { columns } = held;
    return html`<h2>${sample.length < count ? bulk.sample(plain(sample.length, this.language)) : bulk.allOfThem}</h2>
      <div class="wide" tabindex="0" role="region" aria-label=${bulk.title}>
        <table>
          <thead><tr>${[columns.station, columns.place, columns.codes, columns.age, columns.proposal].map((head) => html`<th scope="col" class="words">${head}</th>`)}</tr></thead>
          <tbody>
            ${sample.map(
              (row) => html`<tr>
                <th scope="row"><a href=${formAddress(row.contest, row.station)}>${row.name}</a> <span class="quiet num">${row.station}</span></th>
                <td class="words">${readable(row.place)}</td>
                <td class="words">${row.codes.join(' ')}</td>
                <td class="words num">${age(row.heldAt === null ? null : Date.now() - Date.parse(row.heldAt), this.language)}</td>
                <td class="words">${row.proposal ? held.proposedBy(held.proposals[row.proposal.kind], row.proposal.by) : nothing}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  private looked(preview: BulkPreview) {
    const { bulk } = this.c;
    const [count, total] = [plain(preview.count, this.language), plain(preview.total, this.language)];
    if (preview.count === 0) return html`<p class="empty" role="status">${bulk.empty}</p>`;
    return html`<div class="ask">
        <div>
          <p class="count num" role="status">${preview.count < preview.total ? bulk.some(count, total) : bulk.every(count)}</p>
          <p class="note">${this.parts.session.decisionPeople === 1 ? bulk.leadAlone : bulk.lead}</p>
        </div>
        <button class="act first" ?disabled=${this.busy} @click=${() => (this.asking = true)}>${this.busy ? bulk.sending : bulk.send(count)}</button>
      </div>
      ${this.table(preview)}`;
  }

  override render() {
    const { bulk, held } = this.c;
    const { filter, preview, parts } = this;
    const { rule } = filter;
    const may = parts.session.may('decide');
    return html`<div class="top">
        <h1 tabindex="-1">${bulk.title}</h1>
        <p class="end"><a href=${heldAddress(filter)}>${held.back}</a></p>
      </div>
      ${may ? this.choices() : html`<p class="note">${this.c.needsRole(this.c.roles.decide)}</p>`}
      ${rule ? html`<p class="law"><strong>${rule}</strong> ${this.t.laws[rule] ?? ''}</p>` : nothing}
      ${this.problem
        ? html`<p class="wrong" role="alert" data-came tabindex="-1">${this.sorry(this.problem)} <button class="plain" @click=${() => void this.look()}>${this.c.again}</button></p>`
        : nothing}
      ${this.outcomes ? this.came(this.outcomes) : nothing}
      ${preview && may ? this.looked(preview) : this.problem || this.outcomes || !may ? nothing : html`<p class="empty" role="status">${rule ? this.c.loading : bulk.needsRule}</p>`}
      <vaadin-confirm-dialog
        header=${bulk.sure}
        .message=${preview ? bulk.sureLead(plain(preview.count, this.language), rule) : ''}
        confirm-text=${preview ? bulk.send(plain(preview.count, this.language)) : ''}
        cancel-text=${this.c.cancel}
        cancel-button-visible
        .opened=${this.asking}
        @confirm=${() => void this.confirm()}
        @cancel=${() => (this.asking = false)}
      ></vaadin-confirm-dialog>`;
  }
}
