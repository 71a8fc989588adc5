import { Store } from '../live/store.js';
import { type Route, routeOf } from '../model/route.js';

/** Where the reader is and how they came: pages move the focus only where the reader moved. */
export interface Place {
  readonly route: Route;
  readonly moved: boolean;
  /** How far the page was scrolled when the reader left it, for the way back. */
  readonly scroll: number;
}

interface Kept {
  readonly scroll?: number;
}

/** Addresses that are the server's, not a page of this dashboard. */
const SERVERS = /^\/(?:(?:api|data|live|lite|card|photos|robots|sitemap|oembed|developers|assets)(?:[/.]|$)|embed[/.])/;

function here(): Route {
  return routeOf(location.pathname, location.search);
}

/** The link that a press goes to, where it is a plain press on a page of ours; else null. */
function linkOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const anchor = event.composedPath().find((node) => node instanceof HTMLAnchorElement || node instanceof SVGAElement);
  const href = anchor?.getAttribute('href');
  if (!href || anchor?.getAttribute('target') || anchor?.hasAttribute('download')) return null;
  const url = new URL(href, location.href);
  if (url.origin !== location.origin || SERVERS.test(url.pathname) || url.hash) return null;
  return url.pathname + url.search;
}

/** The browser's own history, without a page load between two pages. */
export class Router {
  readonly place = new Store<Place>({ route: here(), moved: false, scroll: 0 });

  start(): void {
    history.scrollRestoration = 'manual';
    addEventListener('click', (event) => {
      const path = linkOf(event);
      if (path === null) return;
      event.preventDefault();
      this.go(path);
    });
    addEventListener('popstate', (event) => {
      const kept = event.state as Kept | null;
      this.place.set({ route: here(), moved: true, scroll: kept?.scroll ?? 0 });
    });
  }

  go(path: string): void {
    const kept: Kept = { scroll: scrollY };
    history.replaceState(kept, '');
    history.pushState(null, '', path);
    this.place.set({ route: here(), moved: true, scroll: 0 });
  }

  /** The same page in another manner, as a step that the back button knows: the reader stays where they are. */
  turn(path: string): void {
    const kept: Kept = { scroll: scrollY };
    history.replaceState(kept, '');
    history.pushState(null, '', path);
    this.place.set({ route: here(), moved: false, scroll: scrollY });
  }

  /** The same, without a step: what a slider passes on its way is nothing to go back to. */
  replace(path: string): void {
    history.replaceState(history.state, '', path);
    this.place.set({ route: here(), moved: false, scroll: scrollY });
  }
}
