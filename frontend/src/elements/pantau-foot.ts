import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Preferences } from '../live/preferences.js';
import type { Store } from '../live/store.js';
import { PantauElement, shared } from './base.js';
import { Look } from './look.js';

/** The foot of every page: where the data is from, what the reader can switch off, and a newer version where there is one. */
@customElement('pantau-foot')
export class PantauFoot extends PantauElement {
  static override styles = [
    shared,
    css`
      :host {
        padding-top: 0.75rem;
        border-top: 1px solid var(--line);
      }
      p {
        overflow-wrap: anywhere;
      }
      .switches {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1.75rem;
        margin-top: 0.25rem;
      }
      .switches > * {
        display: inline-flex;
        gap: 0.375rem;
        align-items: center;
        min-height: 1.75rem;
      }
      @media print {
        .switches {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) preferences: Preferences | null = null;
  @property({ attribute: false }) renewed: Store<boolean> | null = null;
  @property({ attribute: false }) sources: readonly string[] = [];
  private readonly announce = new Look<boolean>(this);
  private readonly newer = new Look<boolean>(this);

  override willUpdate() {
    this.announce.at(this.preferences?.announce ?? null);
    this.newer.at(this.renewed);
  }

  override render() {
    const { t } = this;
    const announce = this.announce.value ?? true;
    return html`
      ${this.sources.length > 0 ? html`<p>${t.sources}: ${this.sources.join('; ')}</p>` : nothing}
      <div class="switches">
        <span>
          <span id="announce">${t.announce}</span>
          <button
            type="button"
            class="plain"
            role="switch"
            aria-checked=${announce}
            aria-labelledby="announce"
            @click=${() => this.preferences?.tell(!announce)}
          >
            ${announce ? t.on : t.off}
          </button>
        </span>
        ${this.newer.value
          ? html`<span>
              ${t.newVersion}
              <button type="button" class="plain" @click=${() => { location.reload(); }}>${t.reload}</button>
            </span>`
          : nothing}
      </div>
    `;
  }
}
