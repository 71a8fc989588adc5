import '@vaadin/app-layout';
import '@vaadin/app-layout/vaadin-drawer-toggle.js';
import '@vaadin/side-nav';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { Look } from '../elements/look.js';
import '../elements/pantau-later.js';
import type { Theme } from '../live/preferences.js';
import type { Language } from '../model/language.js';
import { CommandElement, screenStyles } from './base.js';
import { refused } from './live/desk.js';
import type { Screen } from './live/route.js';
import type { Operator } from './live/wire.js';
import './pantau-sign-in.js';
import { screenOfKind } from './screens.js';

const ADDRESSES = [
  ['path', '/'],
  ['country', '/country'],
  ['held', '/held'],
  ['life', '/life'],
  ['acts', '/acts'],
  ['submitters', '/submitters'],
  ['webhooks', '/webhooks'],
  ['trail', '/trail'],
] as const;

/** The whole command centre: the sign-in, or the names of the screens beside the one looked at. */
@customElement('pantau-command')
export class PantauCommand extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    css`
      :host {
        padding: 0;
      }
      .name {
        padding: 1.125rem 1.25rem 0.75rem;
        line-height: 1.3;
      }
      .name strong {
        display: block;
        font-weight: 650;
      }
      vaadin-side-nav {
        padding: 0.5rem 0.5rem 1rem;
        border-top: 1px solid var(--line);
      }
      vaadin-side-nav-item {
        --vaadin-side-nav-item-padding: 0.375rem 0.75rem;
        font-size: var(--size-m);
      }
      .who {
        display: grid;
        gap: 0.625rem;
        margin: auto 0 0;
        padding: 0.875rem 1.25rem 1.25rem;
        border-top: 1px solid var(--line);
        font-size: var(--size-s);
      }
      .drawer {
        display: flex;
        flex-direction: column;
        min-height: 100%;
      }
      label {
        display: grid;
        gap: 0.125rem;
        color: var(--ink-2);
      }
      vaadin-drawer-toggle {
        color: var(--ink);
      }
      .bar {
        font-weight: 600;
      }
      .bars {
        display: none;
      }
      @media (max-width: 50rem) {
        .bars {
          display: contents;
        }
      }
      .skip {
        position: absolute;
        left: -100vw;
        z-index: 2;
        padding: 0.5rem 0.75rem;
        background: var(--paper);
      }
      .skip:focus {
        left: 0.5rem;
      }
      main:focus {
        outline: none;
      }
    `,
  ];

  private readonly operator = new Look<Operator | null | undefined>(this);
  private readonly screen = new Look<Screen>(this);
  private readonly spoken = new Look<Language>(this);
  private readonly worn = new Look<Theme>(this);
  @state() private unreachable = false;
  private moves = 0;

  override connectedCallback() {
    const { preferences, session, router } = this.parts;
    this.operator.at(session.operator);
    this.screen.at(router.screen);
    this.spoken.at(preferences.language);
    this.worn.at(preferences.theme);
    super.connectedCallback();
    void this.look();
  }

  /** Asks who is signed in until somebody answers. */
  private async look(): Promise<void> {
    try {
      await this.parts.session.look();
      this.unreachable = false;
    } catch (error) {
      const problem = refused(error);
      if (problem.code === 'signed-out') return;
      this.unreachable = true;
      setTimeout(() => void this.look(), 2000);
    }
  }

  override willUpdate() {
    const language = this.spoken.value ?? 'id';
    this.language = language === 'en' ? 'en' : 'id';
  }

  override updated() {
    const { router } = this.parts;
    const kind = this.screen.value?.kind ?? 'unknown';
    const names: Readonly<Record<string, string>> = { ...this.c.screens, form: this.c.screens.held, bulk: this.c.bulk.title };
    const name = this.operator.value ? (names[kind] ?? this.c.title) : this.c.signIn.title;
    document.title = `${name} · ${this.c.title} · ${this.c.product}`;
    if (this.moves === router.moves) return;
    this.moves = router.moves;
    scrollTo(0, 0);
    void this.greetScreen();
  }

  private async greetScreen() {
    await this.updateComplete;
    this.renderRoot.querySelector('main')?.focus({ preventScroll: true });
  }

  private drawer(operator: Operator) {
    const { c, parts } = this;
    const { preferences } = parts;
    const pick = (event: Event) => (event.target as HTMLSelectElement).value;
    return html`<header slot="drawer" class="drawer">
      <p class="name"><strong>${c.product}</strong>${c.title}</p>
      <vaadin-side-nav aria-label=${c.menu} .location=${location.pathname}>
        ${ADDRESSES.map(
          ([key, path]) =>
            html`<vaadin-side-nav-item path=${path} ?match-nested=${key !== 'path'}>${c.screens[key]}</vaadin-side-nav-item>`,
        )}
      </vaadin-side-nav>
      <div class="who">
        <p>
          <strong>${operator.name}</strong><br /><span class="quiet"
            >${operator.roles.map((role) => c.roles[role]).join(', ')}</span
          >
        </p>
        <label
          >${c.languageName}
          <select @change=${(event: Event) => { preferences.speak(pick(event) as Language); }}>
            <option value="id" ?selected=${this.language === 'id'}>Bahasa Indonesia</option>
            <option value="en" ?selected=${this.language === 'en'}>English</option>
          </select>
        </label>
        <label
          >${c.themeName}
          <select @change=${(event: Event) => { preferences.wear(pick(event) as Theme); }}>
            ${(['system', 'light', 'dark'] as const).map(
              (theme) => html`<option value=${theme} ?selected=${this.worn.value === theme}>${c.theme[theme]}</option>`,
            )}
          </select>
        </label>
        <button class="plain" @click=${() => void parts.session.signOut().catch(() => undefined)}>${c.signOut}</button>
      </div>
    </header>`;
  }

  override render() {
    const operator = this.operator.value;
    const { c } = this;
    if (operator === undefined) {
      return html`<main><p class="empty" style="padding: 2rem var(--gutter)" role="status">${this.unreachable ? c.unreachable : c.loading}</p></main>`;
    }
    if (operator === null) {
      return html`<main><pantau-sign-in .language=${this.language} .parts=${this.parts}></pantau-sign-in></main>`;
    }
    const screen = this.screen.value ?? { kind: 'unknown' as const };
    const skip = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      this.renderRoot.querySelector('main')?.focus();
    };
    return html`<nav aria-label=${c.skip}><a class="skip" href="#isi" @click=${skip}>${c.skip}</a></nav>
      <vaadin-app-layout primary-section="drawer">
        <div slot="navbar" class="bars">
          <vaadin-drawer-toggle aria-label=${c.menu}></vaadin-drawer-toggle>
          <span class="bar">${c.title}</span>
        </div>
        ${this.drawer(operator)}
        <main id="isi" tabindex="-1">${screen.kind === 'unknown'
          ? html`<p class="empty" style="padding: 2rem var(--gutter)">${c.unknown}</p>`
          : screenOfKind(screen, this.parts, this.language) ?? nothing}</main>
      </vaadin-app-layout>`;
  }
}
