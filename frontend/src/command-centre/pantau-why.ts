import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import type { Choice } from '../model/wire.js';
import type { Revision } from '../model/wire-station.js';
import { CommandElement, screenStyles } from './base.js';
import { comparedBy, holdingFirst } from './live/compared.js';
import { plain } from './live/figures.js';

/** Why a form is held, in words and with the figures each rule compares; under it the result as it was read. */
@customElement('pantau-why')
export class PantauWhy extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    css`
      :host {
        padding: 0;
      }
      table {
        margin-top: 0.5rem;
      }
      .rules li {
        padding: 0.375rem 0;
        border-bottom: 1px solid var(--line);
        color: var(--ink-2);
        font-size: var(--size-s);
      }
      .rules .holds {
        color: var(--ink);
      }
      .rules dl {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1.25rem;
        margin-top: 0.125rem;
        color: var(--ink-2);
      }
      .rules dl > div {
        display: flex;
        gap: 0.375rem;
      }
      .rules dd {
        color: var(--ink);
        font-weight: 600;
      }
      .result :is(th, td) {
        padding-block: 0.1875rem;
      }
      .result td {
        font-size: var(--size-m);
        font-weight: 600;
      }
      .result .valid :is(th, td) {
        border-top: 1px solid var(--line-2);
      }
    `,
  ];

  @property({ attribute: false }) form: Revision | null = null;
  @property({ attribute: false }) choices: readonly Choice[] = [];
  /** True while a person types the figures: then what was read is not shown beside them. */
  @property({ type: Boolean }) blind = false;

  private paper(row: 'valid' | 'invalid' | 'total'): string {
    return this.t.paper[row][1] ?? row;
  }

  private figure(value: number | null | undefined) {
    return value === null || value === undefined ? html`<span class="quiet">${this.c.held.unread}</span>` : plain(value, this.language);
  }

  private rules(form: Revision) {
    const { held } = this.c;
    const name = { sum: held.sum, valid: this.paper('valid'), invalid: this.paper('invalid'), total: this.paper('total'), users: held.users, ballots: held.ballots };
    return holdingFirst(form.findings ?? []).map((finding) => {
      const figures = this.blind ? [] : comparedBy(finding, form);
      return html`<li class=${finding.code.startsWith('T') ? 'holds' : ''}>
        <strong>${finding.code}</strong> ${this.t.laws[finding.code] ?? finding.message}
        ${figures.length > 0
          ? html`<dl>${figures.map(({ row, value }) => html`<div><dt>${name[row]}</dt><dd class="num">${this.figure(value)}</dd></div>`)}</dl>`
          : nothing}
      </li>`;
    });
  }

  /** The paper itself is longer than a screen; what is decided on is not. */
  private result(form: Revision) {
    const row = (key: string, name: string, value: number | null | undefined) =>
      html`<tr class=${key}><th scope="row">${name}</th><td>${this.figure(value)}</td></tr>`;
    return html`<table class="result">
      <caption class="unseen">${this.c.held.asRead}</caption>
      <tbody>
        ${this.choices.map(({ id, number, shortName }) => row('', `${number}. ${shortName}`, form.votes?.[id]))}
        ${(['valid', 'invalid', 'total'] as const).map((key) => row(key, this.paper(key), form[key]))}
      </tbody>
    </table>`;
  }

  override render() {
    const { form } = this;
    if (!form) return nothing;
    return html`<ul class="rules">${this.rules(form)}</ul>
      ${this.blind ? nothing : this.result(form)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pantau-why': PantauWhy;
  }
}
