import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { readable } from '../model/names.js';
import type { Step } from '../model/wire.js';
import { PantauElement, shared } from './base.js';

/** A step of the way, with the address of its page; the last one is where the reader is. */
export interface PathStep extends Step {
  readonly href: string;
}

/** The way from the nation to this place. */
@customElement('pantau-path')
export class PantauPath extends PantauElement {
  static override styles = [
    shared,
    css`
      :host {
        min-height: 1.75rem;
        font-size: var(--size-s);
      }
      @media (max-width: 40rem) {
        :host([level='3']),
        :host([level='4']),
        :host([level='5']) {
          min-height: 3.5rem;
        }
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.5rem;
      }
      li {
        display: flex;
        gap: 0.5rem;
        align-items: center;
      }
      li + li::before {
        content: '/';
        color: var(--line-2);
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: 1.75rem;
      }
      [aria-current] {
        color: var(--ink-2);
      }
    `,
  ];

  /** The level of the place: how much room the way will need. */
  @property({ type: Number, reflect: true }) level = 0;
  @property({ attribute: false }) steps: readonly PathStep[] = [];

  override render() {
    return html`<nav aria-label=${this.t.navigation}>
      <ol>
        ${this.steps.map((step, index) =>
          index === this.steps.length - 1
            ? html`<li><span aria-current="page">${readable(step.name)}</span></li>`
            : html`<li><a href=${step.href}>${readable(step.name)}</a></li>`,
        )}
      </ol>
    </nav>`;
  }
}
