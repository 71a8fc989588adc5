import { type PropertyValues, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { CommandElement, screenStyles } from './base.js';

/** What is told once and never again, a key or a secret: it takes the focus, and `kept` says that it may go. */
@customElement('pantau-shown-once')
export class PantauShownOnce extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    css`
      :host {
        display: block;
        padding: 0;
      }
      section {
        display: grid;
        gap: 0.5rem;
        justify-items: start;
        margin-bottom: 1.25rem;
      }
      code {
        font-size: var(--size-l);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** What it is, and that it is shown once. */
  @property() text = '';
  @property() secret = '';
  @state() private copied = false;

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('secret')) this.copied = false;
  }

  override updated(changed: PropertyValues<this>) {
    if (changed.has('secret')) this.renderRoot.querySelector('section')?.focus();
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.secret).then(() => (this.copied = true), () => undefined);
  }

  override render() {
    const { shownOnce } = this.c;
    return html`<section class="wrong" tabindex="-1" role="status">
      <p>${this.text}</p>
      <code>${this.secret}</code>
      <div class="acts">
        <button class="act" @click=${() => void this.copy()}>${this.copied ? shownOnce.copied : shownOnce.copy}</button>
        <button class="act" @click=${() => this.dispatchEvent(new Event('kept'))}>${shownOnce.kept}</button>
      </div>
    </section>`;
  }
}
