import { LitElement, html } from 'lit';
import { customElement } from 'lit/decorators.js';

/** The whole page: header, the page that the address names, the notice. */
@customElement('pantau-app')
export class PantauApp extends LitElement {
  override render() {
    return html`<h1>Pantau Suara</h1>`;
  }
}
