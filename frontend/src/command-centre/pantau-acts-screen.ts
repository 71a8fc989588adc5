import '@vaadin/confirm-dialog';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { exactTime } from '../model/moments.js';
import { CommandElement, screenStyles } from './base.js';
import { type Refused, refused } from './live/desk.js';
import { JAKARTA } from './live/jakarta.js';
import type { Act, ContestBody } from './live/wire.js';
import './pantau-act-form.js';
import type { ActEvent, NewAct, PantauActForm } from './pantau-act-form.js';

/** What is withheld or explained in public: the list, and the form for a new act. */
@customElement('pantau-acts-screen')
export class PantauActsScreen extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    css`
      table {
        margin-bottom: 2.5rem;
      }
      .over :is(th, td) {
        color: var(--ink-2);
      }
    `,
  ];

  @state() private acts: readonly Act[] | null = null;
  @state() private contests: readonly ContestBody[] = [];
  @state() private names: Readonly<Record<string, string>> = {};
  @state() private problem: Refused | null = null;
  @state() private said = '';
  @state() private asking: { readonly made: NewAct } | { readonly ends: Act } | null = null;

  override connectedCallback() {
    super.connectedCallback();
    void this.parts.contests.all().then((all) => (this.contests = all), () => undefined);
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.acts = (await this.parts.session.desk.get<{ acts: readonly Act[] }>('/api/acts')).acts;
      this.problem = null;
      for (const place of new Set(this.acts.map((act) => act.place))) void this.named(place);
    } catch (error) {
      this.problem = refused(error);
    }
  }

  private async named(place: string): Promise<void> {
    const name = await this.parts.places.name(place);
    this.names = { ...this.names, [place]: name };
  }

  private at(time: string): string {
    return exactTime(time, this.language, JAKARTA);
  }

  private contest(id: string | null): string {
    if (id === null) return this.c.allContests;
    return this.worded(this.contests.find((one) => one.id === id)?.names ?? { id, en: id });
  }

  private over(act: Act): string | null {
    if (act.ended) return act.ended;
    return act.until !== null && Date.parse(act.until) <= Date.now() ? act.until : null;
  }

  private async sure(): Promise<void> {
    const { asking } = this;
    const { desk } = this.parts.session;
    const { acts } = this.c;
    this.asking = null;
    if (!asking) return;
    try {
      if ('made' in asking) {
        await desk.post('/api/acts', asking.made);
        this.renderRoot.querySelector<PantauActForm>('pantau-act-form')?.clear();
      } else await desk.drop(`/api/acts/${encodeURIComponent(asking.ends.id)}`);
      this.said = 'made' in asking ? acts.published : acts.endedNow;
    } catch (error) {
      this.said = this.sorry(refused(error));
    }
    await this.load();
  }

  private async ask({ act }: ActEvent): Promise<void> {
    this.said = '';
    await this.named(act.place);
    this.asking = { made: act };
  }

  private dialog() {
    const { acts } = this.c;
    const { asking } = this;
    const made = asking && 'made' in asking ? asking.made : null;
    const ends = asking && 'ends' in asking ? asking.ends : null;
    const name = (place: string) => this.names[place] ?? place;
    const text = made
      ? acts.preview(acts[made.kind], name(made.place), this.contest(made.contest), made.office, this.at(made.until))
      : ends
        ? acts.endLead(acts[ends.kind], name(ends.place))
        : '';
    return html`<vaadin-confirm-dialog
      header=${ends ? acts.endSure : acts.sure}
      .message=${text}
      confirm-text=${ends ? acts.end : acts.make}
      cancel-text=${this.c.cancel}
      cancel-button-visible
      .opened=${asking !== null}
      @confirm=${() => void this.sure()}
      @cancel=${() => (this.asking = null)}
    ></vaadin-confirm-dialog>`;
  }

  private row(act: Act, may: boolean) {
    const { acts } = this.c;
    const over = this.over(act);
    const name = this.names[act.place];
    return html`<tr class=${over ? 'over' : ''}>
      <th scope="row">${acts[act.kind]}</th>
      <td class="words">${name && name !== act.place ? html`${name} <span class="quiet num">${act.place}</span>` : act.place}<br /><span class="quiet">${this.contest(act.contest)}</span></td>
      <td class="words">${act.office}</td>
      <td class="words">${this.worded(act.reason)}</td>
      <td class="words">${this.at(act.since)}</td>
      <td class="words">${over ? acts.ended(this.at(over)) : act.until ? acts.inForce(this.at(act.until)) : nothing}</td>
      <td>${over || !may ? nothing : html`<button class="plain" aria-label=${`${acts.end}: ${acts[act.kind]}, ${name ?? act.place}`} @click=${() => (this.asking = { ends: act })}>${acts.end}</button>`}</td>
    </tr>`;
  }

  override render() {
    const { acts, screens } = this.c;
    const may = this.parts.session.may('supervise');
    const rows = this.acts ?? [];
    return html`<div class="top"><h1 tabindex="-1">${screens.acts}</h1></div>
      <p role="status" class=${this.said ? 'wrong' : ''}>${this.said}</p>
      ${this.problem
        ? html`<p class="wrong" role="alert">${this.sorry(this.problem)} <button class="plain" @click=${() => void this.load()}>${this.c.again}</button></p>`
        : this.acts === null
          ? html`<p class="empty">${this.c.loading}</p>`
          : nothing}
      ${this.acts?.length === 0 ? html`<p class="empty">${acts.empty}</p>` : nothing}
      ${rows.length > 0
        ? html`<div class="wide" tabindex="0" role="region" aria-label=${screens.acts}>
            <table>
              <thead><tr>${Object.values(acts.columns).map((head) => html`<th scope="col" class="words">${head}</th>`)}<td></td></tr></thead>
              <tbody>${rows.map((act) => this.row(act, may))}</tbody>
            </table>
          </div>`
        : nothing}
      ${may
        ? html`<pantau-act-form .language=${this.language} .parts=${this.parts} .contests=${this.contests} @act=${(event: ActEvent) => void this.ask(event)}></pantau-act-form>`
        : html`<p class="note">${this.c.needsRole(this.c.roles.supervise)}</p>`}
      ${this.dialog()}`;
  }
}
