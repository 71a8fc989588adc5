import { LitElement, css } from 'lit';
import { property } from 'lit/decorators.js';
import { type Language, wireText } from '../model/language.js';
import { type Numbers, numbersOf } from '../model/numbers.js';
import { textsOf } from '../model/texts.js';
import type { Catalogue } from '../model/texts-id.js';
import type { Texts } from '../model/wire.js';

/** What every element shares: the reader's language, and the few styles that make the page one. */
export class PantauElement extends LitElement {
  @property() language: Language = 'id';

  protected get t(): Catalogue {
    return textsOf(this.language);
  }

  /** A sentence of the backend, in the reader's language or else in Indonesian. */
  protected worded(texts: Texts): string {
    return wireText(texts, this.language);
  }

  protected get n(): Numbers {
    return numbersOf(this.language);
  }
}

export const shared = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ol,
  ul {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  h2 {
    font-size: var(--size-m);
    font-weight: 650;
    letter-spacing: 0.002em;
    line-height: 1.3;
  }
  a {
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--line-2);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.22em;
  }
  a:hover {
    text-decoration-color: currentColor;
  }
  :is(a, button, h1, [tabindex]):focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: 1px;
  }
  button.plain {
    min-height: 1.5rem;
    min-width: 1.5rem;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-align: inherit;
    text-decoration: underline;
    text-decoration-color: var(--line-2);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.22em;
    cursor: pointer;
  }
  button.plain:hover {
    text-decoration-color: currentColor;
  }
  .num {
    font-variant-numeric: tabular-nums lining-nums;
    white-space: nowrap;
  }
  .quiet {
    color: var(--ink-2);
  }
  .note {
    color: var(--ink-2);
    font-size: var(--size-s);
    max-width: 62ch;
    text-wrap: pretty;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
