import '@vaadin/button';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PantauElement, shared } from './base.js';

/** What stands where numbers should: an unknown place, or a server that does not answer. */
@customElement('pantau-problem')
export class PantauProblem extends PantauElement {
  static override styles = [
    shared,
    css`
      :host {
        padding: clamp(2rem, 8vh, 6rem) 0;
      }
      h1 {
        font-size: var(--size-title);
        font-weight: 600;
        letter-spacing: -0.02em;
        line-height: 1.1;
        text-wrap: balance;
        outline: none;
      }
      p {
        max-width: 46ch;
        margin: 1rem 0 1.5rem;
        font-size: var(--size-l);
      }
      vaadin-button {
        --vaadin-button-border-color: var(--ink);
        --vaadin-button-padding: 0 1rem;
      }
    `,
  ];

  /** True where the address names nothing; false where asking again may help. */
  @property({ type: Boolean }) unknown = false;
  /** True where nobody answers and the device has kept nothing of this place. */
  @property({ type: Boolean }) offline = false;
  @property() detail = '';

  private get words(): readonly [title: string, more: string] {
    const { t } = this;
    if (this.unknown) return [t.unknownTitle, t.unknownMore];
    return this.offline ? [t.offlineTitle, t.offlineMore] : [t.errorTitle, t.errorMore];
  }

  override render() {
    const [title, more] = this.words;
    return html`
      <h1 tabindex="-1">${title}</h1>
      <p>
        ${more}
        ${this.detail ? html`<br /><span class="quiet">${this.detail}</span>` : nothing}
      </p>
      ${this.unknown
        ? html`<a href="/">${this.t.toNation}</a>`
        : html`<vaadin-button @click=${() => this.dispatchEvent(new Event('again', { bubbles: true, composed: true }))}>
            ${this.t.retry}
          </vaadin-button>`}
    `;
  }
}
