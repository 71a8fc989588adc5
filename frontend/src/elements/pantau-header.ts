import '@vaadin/button';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { MyStation, Preferences, Theme } from '../live/preferences.js';
import type { Searching } from '../live/searching.js';
import { LANGUAGES, LANGUAGE_NAMES, languageOf } from '../model/language.js';
import { readable } from '../model/names.js';
import { areaPath, startOf, stationPath } from '../model/route.js';
import type { Contest } from '../model/wire.js';
import { PantauElement, shared } from './base.js';
import './pantau-search.js';

const NEXT_THEME: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

/** The head of every page: the name, the contests where there are several, search, language, appearance, the reader's own station. */
@customElement('pantau-header')
export class PantauHeader extends PantauElement {
  static override styles = [
    shared,
    css`
      .bar {
        display: grid;
        grid-template-columns: auto minmax(12rem, 26rem) auto;
        grid-template-areas: 'name search tools' 'contests contests contests' 'mine mine mine';
        gap: 0 2rem;
        align-items: center;
        justify-content: space-between;
        max-width: 75rem;
        min-height: 4rem;
        margin: 0 auto;
      }
      .name {
        grid-area: name;
        display: inline-flex;
        gap: 0.5rem;
        align-items: center;
        min-height: 2.75rem;
        font-size: var(--size-l);
        font-weight: 700;
        letter-spacing: -0.012em;
        text-decoration: none;
        white-space: nowrap;
      }
      .name i {
        width: 1.125rem;
        height: 1.125rem;
        border: 2px solid currentColor;
        border-radius: 50%;
        background: radial-gradient(circle, currentColor 3px, transparent 3.6px);
      }
      pantau-search {
        grid-area: search;
        min-width: 0;
      }
      .tools {
        grid-area: tools;
        display: flex;
        gap: 0.25rem;
        align-items: center;
        margin-right: -0.5rem;
        font-size: var(--size-s);
      }
      /* The browser's own menu lies unseen over two letters: its choices are whole names, its room is not. */
      .language {
        position: relative;
        display: inline-flex;
        gap: 0.25rem;
        align-items: center;
        height: 2.25rem;
        padding: 0 0.5rem;
        color: var(--ink-2);
        font-weight: 500;
      }
      .language:hover {
        color: var(--ink);
      }
      .language:has(:focus-visible) {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
        border-radius: 1px;
      }
      .language i {
        width: 0.375rem;
        height: 0.375rem;
        border: solid currentColor;
        border-width: 0 1.5px 1.5px 0;
        translate: 0 -0.125rem;
        rotate: 45deg;
      }
      select {
        position: absolute;
        inset: 0;
        width: 100%;
        margin: 0;
        border: 0;
        opacity: 0;
        font: inherit;
        font-size: 1rem;
        cursor: pointer;
      }
      option {
        background: var(--paper);
        color: var(--ink);
      }
      .mine {
        grid-area: mine;
        justify-self: start;
        display: inline-flex;
        align-items: center;
        min-height: 2.25rem;
        font-size: var(--size-s);
      }
      vaadin-button {
        color: var(--ink-2);
      }
      vaadin-button:hover {
        color: var(--ink);
      }
      .theme {
        min-width: 5.25rem;
      }
      nav {
        grid-area: contests;
        display: flex;
        flex-wrap: wrap;
        gap: 0 1.5rem;
        font-size: var(--size-m);
      }
      nav a {
        display: inline-flex;
        align-items: center;
        min-height: 2.25rem;
        text-decoration: none;
        color: var(--ink-2);
      }
      nav a[aria-current] {
        color: var(--ink);
        font-weight: 600;
        box-shadow: inset 0 -2px var(--ink);
      }
      @media (max-width: 48rem) {
        /* Wraps, so that with text twice as large the tools take a line of their own. */
        .bar {
          display: flex;
          flex-wrap: wrap;
          gap: 0 0.5rem;
          min-height: 6rem;
        }
        .name {
          flex: 1 1 auto;
        }
        pantau-search,
        nav,
        .mine {
          flex: 1 0 100%;
          order: 1;
        }
        .theme {
          min-width: 4.5rem;
        }
      }
      @media (forced-colors: active) {
        .name i {
          forced-color-adjust: none;
          color: LinkText;
        }
      }
      @media print {
        pantau-search,
        .tools,
        .mine {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) preferences: Preferences | null = null;
  @property({ attribute: false }) searching: Searching | null = null;
  @property({ attribute: false }) contests: readonly Contest[] = [];
  @property() contest = '';
  @property() theme: Theme = 'system';
  @property({ attribute: false }) mine: MyStation | null = null;

  private tools() {
    const { t, preferences } = this;
    return html`<div class="tools">
      <label class="language">
        <span aria-hidden="true">${this.language.toUpperCase()}</span><i aria-hidden="true"></i>
        <select
          aria-label=${`${this.language.toUpperCase()}, ${t.language}`}
          @change=${(event: Event) => preferences?.speak(languageOf((event.target as HTMLSelectElement).value))}
        >
          ${LANGUAGES.map(
            (language) =>
              html`<option value=${language} lang=${language} .selected=${language === this.language}>
                ${LANGUAGE_NAMES[language]}
              </option>`,
          )}
        </select>
      </label>
      <vaadin-button
        class="theme"
        theme="tertiary"
        aria-label=${`${t.theme}: ${t.themes[this.theme]}`}
        @click=${() => preferences?.wear(NEXT_THEME[this.theme])}
        >${t.themes[this.theme]}</vaadin-button
      >
    </div>`;
  }

  override render() {
    return html`<div class="bar">
      <a class="name" href="/"><i aria-hidden="true"></i>${this.t.site}</a>
      <pantau-search role="search" .language=${this.language} .searching=${this.searching}></pantau-search>
      ${this.tools()}
      ${this.contests.length > 1
        ? html`<nav aria-label=${this.t.contests}>
            ${this.contests.map(
              (contest) =>
                html`<a
                  href=${areaPath(contest.id, startOf(contest.scope))}
                  aria-current=${contest.id === this.contest ? 'true' : nothing}
                  >${this.worded(contest.names)}</a
                >`,
            )}
          </nav>`
        : nothing}
      ${this.mine
        ? html`<a class="mine" href=${stationPath(this.mine.code, null)}
            >${this.t.myStation}: ${this.mine.name} ${readable(this.mine.village)}</a
          >`
        : nothing}
    </div>`;
  }
}
