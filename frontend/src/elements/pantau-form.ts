import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PAPER, type PaperRow, SEXES, figureAt, rowOfFinding } from '../model/paper.js';
import { stationTextsOf } from '../model/texts/station.js';
import type { Choice } from '../model/wire.js';
import type { Finding, Revision } from '../model/wire-station.js';
import { PantauElement, shared } from './base.js';
import { fillOf } from '../model/fill.js';
import { formStyles } from './form-styles.js';

type Section = keyof PantauForm['t']['sections'];

/**
 * One revision as it stands on the paper: C.HASIL sections I.A, I.B, II, IV and V, every figure
 * where the paper has it, and what the checks say beside the figure concerned.
 */
@customElement('pantau-form')
export class PantauForm extends PantauElement {
  static override styles = [shared, formStyles];

  /** True inside a revision's entry, which is its title. */
  @property({ type: Boolean }) within = false;
  @property({ attribute: false }) form: Revision | null = null;
  @property({ attribute: false }) choices: readonly Choice[] = [];

  private figure(value: number | null | undefined): TemplateResult {
    return value === null || value === undefined
      ? html`<span class="absent" title=${this.t.absent}>–<span class="unseen"> ${this.t.absent}</span></span>`
      : html`${this.n.integer(value)}`;
  }

  /** The codes of the checks that name a figure; a group ("votes", "users") names all that is in it. */
  private codesAt(field: string): readonly string[] {
    return (this.form?.findings ?? [])
      .filter(({ fields }) => fields.some((named) => field === named || field.startsWith(`${named}.`)))
      .map(({ code }) => code);
  }

  /** One figure of the paper; where a check names it, with a mark before it and the check as its description. */
  private cell(form: Revision, field: string) {
    const codes = this.codesAt(field);
    const value = figureAt(form, field);
    return html`<td
      data-field=${field}
      class=${codes.length > 0 ? 'named' : ''}
      aria-describedby=${codes.length > 0 ? codes.map((code) => `said-${code}`).join(' ') : nothing}
    >${this.figure(value)}</td>`;
  }

  private findingsAt(row: string): readonly Finding[] {
    return (this.form?.findings ?? []).filter((finding) => rowOfFinding(finding.fields, this.choices) === row);
  }

  private said(findings: readonly Finding[], columns: number) {
    if (findings.length === 0) return nothing;
    return html`<tr class="said">
      <td></td>
      <td colspan=${columns}>
        ${findings.map(
          (finding) =>
            html`<p data-finding=${finding.code} id=${`said-${finding.code}`}>
              <i aria-hidden="true">◆</i> <b>${finding.code}</b> ${this.t.laws[finding.code] ?? finding.message}
            </p>`,
        )}
      </td>
    </tr>`;
  }

  private heading(section: Section, columns: TemplateResult | typeof nothing = nothing, span = 2) {
    const [number, name] = this.t.sections[section];
    return html`<thead>
      <tr>
        <th scope="col" class="number">${number}</th>
        <th scope="col" colspan=${columns === nothing ? span : 1} class="title">${name}</th>
        ${columns}
      </tr>
    </thead>`;
  }

  private electors(section: 'registered' | 'users', rows: readonly PaperRow[]) {
    const { t, form } = this;
    if (!form) return nothing;
    const head = html`<th scope="col" class="sex"><abbr title=${t.maleLong}>${t.male}</abbr></th>
      <th scope="col" class="sex"><abbr title=${t.femaleLong}>${t.female}</abbr></th>
      <th scope="col" class="sex">${t.all}</th>`;
    return html`<table>
      ${this.heading(section, head)}
      <tbody>
        ${rows.map((row) => {
          const [number, name] = t.paper[row];
          return html`<tr class=${row === 'users.all' ? 'sum' : ''}>
              <td class="number">${number}</td>
              <th scope="row">${name}</th>
              ${SEXES.map((sex) => this.cell(form, `${row}.${sex}`))}
            </tr>
            ${this.said(this.findingsAt(row), 4)}`;
        })}
      </tbody>
    </table>`;
  }

  private plain(section: 'ballots' | 'validity', rows: readonly PaperRow[]) {
    const { t, form } = this;
    if (!form) return nothing;
    return html`<table>
      ${this.heading(section)}
      <tbody>
        ${rows.map((row) => {
          const [number, name] = t.paper[row];
          return html`<tr class=${row === 'total' ? 'sum' : ''}>
              <td class="number">${number}</td>
              <th scope="row">${name}</th>
              ${this.cell(form, row)}
            </tr>
            ${this.said(this.findingsAt(row), 2)}`;
        })}
      </tbody>
    </table>`;
  }

  private votes() {
    const { form, choices } = this;
    if (!form) return nothing;
    return html`<table class="votes">
      ${this.heading('votes')}
      <tbody>
        ${choices.map((choice) => {
          const field = `votes.${choice.id}`;
          return html`<tr>
              <td class="number">${choice.number}</td>
              <th scope="row">
                <i style="background: ${fillOf(choice)}" aria-hidden="true"></i>${choice.shortName}
              </th>
              ${this.cell(form, field)}
            </tr>
            ${this.said(this.findingsAt(field), 2)}`;
        })}
        ${this.said(this.findingsAt('votes'), 2)}
      </tbody>
    </table>`;
  }

  override render() {
    const [number, name] = this.t.sections.disabled;
    const elsewhere = (this.form?.findings ?? []).filter(
      (finding) => rowOfFinding(finding.fields, this.choices) === null,
    );
    return html`
      ${this.within ? nothing : html`<h2>${this.t.form}</h2>`}
      <div class="paper">
        ${this.electors('registered', PAPER.registered)} ${this.electors('users', PAPER.users)}
        ${this.plain('ballots', PAPER.ballots)}
        <p class="left-out quiet"><span class="number">${number}</span> ${name}: ${this.t.notCarried}</p>
        ${this.votes()} ${this.plain('validity', PAPER.validity)}
        ${elsewhere.length === 0
          ? nothing
          : html`<table><tbody>${this.said(elsewhere, 2)}</tbody></table>`}
        ${this.form?.findings?.length ? html`<p class="note">${stationTextsOf(this.language).marked}</p>` : nothing}
      </div>
    `;
  }
}
