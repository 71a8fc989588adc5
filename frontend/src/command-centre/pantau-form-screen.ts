import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { shared } from '../elements/base.js';
import '../elements/pantau-form.js';
import '../elements/pantau-images.js';
import '../elements/pantau-revisions.js';
import type { Choice } from '../model/wire.js';
import { CommandElement, screenStyles } from './base.js';
import { formScreenStyles } from './form-screen-styles.js';
import { type Refused, refused } from './live/desk.js';
import { actOf } from './live/keys.js';
import { type FormAddress, queryOf } from './live/queue.js';
import { formAddress, heldAddress, lifeAddress } from './live/route.js';
import type { DecisionKind, HeldBody, TypedFigures } from './live/wire.js';
import './pantau-correction.js';
import type { PantauCorrection } from './pantau-correction.js';
import './pantau-why.js';

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
  @state() private place = '';
  /** Where one person decides alone: what was typed the first time. */
  @state() private first: TypedFigures | null = null;
  /** Each time the figures are to be typed, the fields are new ones. */
  @state() private typings = 0;
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
    this.choose(null);
    this.body = null;
    this.problem = null;
    this.place = '';
    const { station } = this;
    void this.parts.places.name(station).then((name) => {
      if (station === this.station && name !== station) this.place = name.split(', ').slice(1).join(', ');
    });
    void this.load();
  }

  private choose(kind: DecisionKind | null) {
    this.kind = kind;
    this.first = null;
    this.typings += 1;
  }

  private async load(): Promise<void> {
    const { contest, station } = this;
    try {
      const { desk } = this.parts.session;
      const query = queryOf(this.parts.queue.filter).toString();
      const body = await desk.get<HeldBody>(`/api${formAddress(contest, station)}${query && `?${query}`}`);
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
    if (act === 'next' || act === 'previous') void this.step(act === 'next' ? 1 : -1);
    else if (act === 'leave') this.leave();
    else if (act === 'send') void this.send();
    else if (this.parts.session.may('decide') && this.waits() && !this.mine()) this.choose(act);
  };

  private leave() {
    if (this.kind) this.choose(null);
    else this.parts.router.go(heldAddress(this.parts.queue.filter));
  }

  private address(): FormAddress {
    return { contest: this.contest, station: this.station };
  }

  private async step(by: 1 | -1): Promise<void> {
    const from = this.address();
    const to = await this.parts.queue.step(from, by, this.body?.next ?? null);
    if (from.station !== this.station || from.contest !== this.contest) return;
    this.said = to ? '' : this.c.held.edge;
    if (to) this.parts.router.go(formAddress(to.contest, to.station));
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

  /** What was typed; undefined where there is nothing to type, null where it is not whole. */
  private typed(): TypedFigures | null | undefined {
    if (this.kind !== 'correct') return undefined;
    return this.renderRoot.querySelector<PantauCorrection>('pantau-correction')?.figures ?? null;
  }

  private async send(): Promise<void> {
    const { kind, body, busy } = this;
    const newest = this.newest();
    if (!kind || !body || !newest || busy) return;
    const figures = this.typed();
    if (figures === null) {
      this.said = this.c.held.incomplete;
      return;
    }
    if (figures && this.parts.session.decisionPeople === 1 && !this.first) {
      this.first = figures;
      this.typings += 1;
      this.said = '';
      return;
    }
    const note = this.renderRoot.querySelector('textarea')?.value.trim() ?? '';
    const entries = this.first ? { figures: this.first, figuresAgain: figures } : figures ? { figures } : {};
    this.busy = true;
    try {
      const decision = { ...this.address(), revision: newest.revision, kind, ...entries, ...(note ? { note } : {}) };
      const { status } = await this.parts.session.desk.post<{ status: 'proposed' | 'decided' | 'photo-asked' }>('/api/decisions', decision);
      await this.onward(body, status);
    } catch (error) {
      await this.failed(refused(error));
    }
    this.busy = false;
  }

  /** To the next form that does not wait for somebody else. */
  private async onward(body: HeldBody, status: 'proposed' | 'decided' | 'photo-asked'): Promise<void> {
    const { held } = this.c;
    const { queue, session, router } = this.parts;
    const from = this.address();
    const me = session.operator.value?.id;
    const next = await queue.step(from, 1, body.next, (row) => row.proposal?.by === me);
    queue.without(from);
    this.said = `${body.station.name}: ${held.done[status]}${next ? '' : ` ${held.last}`}`;
    this.choose(null);
    if (next) router.go(formAddress(next.contest, next.station));
    else await this.load();
  }

  private async failed(problem: Refused): Promise<void> {
    const alone = problem.code === 'differs' && this.first !== null;
    this.said = alone ? this.c.held.differsAlone : this.sorry(problem);
    if (alone) this.choose('correct');
    else if (problem.status === 409 && problem.code !== 'busy') {
      this.choose(null);
      await this.load();
    }
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
    const alone = this.parts.session.decisionPeople === 1;
    const correct = this.first ? held.correctAgain : alone ? held.correctAlone : held.correctLead;
    const lead = { confirm: held.confirmLead, correct, photo: held.photoLead }[kind];
    return html`<p class=${this.first ? 'wrong' : 'note'} aria-live="polite">${lead}</p>
      ${kind === 'correct'
        ? keyed(this.typings, html`<pantau-correction
            .language=${this.language}
            .parts=${this.parts}
            .choices=${this.choices.map(({ id, number, shortName }) => ({ id, label: `${number}. ${shortName}` }))}
            .users=${newest?.users?.all?.all ?? null}
            .ballots=${newest?.ballots?.received ?? null}
          ></pantau-correction>`)
        : nothing}
      <label>${held.noteLabel}<textarea maxlength="200"></textarea></label>
      <div class="acts">
        <button class="act first" ?disabled=${this.busy} @click=${() => void this.send()}>${kind === 'correct' && alone && !this.first ? held.goOn : held.send}<kbd aria-hidden="true">Enter</kbd></button>
        <button class="act" @click=${() => { this.choose(null); }}>${this.c.cancel}<kbd aria-hidden="true">Esc</kbd></button>
      </div>`;
  }

  private deciding(body: HeldBody) {
    const { held } = this.c;
    const { proposal } = body;
    if (!this.waits()) return html`<p role="status">${held.notHeld}</p>`;
    if (!this.parts.session.may('decide')) return html`<p class="note">${this.c.needsRole(this.c.roles.decide)}</p>`;
    if (this.mine()) return html`<p>${held.mine}</p><div class="acts"><button class="act" @click=${() => void this.takeBack()}>${held.takeBack}</button></div>`;
    return html`${body.proposalsKnown ? nothing : html`<p class="wrong" role="alert">${held.unknownProposals}</p>`}
      ${proposal ? html`<p>${held.theirs(proposal.by, held.proposals[proposal.kind])}</p>` : nothing}
      <div class="acts">
        ${KINDS.map(([kind, key]) => html`<button class="act" aria-pressed=${this.kind === kind} aria-keyshortcuts=${key} @click=${() => { this.choose(kind); }}>${held[kind]}<kbd aria-hidden="true">${key}</kbd></button>`)}
      </div>
      ${this.chosen()}`;
  }

  private decision(body: HeldBody) {
    const { held } = this.c;
    return html`<section class="decide">
      <h2>${held.rules}</h2>
      <pantau-why .language=${this.language} .form=${this.newest()} .choices=${this.choices} ?blind=${this.kind === 'correct'}></pantau-why>
      <h2>${held.decide}</h2>
      ${this.deciding(body)}
      <div class="keys">
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
        <p>${this.place ? html`${this.place} · ` : nothing}<span class="num">${this.station}</span></p>
        <p class="end"><a href=${heldAddress(this.parts.queue.filter)}>${held.back}</a> · <a href=${lifeAddress(this.contest, this.station)}>${held.life}</a></p>
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
