import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PantauElement, shared } from './base.js';

/** A screen reader is told of new numbers at most this often. */
const SPEAK_MILLIS = 30_000;

/**
 * The one polite live region: says the newest sentence, and between two lets half a minute pass. The
 * reader can silence it; then it is empty, and when it may speak again it says the newest at once.
 */
@customElement('pantau-speaker')
export class PantauSpeaker extends PantauElement {
  static override styles = [shared];

  @property() sentence = '';
  @property({ type: Boolean }) silent = false;
  private spoken = '';
  private spokenAt = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override willUpdate() {
    clearTimeout(this.timer);
    if (this.silent) {
      this.spoken = '';
      this.spokenAt = -Infinity;
      return;
    }
    if (this.sentence === this.spoken) return;
    const wait = this.spokenAt + SPEAK_MILLIS - Date.now();
    if (wait > 0) {
      this.timer = setTimeout(() => {
        this.requestUpdate();
      }, wait);
      return;
    }
    this.spoken = this.sentence;
    this.spokenAt = Date.now();
  }

  override render() {
    return html`<p class="unseen" role="status" aria-live="polite">${this.spoken}</p>`;
  }
}
