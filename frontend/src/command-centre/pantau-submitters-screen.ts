import '@vaadin/confirm-dialog';
import '@vaadin/text-field';
import type { TextField } from '@vaadin/text-field';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { CommandElement, screenStyles } from './base.js';
import { type Refused, refused } from './live/desk.js';
import { age, plain } from './live/figures.js';
import type { Submitter } from './live/wire.js';

/** Who may send forms; a key is shown once, when it is made. */
@customElement('pantau-submitters-screen')
export class PantauSubmittersScreen extends CommandElement {
  static override styles = [shared, screenStyles];

  @state() private rows: readonly Submitter[] | null = null;
  @state() private problem: Refused | null = null;
  @state() private key = '';
  @state() private asking: { readonly row: Submitter; readonly act: 'rotate' | 'revoke' } | null = null;

  override connectedCallback() {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.rows = (await this.parts.session.desk.get<{ submitters: readonly Submitter[] }>('/api/submitters')).submitters;
    } catch (error) {
      this.problem = refused(error);
    }
  }

  private async keyed(made: Promise<{ key?: string } | undefined>): Promise<void> {
    this.asking = null;
    this.problem = null;
    try {
      this.key = (await made)?.key ?? '';
      await this.load();
    } catch (error) {
      this.problem = refused(error);
    }
  }

  private make(event: Event) {
    event.preventDefault();
    const of = (name: string) => this.renderRoot.querySelector<TextField>(`[name=${name}]`)?.value.trim() ?? '';
    const areas = of('areas').split(/[\s,]+/).filter((code) => code !== '');
    if (of('label') === '' || areas.length === 0) return;
    void this.keyed(this.parts.session.desk.post('/api/submitters', { label: of('label'), areas, methods: ['machine'] }));
  }

  private confirmed() {
    const { asking } = this;
    if (!asking) return;
    const { desk } = this.parts.session;
    const address = `/api/submitters/${asking.row.id}`;
    void this.keyed(asking.act === 'rotate' ? desk.post(`${address}/rotate`) : desk.drop(address).then(() => undefined));
  }

  override render() {
    const { submitters, screens, path } = this.c;
    const may = this.parts.session.may('supervise');
    const last = (row: Submitter) => age(row.lastAt === null ? null : Date.now() - Date.parse(row.lastAt), this.language);
    return html`<div class="top"><h1 tabindex="-1">${screens.submitters}</h1></div>
      ${this.problem ? html`<p class="wrong" role="alert">${this.sorry(this.problem)}</p>` : nothing}
      ${this.key ? html`<p class="wrong" role="status">${submitters.key}<br /><code>${this.key}</code> <button class="plain" @click=${() => void navigator.clipboard.writeText(this.key)}>${submitters.copy}</button></p>` : nothing}
      ${this.rows?.length === 0 ? html`<p class="empty">${submitters.empty}</p>` : nothing}
      <table>
        <thead><tr>${[submitters.label, submitters.areas, submitters.methods, path.outcomes.counted, path.outcomes.held, path.outcomes.refused, submitters.last].map((head) => html`<th scope="col">${head}</th>`)}<td></td></tr></thead>
        <tbody>
          ${(this.rows ?? []).map((row) => html`<tr>
            <th scope="row">${row.label || row.id}</th>
            <td>${row.areas.join(' ')}</td>
            <td>${row.methods.join(' ')}</td>
            ${[row.forms.counted, row.forms.held, row.forms.refused].map((value) => html`<td>${plain(value, this.language)}</td>`)}
            <td>${last(row)}</td>
            <td>${row.revoked ? submitters.revoked : may ? (['rotate', 'revoke'] as const).map((act) => html`<button class="plain" @click=${() => (this.asking = { row, act })}>${submitters[act]}</button> `) : nothing}</td>
          </tr>`)}
        </tbody>
      </table>
      ${may
        ? html`<form class="acts" style="align-items: end; margin-top: 1.5rem" @submit=${(event: Event) => { this.make(event); }}>
            <vaadin-text-field name="label" label=${submitters.label}></vaadin-text-field>
            <vaadin-text-field name="areas" label=${submitters.areas}></vaadin-text-field>
            <button class="act first" type="submit">${submitters.make}</button>
          </form>`
        : html`<p class="note">${this.c.needsRole(this.c.roles.supervise)}</p>`}
      <vaadin-confirm-dialog
        header=${this.asking ? submitters[this.asking.act] : ''}
        .message=${this.asking ? submitters.sure(this.asking.row.label) : ''}
        confirm-text=${this.asking ? submitters[this.asking.act] : ''}
        cancel-text=${this.c.cancel}
        cancel-button-visible
        .opened=${this.asking !== null}
        @confirm=${() => { this.confirmed(); }}
        @cancel=${() => (this.asking = null)}
      ></vaadin-confirm-dialog>`;
  }
}
