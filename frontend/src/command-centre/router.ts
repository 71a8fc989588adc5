import { Store } from '../live/store.js';
import { type Screen, screenOf } from './live/route.js';

/** The screen that the address names. Links of the page are followed here, without a new page. */
export class CommandRouter {
  readonly screen = new Store<Screen>(screenOf(location.pathname, location.search));
  /** How often the person moved; a new screen takes the focus then. */
  moves = 0;

  start(): void {
    addEventListener('popstate', () => { this.read(); });
    document.addEventListener('click', (event) => { this.click(event); });
  }

  go(address: string): void {
    history.pushState(null, '', address);
    this.read();
  }

  /** The same place, said otherwise: a filter in the address. */
  replace(address: string): void {
    history.replaceState(null, '', address);
    this.screen.set(screenOf(location.pathname, location.search));
  }

  private read(): void {
    this.moves += 1;
    this.screen.set(screenOf(location.pathname, location.search));
  }

  private click(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.composedPath().find((part): part is HTMLAnchorElement => part instanceof HTMLAnchorElement);
    if (!link?.href || link.target !== '' || link.origin !== location.origin || link.hasAttribute('download')) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  }
}
