import { css, html, nothing } from 'lit';
import type { Language } from '../model/language.js';
import { basisTexts } from '../model/texts/basis.js';

/**
 * The mark of numbers that nobody checked: a hatched edge along the whole block, and words that stay
 * at its top while it is on the screen, so that no picture of a part of it passes for the count.
 */
export const uncheckedStyles = css`
  :host([sent]) {
    position: relative;
  }
  :host([sent])::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 calc(var(--edge) * -1);
    width: 0.375rem;
    background: repeating-linear-gradient(135deg, var(--ink) 0 1.5px, transparent 1.5px 5px);
  }
  :host {
    --edge: clamp(0.6875rem, 2vw, 1.25rem);
  }
  .unchecked {
    position: sticky;
    top: 0;
    z-index: 2;
    margin-bottom: -0.375rem;
    padding: 0.125rem 0 0.375rem;
    background: var(--paper);
    font-size: var(--size-s);
    font-weight: 650;
  }
  @media (forced-colors: active) {
    :host([sent])::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;

/** The words of the mark, where the numbers are as sent. */
export function uncheckedMark(sent: boolean, language: Language) {
  return sent ? html`<p class="unchecked">${basisTexts(language).unchecked}</p>` : nothing;
}
