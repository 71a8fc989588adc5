import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { readable } from '../model/names.js';
import { exactTime } from '../model/moments.js';
import { changedFigures } from '../model/paper.js';
import type { Choice } from '../model/wire.js';
import type { Revision } from '../model/wire-station.js';
import { PantauElement, shared } from './base.js';

/** Every revision of a station's form, newest first: what changed, when, why, and by whom. */
@customElement('pantau-revisions')
export class PantauRevisions extends PantauElement {
  static override styles = [
    shared,
    css`
      ol {
        margin-top: 0.75rem;
        border-top: 1px solid var(--ink);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
        gap: 0 2rem;
        padding: 0.875rem 0;
        border-bottom: 1px solid var(--line);
      }
      h3 {
        font-size: var(--size-m);
        font-weight: 600;
      }
      p,
      dl {
        font-size: var(--size-s);
      }
      .what dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 1rem;
      }
      .what dl > * {
        padding: 0.25rem 0;
        border-bottom: 1px solid var(--line);
      }
      .when {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 0.5rem;
        margin-top: 0.375rem;
      }
      code {
        font: inherit;
      }
      @media (max-width: 48rem) {
        li {
          grid-template-columns: minmax(0, 1fr);
          gap: 0.625rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) revisions: readonly Revision[] = [];
  @property({ attribute: false }) choices: readonly Choice[] = [];

  private label(field: string): string {
    const { t } = this;
    const choice = this.choices.find((one) => field === `votes.${one.id}`);
    if (choice) return `IV.${choice.number} ${readable(choice.shortName)}`;
    const [section, row] = Object.entries(t.paper).find(([name]) => field === name || field.startsWith(`${name}.`)) ?? [
      '',
      ['', field],
    ];
    const sex = field.endsWith('.male') ? t.maleLong : field.endsWith('.female') ? t.femaleLong : '';
    const where = section.startsWith('users') ? 'I.B' : section.startsWith('ballots') ? 'II' : section === 'registered' ? 'I.A' : 'V';
    return [`${where}${row[0] ? `.${row[0]}` : ''}`, row[1], sex].filter((part) => part !== '').join(' ');
  }

  private figure(value: number | null): string {
    return value === null ? '–' : this.n.integer(value);
  }

  private changes(revision: Revision, before: Revision | undefined) {
    if (!before) return html`<p class="quiet">${this.t.firstForm}</p>`;
    const changes = changedFigures(before, revision, this.choices);
    if (changes.length === 0) return html`<p class="quiet">${this.t.nothingChanged}</p>`;
    return html`<p class="quiet">${this.t.changedFrom}</p>
      <dl>
        ${changes.map(
          (change) =>
            html`<dt>${this.label(change.field)}</dt>
              <dd class="num">${this.figure(change.before)} → ${this.figure(change.after)}</dd>`,
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
      ${times.map(([name, at]) => (at ? html`<dt>${name}</dt><dd>${exactTime(at, this.language)}</dd>` : nothing))}
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

  override render() {
    const { t } = this;
    return html`
      <h2>${t.revisions}</h2>
      <ol>
        ${this.revisions.map((revision, index) => {
          const was = revision.was ? `, ${t.was(t.stationStatus[revision.was].toLowerCase())}` : '';
          return html`<li data-revision=${revision.revision}>
            <div>
              <h3 class="num">
                ${t.formOf(String(revision.revision))}${revision.generation > 0 ? `, ${t.generation(revision.generation)}` : ''}
              </h3>
              <p>${t.stationStatus[revision.status]}${was}</p>
              <p class="quiet">${t.methods[revision.method]}${revision.submitter ? html` · ${t.submitter} ${revision.submitter}` : nothing}</p>
              ${this.times(revision)}
            </div>
            <div class="what">${this.why(revision)} ${this.changes(revision, this.revisions[index + 1])}</div>
          </li>`;
        })}
      </ol>
    `;
  }
}
