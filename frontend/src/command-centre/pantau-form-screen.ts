import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import '../elements/pantau-form.js';
import '../elements/pantau-images.js';
import '../elements/pantau-revisions.js';
import type { Choice } from '../model/wire.js';
import { CommandElement, screenStyles } from './base.js';
import { formScreenStyles } from './form-screen-styles.js';
import { type Refused, refused } from './live/desk.js';
import { actOf } from './live/keys.js';
import { formAddress, heldAddress, lifeAddress } from './live/route.js';
import type { DecisionKind, HeldBody } from './live/wire.js';
import './pantau-correction.js';
import type { PantauCorrection } from './pantau-correction.js';

const KEYS_KEY = 'pantau.command.keys';
const KINDS = [['confirm', 'C'], ['correct', 'E'], ['photo', 'F']] as const;

/** One held form: its figures as on paper, why it is held, its photos and history, and the decision. */
@customElement('pantau-form-screen')
export class PantauFormScreen extends CommandElement {
  static override styles = [shared, screenStyles, formScreenStyles];

  @property() contest = '';
  @property() station = '';
  @state() private body: HeldBody | null = null;
  @state() private choices: readonly Choice[] = [];
  @state() private problem: Refused | null = null;
  @state() private said = '';
  @state() private kind: DecisionKind | null = null;
  @state() private busy = false;
  @state() private keys = localStorage.getItem(KEYS_KEY) !== 'off';

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.pressed);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.pressed);
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (!changed.has('station') && !changed.has('contest')) return;
    this.kind = null;
    this.body = null;
    this.problem = null;
    void this.load();
  }

  private async load(): Promise<void> {
    const { contest, station } = this;
    try {
      const { desk } = this.parts.session;
      const body = await desk.get<HeldBody>(`/api${formAddress(contest, station)}`);
      const known = await this.parts.contests.one(contest).catch(() => null);
      if (contest !== this.contest || station !== this.station) return;
      this.choices = known?.choices ?? Object.keys(body.station.revisions[0]?.votes ?? {}).map((id, at) => ({ id, number: at + 1, name: id, shortName: id, color: '#888888' }));
      this.body = body;
      this.problem = null;
    } catch (error) {
      this.problem = refused(error);
      // Held no longer: nothing of it is there to be decided.
      if (this.problem.status === 404) this.body = null;
    }
  }

  private readonly pressed = (event: KeyboardEvent) => {
    const at = event.composedPath()[0];
    const typing = at instanceof HTMLInputElement ? at.type !== 'checkbox' : at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement;
    const onControl = at instanceof HTMLButtonElement || at instanceof HTMLAnchorElement;
    const inFigures = event.key === 'Enter' && at instanceof HTMLInputElement && this.kind === 'correct';
    const act = inFigures ? 'send' : actOf(event, typing, onControl, this.keys);
    if (!act) return;
    event.preventDefault();
    if (act === 'next' || act === 'previous') this.step(act === 'next' ? 1 : -1);
    else if (act === 'leave') this.leave();
    else if (act === 'send') void this.send();
    else if (this.parts.session.may('decide') && this.waits() && !this.mine()) this.kind = act;
  };

  private leave() {
    if (this.kind) this.kind = null;
    else this.parts.router.go(heldAddress('', ''));
  }

  private step(by: 1 | -1) {
    const row = this.parts.walk.step(this.contest, this.station, by) ?? (by === 1 ? this.body?.next : null);
    if (!row) return;
    this.said = '';
    this.parts.router.go(formAddress(row.contest, row.station));
  }

  private mine(): boolean {
    return this.body?.proposal?.by === this.parts.session.operator.value?.id;
  }

  private newest() {
    return this.body?.station.revisions[0] ?? null;
  }

  /** Whether the newest revision still waits: a form decided meanwhile is only looked at. */
  private waits(): boolean {
    return this.newest()?.status === 'held';
  }

  private async send(): Promise<void> {
    const { kind, body, contest, station } = this;
    const newest = this.newest();
    if (!kind || !body || !newest || this.busy) return;
    const figures = kind === 'correct' ? this.renderRoot.querySelector<PantauCorrection>('pantau-correction')?.figures : undefined;
    if (kind === 'correct' && !figures) {
      this.said = this.c.held.incomplete;
      return;
    }
    const note = this.renderRoot.querySelector('textarea')?.value.trim() ?? '';
    this.busy = true;
    try {
      const decision = { contest, station, revision: newest.revision, kind, ...(figures ? { figures } : {}), ...(note ? { note } : {}) };
      const { status } = await this.parts.session.desk.post<{ status: 'proposed' | 'decided' | 'photo-asked' }>('/api/decisions', decision);
      const next = this.parts.walk.step(contest, station, 1) ?? body.next;
      this.parts.walk.without(contest, station);
      this.said = this.c.held.done[status];
      if (next) this.parts.router.go(formAddress(next.contest, next.station));
      else await this.load();
      this.kind = null;
    } catch (error) {
      const problem = refused(error);
      this.said = this.sorry(problem);
      if (problem.status === 409) {
        this.kind = null;
        await this.load();
      }
    }
    this.busy = false;
  }

  private async takeBack(): Promise<void> {
    await this.parts.session.desk.drop(`/api/decisions/${this.contest}/${this.station}`).catch((error: unknown) => {
      this.said = this.sorry(refused(error));
    });
    await this.load();
  }

  private chosen() {
    const { held } = this.c;
    const { kind } = this;
    if (!kind) return nothing;
    const newest = this.newest();
    const lead = { confirm: held.confirmLead, correct: held.correctLead, photo: held.photoLead }[kind];
    return html`<p class="note">${lead}</p>
      ${kind === 'correct'
        ? html`<pantau-correction
            .language=${this.language}
            .parts=${this.parts}
            .choices=${this.choices.map(({ id, number, shortName }) => ({ id, label: `${number}. ${shortName}` }))}
            .users=${newest?.users?.all?.all ?? null}
            .ballots=${newest?.ballots?.received ?? null}
          ></pantau-correction>`
        : nothing}
      <label>${held.noteLabel}<textarea maxlength="200"></textarea></label>
      <div class="acts">
        <button class="act first" ?disabled=${this.busy} @click=${() => void this.send()}>${held.send}<kbd aria-hidden="true">Enter</kbd></button>
        <button class="act" @click=${() => (this.kind = null)}>${this.c.cancel}<kbd aria-hidden="true">Esc</kbd></button>
      </div>`;
  }

  private decision(body: HeldBody) {
    const { held } = this.c;
    const { proposal } = body;
    const findings = this.newest()?.findings ?? [];
    const may = this.parts.session.may('decide');
    return html`<section class="decide">
      <h2>${held.rules}</h2>
      <ul class="rules">${findings.map(({ code, message }) => html`<li><strong>${code}</strong> ${this.t.laws[code] ?? message}</li>`)}</ul>
      <h2>${held.decide}</h2>
      ${proposal ? html`<p>${this.mine() ? held.mine : held.theirs(proposal.by, held.proposals[proposal.kind])}</p>` : nothing}
      ${!this.waits()
        ? html`<p role="status">${held.notHeld}</p>`
        : !may
        ? html`<p class="note">${this.c.needsRole(this.c.roles.decide)}</p>`
        : this.mine()
          ? html`<div class="acts"><button class="act" @click=${() => void this.takeBack()}>${held.takeBack}</button></div>`
          : html`<div class="acts">
                ${KINDS.map(([kind, key]) => html`<button class="act" aria-pressed=${this.kind === kind} @click=${() => (this.kind = kind)}>${held[kind]}<kbd aria-hidden="true">${key}</kbd></button>`)}
              </div>
              ${this.chosen()}`}
      <div>
        <p class="note">${held.keyList}</p>
        <label
          ><input
            type="checkbox"
            .checked=${this.keys}
            @change=${(event: Event) => {
              this.keys = (event.target as HTMLInputElement).checked;
              localStorage.setItem(KEYS_KEY, this.keys ? 'on' : 'off');
            }}
          />
          ${held.keysOn}</label
        >
      </div>
    </section>`;
  }

  override render() {
    const { held } = this.c;
    const { body, language } = this;
    const newest = this.newest();
    return html`<div class="top">
        <h1 tabindex="-1">${body?.station.name ?? this.c.screens.held}</h1>
        <p class="num">${this.station}</p>
        <p class="end"><a href="/held">${held.back}</a> · <a href=${lifeAddress(this.contest, this.station)}>${held.life}</a></p>
      </div>
      <p role="status" class=${this.said ? 'wrong' : ''}>${this.said}</p>
      ${this.problem ? html`<p class="wrong" role="alert">${this.sorry(this.problem)}</p>` : body ? nothing : html`<p class="empty">${this.c.loading}</p>`}
      ${body && newest
        ? html`<div class="two">
            <div>
              <pantau-form .language=${language} .form=${newest} .choices=${this.choices}></pantau-form>
              <pantau-images .language=${language} .images=${newest.images ?? []}></pantau-images>
              <pantau-revisions .language=${language} .revisions=${body.station.revisions} .choices=${this.choices}></pantau-revisions>
            </div>
            ${this.decision(body)}
          </div>`
        : nothing}`;
  }
}
