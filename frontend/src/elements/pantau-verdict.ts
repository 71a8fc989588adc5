import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { stationTextsOf } from '../model/texts/station.js';
import { verdictOf } from '../model/verdict.js';
import type { Finding, Revision } from '../model/wire-station.js';
import { PantauElement, shared } from './base.js';

/**
 * The two questions of a form, one line each: is the transcription equal to the paper, and does the
 * paper add up? Two axes on purpose: a form can be copied truly and not add up, or the reverse.
 */
@customElement('pantau-verdict')
export class PantauVerdict extends PantauElement {
  static override styles = [
    shared,
    css`
      dl {
        border-top: 1px solid var(--ink);
      }
      dl > div {
        display: grid;
        grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
        gap: 0.125rem 2rem;
        padding: 0.75rem 0;
        border-bottom: 1px solid var(--line);
      }
      dt {
        font-size: var(--size-m);
      }
      dd > strong {
        font-size: var(--size-l);
        font-weight: 600;
      }
      i {
        display: inline-block;
        width: 0.6875rem;
        height: 0.6875rem;
        margin-right: 0.5rem;
        border: 1.5px solid currentColor;
        border-radius: 50%;
      }
      .yes i {
        background: currentColor;
      }
      .partly i {
        background: linear-gradient(90deg, currentColor 50%, transparent 50%);
      }
      p {
        font-size: var(--size-s);
        text-wrap: pretty;
      }
      ul {
        margin-top: 0.375rem;
        font-size: var(--size-s);
      }
      li {
        padding: 0.125rem 0;
      }
      b {
        font-weight: 650;
      }
      @media (forced-colors: active) {
        i {
          forced-color-adjust: none;
          color: CanvasText;
        }
      }
      @media (max-width: 48rem) {
        dl > div {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  /** The form that stands; null where the numbers were withdrawn. */
  @property({ attribute: false }) form: Revision | null = null;

  private list(findings: readonly Finding[]) {
    if (findings.length === 0) return nothing;
    return html`<ul>
      ${findings.map(
        (finding) => html`<li data-said=${finding.code}><b>${finding.code}</b> ${this.t.laws[finding.code] ?? finding.message}</li>`,
      )}
    </ul>`;
  }

  private line(
    axis: string,
    question: string,
    answer: { readonly key: string; readonly words: readonly [string, string]; readonly shape: 'yes' | 'partly' | 'no' },
    findings: readonly Finding[],
  ) {
    const [word, more] = answer.words;
    return html`<div data-axis=${axis} data-answer=${answer.key}>
      <dt class="quiet">${question}</dt>
      <dd class=${answer.shape}>
        <i aria-hidden="true"></i><strong>${word}.</strong>
        <p class="quiet">${more}</p>
        ${this.list(findings)}
      </dd>
    </div>`;
  }

  override render() {
    const texts = stationTextsOf(this.language);
    const { transcriptionQuestion: first, paperQuestion: second } = texts;
    if (!this.form) {
      const gone = { key: 'withdrawn', words: texts.withdrawn, shape: 'no' } as const;
      return html`<dl>${this.line('transcription', first, gone, [])}</dl>`;
    }
    const { transcription, doubts, paper, flags } = verdictOf(this.form);
    const certain = transcription !== 'doubted' && transcription !== 'waiting';
    return html`<dl>
      ${this.line(
        'transcription',
        first,
        { key: transcription, words: texts.transcription[transcription], shape: certain ? 'yes' : 'no' },
        doubts,
      )}
      ${this.line(
        'paper',
        second,
        { key: paper, words: texts.paper[paper], shape: paper === 'agrees' ? 'yes' : paper === 'open' ? 'no' : 'partly' },
        flags,
      )}
    </dl>`;
  }
}
