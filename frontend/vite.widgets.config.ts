import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The layouts that a widget fetches when it needs them; each is a file src/widgets/layouts/NAME.ts. */
const LAYOUTS = ['table', 'map', 'ticker', 'broadcast'] as const;
const LAYOUTS_MANIFEST = '.vite/widgets.json';

/** The hashed files of the layouts, by name, as the build of the layouts left them. */
function layoutFiles(): Readonly<Record<string, string>> {
  const path = fileURLToPath(new URL(`dist/${LAYOUTS_MANIFEST}`, import.meta.url));
  if (!existsSync(path)) return {};
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { file: string }>;
  return Object.fromEntries(LAYOUTS.map((name) => [name, manifest[`src/widgets/layouts/${name}.ts`]?.file ?? '']));
}

/**
 * The widgets, in two steps into the same dist/: `--mode layouts` makes the hashed files that are
 * fetched on demand, `--mode entry` then /embed.js, which knows their names. Two builds and not one,
 * as a bundler would let the layouts import from the entry: whose name has no hash, so that a layout
 * of yesterday and an entry of today would meet, or the entry run twice where a page calls it by
 * another address.
 */
export default defineConfig(({ mode }) => {
  const entry = mode === 'entry';
  return {
    // Found from where the file itself came from, as the page around is not ours.
    base: './',
    publicDir: false,
    define: entry ? { LAYOUT_FILES: JSON.stringify(layoutFiles()) } : {},
    build: {
      target: 'es2022',
      emptyOutDir: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      manifest: entry ? false : LAYOUTS_MANIFEST,
      rolldownOptions: {
        input: entry
          ? { embed: 'src/widgets/main.ts' }
          : Object.fromEntries(LAYOUTS.map((name) => [name, `src/widgets/layouts/${name}.ts`])),
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: entry ? '[name].js' : 'assets/embed/[name]-[hash].js',
          chunkFileNames: 'assets/embed/[name]-[hash].js',
          // The maps are the pages' own: one file, one cache.
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  };
});
