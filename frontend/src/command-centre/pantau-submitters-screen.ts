import '@vaadin/confirm-dialog';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { CommandElement, screenStyles } from './base.js';
import { type Refused, refused } from './live/desk.js';
import { age, plain } from './live/figures.js';
import type { Submitter } from './live/wire.js';
import './pantau-shown-once.js';
import './pantau-submitter-form.js';
import type { PantauSubmitterForm, SubmitterEvent } from './pantau-submitter-form.js';

/** Who may send forms; a key is shown once, when it is made. */
@customElement('pantau-submitters-screen')
export class PantauSubmittersScreen extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    css`
      .wide {
        margin-bottom: 0.5rem;
      }
      pantau-submitter-form {
        margin-top: 2.5rem;
      }
      .over :is(th, td) {
        color: var(--ink-2);
      }
    `,
  ];

  @state() private rows: readonly Submitter[] | null = null;
  @state() private names: Readonly<Record<string, string>> = {};
  @state() private problem: Refused | null = null;
  @state() private said = '';
  @state() private key: { readonly label: string; readonly key: string } | null = null;
  @state() private asking: { readonly row: Submitter; readonly act: 'rotate' | 'revoke' } | null = null;

  override connectedCallback() {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.rows = (await this.parts.session.desk.get<{ submitters: readonly Submitter[] }>('/api/submitters')).submitters;
      this.problem = null;
      for (const code of new Set(this.rows.flatMap(({ areas }) => areas))) {
        void this.parts.places.name(code).then((name) => (this.names = { ...this.names, [code]: name }));
      }
    } catch (error) {
      this.problem = refused(error);
    }
  }

  private name({ label, id }: Submitter): string {
    return label || id;
  }

  /** Does what changes a key, and shows the new one. */
  private async keyed(label: string, made: Promise<{ key?: string } | undefined>, done = ''): Promise<void> {
    this.asking = null;
    this.said = '';
    try {
      const key = (await made)?.key;
      this.key = key ? { label, key } : null;
      this.said = done;
      await this.load();
    } catch (error) {
      this.said = this.sorry(refused(error));
    }
  }

  private async make({ submitter }: SubmitterEvent, form: PantauSubmitterForm): Promise<void> {
    await this.keyed(submitter.label, this.parts.session.desk.post('/api/submitters', submitter));
    if (this.key) form.clear();
  }

  private confirmed() {
    const { asking } = this;
    if (!asking) return;
    const { desk } = this.parts.session;
    const { submitters } = this.c;
    const address = `/api/submitters/${encodeURIComponent(asking.row.id)}`;
    const name = this.name(asking.row);
    if (asking.act === 'rotate') void this.keyed(name, desk.post(`${address}/rotate`));
    else void this.keyed(name, desk.drop(address).then(() => undefined), submitters.gone(name));
  }

  private shownKey() {
    const { key } = this;
    if (!key) return nothing;
    return html`<pantau-shown-once
      .language=${this.language}
      .parts=${this.parts}
      .text=${this.c.submitters.key(key.label)}
      .secret=${key.key}
      @kept=${() => (this.key = null)}
    ></pantau-shown-once>`;
  }

  private row(row: Submitter, may: boolean) {
    const { submitters } = this.c;
    const places = row.areas.map((code) => (code === '0' ? submitters.country : (this.names[code] ?? code)));
    const last = row.lastAt === null ? submitters.never : age(Date.now() - Date.parse(row.lastAt), this.language);
    const acts = (['rotate', 'revoke'] as const).map(
      (act) => html`<button class="plain" aria-label=${`${submitters[act]}: ${this.name(row)}`} @click=${() => (this.asking = { row, act })}>${submitters[act]}</button>`,
    );
    return html`<tr class=${row.revoked ? 'over' : ''}>
      <th scope="row" class="words">${this.name(row)}${row.label ? html` <span class="quiet num">${row.id}</span>` : nothing}</th>
      <td class="words">${places.join('; ')}</td>
      <td class="words">${row.methods.map((method) => submitters.methodNames[method] ?? method).join(', ')}</td>
      ${[row.forms.counted, row.forms.held, row.forms.refused].map((value) => html`<td>${plain(value, this.language)}</td>`)}
      <td>${last}</td>
      <td>${row.revoked ? submitters.revoked : may ? html`${acts[0]} &nbsp; ${acts[1]}` : nothing}</td>
    </tr>`;
  }

  override render() {
    const { submitters, screens, path } = this.c;
    const may = this.parts.session.may('supervise');
    const rows = this.rows ?? [];
    const words = [submitters.label, submitters.areas, submitters.methods];
    const counts = [path.outcomes.counted, path.outcomes.held, path.outcomes.refused, submitters.last];
    return html`<div class="top"><h1 tabindex="-1">${screens.submitters}</h1><p>${submitters.since}</p></div>
      <p role="status" class=${this.said ? 'wrong' : ''}>${this.said}</p>
      ${this.problem
        ? html`<p class="wrong" role="alert">${this.sorry(this.problem)} <button class="plain" @click=${() => void this.load()}>${this.c.again}</button></p>`
        : this.rows === null
          ? html`<p class="empty">${this.c.loading}</p>`
          : nothing}
      ${this.shownKey()}
      ${this.rows?.length === 0 ? html`<p class="empty">${submitters.empty}</p>` : nothing}
      ${rows.length > 0
        ? html`<div class="wide" tabindex="0" role="region" aria-label=${screens.submitters}>
            <table>
              <thead>
                <tr>${words.map((head) => html`<th scope="col" class="words">${head}</th>`)}${counts.map((head) => html`<th scope="col">${head}</th>`)}<td></td></tr>
              </thead>
              <tbody>${rows.map((row) => this.row(row, may))}</tbody>
            </table>
          </div>`
        : nothing}
      ${may
        ? html`<pantau-submitter-form
            .language=${this.language}
            .parts=${this.parts}
            @submitter=${(event: SubmitterEvent) => void this.make(event, event.target as PantauSubmitterForm)}
          ></pantau-submitter-form>`
        : html`<p class="note">${this.c.needsRole(this.c.roles.supervise)}</p>`}
      <vaadin-confirm-dialog
        header=${this.asking ? submitters[this.asking.act] : ''}
        .message=${this.asking ? submitters.sure(this.name(this.asking.row)) : ''}
        confirm-text=${this.asking ? submitters[this.asking.act] : ''}
        cancel-text=${this.c.cancel}
        cancel-button-visible
        .opened=${this.asking !== null}
        @confirm=${() => { this.confirmed(); }}
        @cancel=${() => (this.asking = null)}
      ></vaadin-confirm-dialog>`;
  }
}
