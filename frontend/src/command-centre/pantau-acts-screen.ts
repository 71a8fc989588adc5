import '@vaadin/confirm-dialog';
import '@vaadin/text-field';
import type { TextField } from '@vaadin/text-field';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { exactTime } from '../model/moments.js';
import { CommandElement, screenStyles } from './base.js';
import { type Refused, refused } from './live/desk.js';
import type { Act } from './live/wire.js';

const FIELDS = ['place', 'office', 'reasonId', 'reasonEn', 'until'] as const;

/** What is withheld or explained in public: the list, and the form for a new act. */
@customElement('pantau-acts-screen')
export class PantauActsScreen extends CommandElement {
  static override styles = [shared, screenStyles, css`
    form { display: grid; gap: 0.75rem; max-width: 32rem; margin-top: 2rem; }
    .act { justify-self: start; }
  `];

  @state() private acts: readonly Act[] | null = null;
  @state() private problem: Refused | null = null;
  @state() private said = '';
  @state() private asking = false;
  @state() private kind: Act['kind'] = 'notice';

  override connectedCallback() {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.acts = (await this.parts.session.desk.get<{ acts: readonly Act[] }>('/api/acts')).acts;
      this.problem = null;
    } catch (error) {
      this.problem = refused(error);
    }
  }

  private value(name: string): string {
    return this.renderRoot.querySelector<TextField>(`[name=${name}]`)?.value.trim() ?? '';
  }

  private ask(event: Event) {
    event.preventDefault();
    const whole = FIELDS.every((name) => this.value(name) !== '') && !Number.isNaN(Date.parse(this.value('until')));
    this.said = whole ? '' : this.c.acts.missing;
    this.asking = whole;
  }

  private async done(act: Promise<unknown>): Promise<void> {
    this.asking = false;
    try {
      await act;
      this.said = '';
    } catch (error) {
      this.said = this.sorry(refused(error));
    }
    await this.load();
  }

  private publish() {
    const reason = { id: this.value('reasonId'), en: this.value('reasonEn') };
    const until = new Date(this.value('until')).toISOString();
    const act = { kind: this.kind, contest: null, place: this.value('place'), office: this.value('office'), reason, until };
    void this.done(this.parts.session.desk.post('/api/acts', act));
  }

  private form() {
    const { acts } = this.c;
    if (!this.parts.session.may('supervise')) return html`<p class="note">${this.c.needsRole(this.c.roles.supervise)}</p>`;
    return html`<form @submit=${(event: Event) => { this.ask(event); }}>
      <label>${acts.kind} <select @change=${(event: Event) => (this.kind = (event.target as HTMLSelectElement).value as Act['kind'])}>
        <option value="notice">${acts.notice}</option><option value="withhold">${acts.withhold}</option>
      </select></label>
      ${FIELDS.map((name) => html`<vaadin-text-field name=${name} label=${acts[name]} placeholder=${name === 'until' ? '2026-12-31T18:00' : ''}></vaadin-text-field>`)}
      <button class="act first" type="submit">${acts.make}</button>
      <vaadin-confirm-dialog
        header=${acts.sure}
        .message=${acts.preview(acts[this.kind], this.value('place'), this.value('office'))}
        confirm-text=${acts.make}
        cancel-text=${this.c.cancel}
        cancel-button-visible
        .opened=${this.asking}
        @confirm=${() => { this.publish(); }}
        @cancel=${() => (this.asking = false)}
      ></vaadin-confirm-dialog>
    </form>`;
  }

  override render() {
    const { acts, screens } = this.c;
    const may = this.parts.session.may('supervise');
    return html`<div class="top"><h1 tabindex="-1">${screens.acts}</h1></div>
      <p role="status" class=${this.said ? 'wrong' : ''}>${this.said}</p>
      ${this.problem ? html`<p class="wrong" role="alert">${this.sorry(this.problem)}</p>` : nothing}
      ${this.acts?.length === 0 ? html`<p class="empty">${acts.empty}</p>` : nothing}
      <table><tbody>
        ${(this.acts ?? []).map((act) => html`<tr>
          <th scope="row">${acts[act.kind]} ${act.place}</th>
          <td class="words">${act.office}</td>
          <td class="words">${this.worded(act.reason)}</td>
          <td class="words">${exactTime(act.since, this.language)}</td>
          <td class="words">${act.ended ? acts.ended : may ? html`<button class="plain" @click=${() => void this.done(this.parts.session.desk.drop(`/api/acts/${act.id}`))}>${acts.end}</button>` : nothing}</td>
        </tr>`)}
      </tbody></table>
      ${this.form()}`;
  }
}
