import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Counts the changes of an element's size and of the page's colours: what is drawn with a pen does
 * not follow them by itself.
 */
export class Dressed implements ReactiveController {
  times = 0;
  private readonly sizes = new ResizeObserver(() => { this.again(); });
  private readonly themes = new MutationObserver(() => { this.again(); });
  private readonly system = matchMedia('(prefers-color-scheme: dark)');
  private readonly again = () => {
    this.times += 1;
    this.host.requestUpdate();
  };

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    this.sizes.observe(this.host);
    this.themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    this.system.addEventListener('change', this.again);
  }

  hostDisconnected(): void {
    this.sizes.disconnect();
    this.themes.disconnect();
    this.system.removeEventListener('change', this.again);
  }
}
