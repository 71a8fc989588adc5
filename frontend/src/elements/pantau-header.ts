import '@vaadin/button';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Preferences, Theme } from '../live/preferences.js';
import type { Searching } from '../live/searching.js';
import { LANGUAGES } from '../model/language.js';
import { areaPath, startOf } from '../model/route.js';
import type { Contest } from '../model/wire.js';
import { PantauElement, shared } from './base.js';
import './pantau-search.js';

const NEXT_THEME: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

/** The head of every page: the name, the contests where there are several, search, language, appearance. */
@customElement('pantau-header')
export class PantauHeader extends PantauElement {
  static override styles = [
    shared,
    css`
      .bar {
        display: grid;
        grid-template-columns: auto minmax(12rem, 26rem) auto;
        grid-template-areas: 'name search tools' 'contests contests contests';
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
      [role='group'] {
        display: flex;
      }
      vaadin-button {
        color: var(--ink-2);
      }
      vaadin-button:hover,
      vaadin-button[aria-pressed='true'] {
        color: var(--ink);
      }
      vaadin-button[aria-pressed='true'] {
        background: linear-gradient(currentColor, currentColor) 50% calc(100% - 0.375rem) / 1rem 2px no-repeat;
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
        .bar {
          grid-template-columns: minmax(0, 1fr) auto;
          grid-template-areas: 'name tools' 'search search' 'contests contests';
          gap: 0 0.5rem;
          min-height: 6rem;
        }
        .theme {
          min-width: 4.5rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) preferences: Preferences | null = null;
  @property({ attribute: false }) searching: Searching | null = null;
  @property({ attribute: false }) contests: readonly Contest[] = [];
  @property() contest = '';
  @property() theme: Theme = 'system';

  private tools() {
    const { t, preferences } = this;
    return html`<div class="tools">
      <div role="group" aria-label=${t.language}>
        ${LANGUAGES.map(
          (language) =>
            html`<vaadin-button
              theme="tertiary"
              lang=${language}
              aria-label=${language === 'id' ? 'ID, Bahasa Indonesia' : 'EN, English'}
              aria-pressed=${language === this.language}
              @click=${() => preferences?.speak(language)}
              >${language.toUpperCase()}</vaadin-button
            >`,
        )}
      </div>
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
                  >${contest.names[this.language]}</a
                >`,
            )}
          </nav>`
        : nothing}
    </div>`;
  }
}
