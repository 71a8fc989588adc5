import { Hub } from './hub.js';
import type { LayoutModule } from './layout.js';
import { PantauSuara } from './pantau-suara.js';
import { fitFrames, tellHeight } from './sizing.js';

/** `embed.js`: what a host page loads. Everything it asks for comes from where it came from itself. */

/** Where the layouts that are not in here lie; written by the build (scripts/embed.mjs). */
declare const LAYOUT_FILES: Readonly<Record<string, string>>;

const TAG = 'pantau-suara';
const home = new URL('/', import.meta.url);

// A page may name the script twice; the first has the say.
if (!customElements.get(TAG)) {
  const hub = new Hub(home.origin);
  const files = LAYOUT_FILES;
  if (location.pathname.startsWith('/embed/') && parent !== window) tellHeight();
  else fitFrames(home.origin);
  customElements.define(
    TAG,
    PantauSuara.settle(hub, async (name) => {
      const file = files[name.replace(/-.*/, '')];
      if (!file) throw new Error(name);
      return (await import(/* @vite-ignore */ new URL(file, home).href)) as LayoutModule;
    }),
  );
}
