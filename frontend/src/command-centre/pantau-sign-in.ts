import '@vaadin/password-field';
import '@vaadin/text-field';
import type { TextField } from '@vaadin/text-field';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../elements/base.js';
import { CommandElement, screenStyles } from './base.js';
import { refused } from './live/desk.js';
import { countdown } from './live/figures.js';

/** Name, password, and the code of the second factor; what went wrong stands above, and is read out. */
@customElement('pantau-sign-in')
export class PantauSignIn extends CommandElement {
  static override styles = [
    shared,
    screenStyles,
    css`
      :host {
        display: grid;
        min-height: 100dvh;
        padding: 2rem 1.25rem;
        align-content: center;
        justify-content: center;
      }
      form {
        display: grid;
        gap: 1rem;
        width: min(22rem, 100vw - 2.5rem);
      }
      .product {
        font-weight: 650;
      }
      h1 {
        font-size: var(--size-num);
      }
      header {
        padding-bottom: 0.75rem;
        border-bottom: 1px solid var(--ink);
      }
      header p + h1 {
        margin: 0.25rem 0;
      }
      vaadin-text-field,
      vaadin-password-field {
        --vaadin-input-field-helper-font-size: var(--size-s);
        font-size: var(--size-m);
      }
      /* The button that reveals is as high as a line, so that the field is as high as the others. */
      vaadin-password-field {
        --vaadin-button-height: 1lh;
        --vaadin-button-padding: 0;
      }
      .code {
        font-variant-numeric: tabular-nums;
      }
      .act {
        justify-self: start;
        min-width: 8rem;
      }
      .wrong {
        font-size: var(--size-s);
      }
    `,
  ];

  @state() private busy = false;
  @state() private problem = '';
  /** When the lock ends, by this device's clock; 0 where there is none. */
  @state() private lockedUntil = 0;
  @state() private now = Date.now();
  private ticking: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  override firstUpdated() {
    this.field('name')?.focus();
  }

  private field(name: string): TextField | null {
    return this.renderRoot.querySelector<TextField>(`[name=${name}]`);
  }

  private value(name: string): string {
    return this.field(name)?.value.trim() ?? '';
  }

  private lock(seconds: number) {
    this.lockedUntil = Date.now() + Math.max(1, seconds) * 1000;
    clearInterval(this.ticking);
    this.ticking = setInterval(() => {
      this.now = Date.now();
      if (this.now < this.lockedUntil) return;
      clearInterval(this.ticking);
      this.lockedUntil = 0;
      this.problem = this.c.signIn.unlocked;
    }, 1000);
    this.now = Date.now();
  }

  private async send(event: Event) {
    event.preventDefault();
    if (this.busy || this.lockedUntil > 0) return;
    const { signIn } = this.c;
    const [name, code] = [this.value('name'), this.value('code').replaceAll(/\s/g, '')];
    const password = this.field('password')?.value ?? '';
    const lacking = !name ? 'name' : !password ? 'password' : /^\d{6}$/.test(code) ? null : 'code';
    if (lacking) {
      this.problem = signIn.missing;
      this.field(lacking)?.focus();
      return;
    }
    this.busy = true;
    try {
      await this.parts.session.signIn(name, password, code);
    } catch (error) {
      const problem = refused(error);
      this.problem = problem.code === 'wrong' ? signIn.wrong : this.sorry(problem);
      if (problem.status === 429) this.lock(problem.waitSeconds);
      const again = this.field('code');
      if (again) again.value = '';
      again?.focus();
    }
    this.busy = false;
  }

  private said() {
    const { signIn } = this.c;
    if (this.lockedUntil > 0) {
      const left = Math.max(0, Math.ceil((this.lockedUntil - this.now) / 1000));
      return html`<p class="wrong num">${signIn.locked(countdown(left))}</p>`;
    }
    const text = this.problem || (this.parts.session.ended ? signIn.ended : '');
    return text ? html`<p class="wrong" role="alert">${text}</p>` : nothing;
  }

  override render() {
    const { c } = this;
    const keyed = (event: KeyboardEvent) => {
      if (event.key === 'Enter') void this.send(event);
    };
    return html`<form @submit=${(event: Event) => void this.send(event)} @keydown=${keyed} novalidate>
      <header>
        <p class="product">${c.product}</p>
        <h1>${c.title}</h1>
        <p class="note">${c.signIn.lead}</p>
      </header>
      ${this.said()}
      <vaadin-text-field name="name" label=${c.signIn.name} autocomplete="username" autocapitalize="none" autocorrect="off" maxlength="64"></vaadin-text-field>
      <vaadin-password-field
        name="password"
        label=${c.signIn.password}
        autocomplete="current-password"
        maxlength="256"
        .i18n=${{ reveal: c.signIn.show }}
      ></vaadin-password-field>
      <vaadin-text-field
        class="code"
        name="code"
        label=${c.signIn.code}
        helper-text=${c.signIn.codeHelp}
        autocomplete="one-time-code"
        inputmode="numeric"
        maxlength="7"
        allowed-char-pattern="[0-9 ]"
      ></vaadin-text-field>
      <button class="act first" type="submit" ?disabled=${this.busy || this.lockedUntil > 0}>
        ${this.busy ? c.signIn.sending : c.signIn.send}
      </button>
    </form>`;
  }
}
