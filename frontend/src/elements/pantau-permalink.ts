import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { timelineTexts } from '../model/texts/timeline.js';
import { PantauElement, shared } from './base.js';

const SAID_MILLIS = 4000;

/** A link to what is shown that stays: pressed, it copies its address; opened in a tab, it is a link like any. */
@customElement('pantau-permalink')
export class PantauPermalink extends PantauElement {
  static override styles = [
    shared,
    css`
      a {
        display: inline-flex;
        align-items: center;
        min-height: 2rem;
      }
    `,
  ];

  @property() href = '';
  @state() private copied = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private async copy(event: MouseEvent) {
    // Copying is refused on pages without TLS: there the link is followed, and the address bar has it.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!clipboard || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    try {
      await clipboard.writeText(new URL(this.href, location.href).href);
    } catch {
      return;
    }
    this.copied = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.copied = false;
    }, SAID_MILLIS);
  }

  override render() {
    const t = timelineTexts(this.language);
    return html`<a href=${this.href} @click=${(event: MouseEvent) => void this.copy(event)}
      >${this.copied ? t.copied : t.copy}</a
    >`;
  }
}
