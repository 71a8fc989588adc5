import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { CommandElement, screenStyles } from './base.js';
import { plain } from './live/figures.js';
import { type SumRule, type Typing, rulesOf, sigma, typed, whole } from './live/sums.js';
import type { TypedFigures } from './live/wire.js';

const FIELDS = ['valid', 'invalid', 'total'] as const;

/** The figures of the result, typed from the paper, with the sum and the rules as they are typed. */
@customElement('pantau-correction')
export class PantauCorrection extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    css`
      :host {
        padding: 0;
      }
      input {
        width: 7rem;
        min-height: 2.25rem;
        padding: 0 0.5rem;
        border: 1px solid var(--line-2);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
        font-size: var(--size-l);
        font-variant-numeric: tabular-nums;
        text-align: right;
      }
      input:focus-visible {
        outline: 2px solid var(--focus);
      }
      .sum td {
        font-weight: 600;
        font-size: var(--size-l);
      }
      ul {
        margin-top: 0.5rem;
        font-size: var(--size-s);
      }
    `,
  ];

  @property({ attribute: false }) choices: readonly { readonly id: string; readonly label: string }[] = [];
  @property({ attribute: false }) users: number | null = null;
  @property({ attribute: false }) ballots: number | null = null;
  @state() private texts: Readonly<Record<string, string>> = {};

  private typing(): Typing {
    const of = (key: string) => typed(this.texts[key] ?? '');
    return {
      votes: Object.fromEntries(this.choices.map(({ id }) => [id, of(id)])),
      valid: of('valid'),
      invalid: of('invalid'),
      total: of('total'),
    };
  }

  /** What was typed, where it is whole. */
  get figures(): TypedFigures | null {
    return whole(this.typing());
  }

  override firstUpdated() {
    this.renderRoot.querySelector('input')?.focus();
  }

  private line(key: string, label: string) {
    return html`<tr>
      <th scope="row" id=${`l-${key}`} class="words">${label}</th>
      <td>
        <input
          name=${key}
          aria-labelledby=${`l-${key}`}
          inputmode="numeric"
          autocomplete="off"
          maxlength="7"
          .value=${this.texts[key] ?? ''}
          @input=${(event: Event) => (this.texts = { ...this.texts, [key]: (event.target as HTMLInputElement).value })}
        />
      </td>
    </tr>`;
  }

  override render() {
    const { held } = this.c;
    const typing = this.typing();
    const rules = rulesOf(typing, this.users, this.ballots);
    return html`<table>
        <tbody>
          ${this.choices.map(({ id, label }) => this.line(id, label))}
          <tr class="sum"><th scope="row">${held.sum}</th><td data-sum>${plain(sigma(typing), this.language)}</td></tr>
          ${FIELDS.map((key) => this.line(key, this.t.paper[key][1] ?? key))}
        </tbody>
      </table>
      <div role="status"><ul>
        ${(Object.keys(rules) as SumRule[]).map(
          (code) => html`<li data-rule=${code} data-state=${rules[code]}>
            <span aria-hidden="true">${{ holds: '●', fails: '◆', open: '○' }[rules[code]]}</span> ${code} ${held.ruleStates[rules[code]]}
          </li>`,
        )}
      </ul></div>`;
  }
}
