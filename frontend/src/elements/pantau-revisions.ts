import '@vaadin/details';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { exactTime } from '../model/moments.js';
import { changedFigures } from '../model/paper.js';
import type { Choice } from '../model/wire.js';
import type { Revision } from '../model/wire-station.js';
import { PantauElement, shared } from './base.js';
import './pantau-form.js';
import { revisionStyles } from './revision-styles.js';

/** Every revision of a station's form, newest first: what changed, when, why, by whom, and what the checks said. */
@customElement('pantau-revisions')
export class PantauRevisions extends PantauElement {
  static override styles = [shared, revisionStyles];

  @property({ attribute: false }) revisions: readonly Revision[] = [];
  @property({ attribute: false }) choices: readonly Choice[] = [];
  /** True where the figures are withheld: then nothing is said of what changed, and no form is shown. */
  @property({ type: Boolean }) withheld = false;
  /** Hashes of the revisions whose whole form is unfolded. */
  @state() private unfolded: ReadonlySet<string> = new Set();

  private label(field: string): string {
    const { t } = this;
    const choice = this.choices.find((one) => field === `votes.${one.id}`);
    if (choice) return `IV.${choice.number} ${choice.shortName}`;
    const [section, row] = Object.entries(t.paper).find(([name]) => field === name || field.startsWith(`${name}.`)) ?? [
      '',
      ['', field],
    ];
    const sex = field.endsWith('.male') ? t.maleLong : field.endsWith('.female') ? t.femaleLong : '';
    const where = section.startsWith('users')
      ? 'I.B'
      : section.startsWith('ballots')
        ? 'II'
        : section === 'registered'
          ? 'I.A'
          : 'V';
    return [`${where}${row[0] ? `.${row[0]}` : ''}`, row[1], sex].filter((part) => part !== '').join(' ');
  }

  private figure(value: number | null): string {
    return value === null ? '–' : this.n.integer(value);
  }

  private changes(revision: Revision, before: Revision | undefined) {
    if (!before) return html`<p class="quiet">${this.t.firstForm}</p>`;
    if (this.withheld) {
      return html`<p class="quiet">${this.t.changedFrom}: ${this.t.stationStatus.withheld.toLowerCase()}</p>`;
    }
    const changes = changedFigures(before, revision, this.choices);
    if (changes.length === 0) return html`<p class="quiet">${this.t.nothingChanged}</p>`;
    return html`<p class="quiet">${this.t.changedFrom}</p>
      <dl class="changes">
        ${changes.map(
          (change) =>
            html`<div data-changed=${change.field}>
              <dt>${this.label(change.field)}</dt>
              <dd class="num">${this.figure(change.before)} → ${this.figure(change.after)}</dd>
            </div>`,
        )}
      </dl>`;
  }

  private times(revision: Revision) {
    const times = [
      [this.t.recorded, revision.recordedAt],
      [this.t.received, revision.receivedAt],
      [this.t.countedAt, revision.countedAt],
    ] as const;
    return html`<dl class="when quiet num">
      ${times.map(([name, at]) =>
        at
          ? html`<dt>${name}</dt>
              <dd>${exactTime(at, this.language)}</dd>`
          : nothing,
      )}
    </dl>`;
  }

  private why({ reason }: Revision) {
    const { t } = this;
    const list = (name: string, values: readonly string[] | undefined) =>
      values && values.length > 0 ? html`<br />${name} ${values.join(', ')}` : nothing;
    return html`<p>
      ${t.reasons[reason.kind]}${reason.note ? html`: ${reason.note}` : nothing}
      <span class="quiet"
        >${list(t.overrides, reason.codes)}${list(t.by, reason.by)}${reason.cites
          ? html`<br />${t.cites} ${reason.cites}`
          : nothing}</span
      >
    </p>`;
  }

  private findings({ findings }: Revision) {
    if (!findings || findings.length === 0) return nothing;
    return html`<p class="quiet">${this.t.findings}</p>
      <ul>
        ${findings.map((finding) => html`<li><b>${finding.code}</b> ${this.t.laws[finding.code] ?? finding.message}</li>`)}
      </ul>`;
  }

  /** The whole of an earlier form, drawn only when it is asked for; the newest stands on the page already. */
  private whole(revision: Revision) {
    const key = `${revision.generation}.${revision.revision}`;
    const open = this.unfolded.has(key);
    return html`<vaadin-details
      .summary=${this.t.wholeForm}
      .opened=${open}
      @opened-changed=${(event: CustomEvent<{ value: boolean }>) => {
        if (event.detail.value) this.unfolded = new Set([...this.unfolded, key]);
      }}
    >
      ${open
        ? html`<pantau-form
            within
            .language=${this.language}
            .form=${revision}
            .choices=${this.choices}
          ></pantau-form>`
        : nothing}
    </vaadin-details>`;
  }

  private one(revision: Revision, index: number) {
    const { t } = this;
    const was = revision.was ? `, ${t.was(t.stationStatus[revision.was].toLowerCase())}` : '';
    const generation = revision.generation > 0 ? `, ${t.generation(revision.generation)}` : '';
    return html`<li data-revision=${revision.revision}>
      <div>
        <h3 class="num">${t.formOf(String(revision.revision))}${generation}</h3>
        <p>${t.stationStatus[revision.status]}${was}</p>
        <p class="quiet">
          ${t.methods[revision.method]}${revision.submitter ? html` · ${t.submitter} ${revision.submitter}` : nothing}
        </p>
        ${this.times(revision)}
      </div>
      <div class="what">
        ${this.why(revision)} ${this.changes(revision, this.revisions[index + 1])} ${this.findings(revision)}
        ${revision.status === 'superseded' && !this.withheld ? this.whole(revision) : nothing}
      </div>
    </li>`;
  }

  override render() {
    return html`
      <h2>${this.t.revisions}</h2>
      <ol>
        ${this.revisions.map((revision, index) => this.one(revision, index))}
      </ol>
    `;
  }
}
