import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { exactTime } from '../model/moments.js';
import { CommandElement, screenStyles } from './base.js';
import { box } from './field-styles.js';
import { type Refused, refused } from './live/desk.js';
import { seconds } from './live/figures.js';
import { lifeAddress, receiptAddress } from './live/route.js';
import type { ContestBody, LifeBody, LifeRevision, LifeStep } from './live/wire.js';

const STATION = /^[0-9A-Z]{13}$/;

/** One form's life: found by its station or its receipt, each revision's way step by step. */
@customElement('pantau-life-screen')
export class PantauLifeScreen extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.75rem;
        margin-bottom: 1.5rem;
      }
      input {
        width: min(24rem, 100%);
        ${box}
      }
      input:focus-visible {
        outline: 2px solid var(--focus);
        outline-offset: 1px;
      }
      section {
        max-width: 60rem;
        margin-bottom: 2rem;
      }
      section > header {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1.25rem;
        align-items: baseline;
        padding-bottom: 0.375rem;
        border-bottom: 1px solid var(--ink);
      }
      section > header p {
        color: var(--ink-2);
        font-size: var(--size-s);
      }
      .found {
        padding: 0 0.375rem;
        background: var(--ink);
        color: var(--paper) !important;
      }
      tbody th {
        width: 15rem;
      }
    `,
  ];

  @property() contest = '';
  @property() station = '';
  @property() receipt = '';
  @state() private body: LifeBody | null = null;
  @state() private problem: Refused | null = null;
  @state() private contests: readonly ContestBody[] = [];
  @state() private place = '';
  private shown = '';

  override connectedCallback() {
    super.connectedCallback();
    void this.parts.contests.all().then((all) => (this.contests = all), () => undefined);
  }

  override willUpdate() {
    const asked = this.station ? lifeAddress(this.contest, this.station) : this.receipt ? receiptAddress(this.receipt, this.contest) : '';
    if (asked === this.shown) return;
    this.shown = asked;
    this.body = null;
    this.problem = null;
    this.place = '';
    if (asked) void this.load(asked);
  }

  private async load(asked: string): Promise<void> {
    try {
      const body = await this.parts.session.desk.get<LifeBody>(`/api${asked}`);
      if (asked !== this.shown) return;
      this.body = body;
      const name = await this.parts.places.name(body.station);
      if (asked === this.shown && name !== body.station) this.place = name;
    } catch (error) {
      if (asked === this.shown) this.problem = refused(error);
    }
  }

  private find(event: Event) {
    event.preventDefault();
    const of = (name: string) => this.renderRoot.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)?.value.trim() ?? '';
    const text = of('what');
    const contest = of('contest') || (this.contests[0]?.id ?? '');
    if (text === '') return;
    if (STATION.test(text)) this.parts.router.go(lifeAddress(contest, text));
    else this.parts.router.go(receiptAddress(text, this.problem?.code === 'contest-needed' ? contest : ''));
  }

  private search() {
    const { life } = this.c;
    return html`<form novalidate role="search" @submit=${(event: Event) => { this.find(event); }}>
      <label class="choice">${life.find}<input name="what" autocomplete="off" spellcheck="false" maxlength="4096" .value=${this.station || this.receipt} /></label>
      ${this.contests.length > 1
        ? html`<label class="choice"
            >${this.c.contest}
            <select name="contest">${this.contests.map(({ id, names }) => html`<option value=${id} .selected=${id === this.contest}>${this.worded(names)}</option>`)}</select></label
          >`
        : nothing}
      <button class="act first" type="submit">${life.search}</button>
    </form>`;
  }

  /** The steps as the node knows them; a node of an earlier version knows only its three times. */
  private steps(one: LifeRevision): readonly LifeStep[] {
    const of = (step: string, at: string | null): LifeStep => ({ step, at, node: null, why: at === null ? 'not-kept' : null });
    return [of('recorded', one.recordedAt), ...(one.steps ?? [of('received', one.receivedAt), of('counted', one.countedAt)])];
  }

  private revision(one: LifeRevision, station: string) {
    const { life } = this.c;
    const steps = this.steps(one);
    const received = steps.find(({ step }) => step === 'received')?.at ?? null;
    const after = ({ step, at }: LifeStep) => {
      if (at === null || received === null || step === 'recorded' || step === 'received') return '';
      return `+${seconds(Math.max(0, Date.parse(at) - Date.parse(received)) / 1000, this.language)}`;
    };
    return html`<section>
      <header>
        <h2>${life.revision(String(one.revision))}, ${life.statuses[one.status] ?? one.status}</h2>
        <p>${life.by(one.submitter, life.methods[one.method ?? ''] ?? one.method ?? '')}</p>
        ${one.position ? html`<p class="num">${life.receipt(`${station}/${one.position.epoch}-${one.position.revision}`)}</p>` : nothing}
        ${one.found ? html`<p class="found">${life.found}</p>` : nothing}
      </header>
      <div class="wide" tabindex="0" role="region" aria-label=${life.revision(String(one.revision))}>
        <table>
          <thead><tr>${Object.values(life.columns).map((head) => html`<th scope="col" class="words">${head}</th>`)}</tr></thead>
          <tbody>
            ${steps.map(
              (step) => html`<tr data-step=${step.step}>
                <th scope="row">${life.steps[step.step] ?? step.step}</th>
                <td class="words">${step.at === null ? html`<span class="quiet">${life.why[step.why ?? ''] ?? '–'}</span>` : exactTime(step.at, this.language)}</td>
                <td class="words">${after(step)}</td>
                <td class="words">${step.node ?? nothing}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  override render() {
    const { life, screens } = this.c;
    const { body } = this;
    return html`<div class="top">
        <h1 tabindex="-1">${screens.life}</h1>
        <p>${body ? html`${this.place ? `${this.place} · ` : nothing}<span class="num">${body.station}</span>` : life.lead}</p>
      </div>
      ${this.search()}
      ${this.problem
        ? html`<p class="wrong" role="alert">${this.problem.code === 'malformed' ? life.malformed : this.sorry(this.problem)}</p>`
        : body
          ? nothing
          : html`<p class="empty" role="status">${this.shown ? this.c.loading : life.start}</p>`}
      ${body?.revisions.length === 0 ? html`<p class="empty" role="status">${life.empty}</p>` : nothing}
      ${(body?.revisions ?? []).map((one) => this.revision(one, body?.station ?? ''))}`;
  }
}
