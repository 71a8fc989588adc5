import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { prepareGeography } from './scripts/geography.mjs';

// Before anything asks for a map: the pages, the dev server and the tests find them made.
prepareGeography();

/** Where `npm run dev` sends what the pages ask the backend for. */
const backend = process.env.PANTAU_URL ?? 'http://127.0.0.1:8080';

/** Nothing from elsewhere and no inline script, whoever serves the pages. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Vaadin's components put style elements into their shadow roots where sheets cannot be made.
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Writes the policy into the built page; only in the build, as Vite's own client breaks it. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', injectTo: 'head-prepend', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY } },
    ],
  };
}

export const alias = [
  {
    // Vaadin's usage statistics: not only switched off (package.json), but not in the bundle.
    find: /^@vaadin\/vaadin-usage-statistics\/.*$/,
    replacement: fileURLToPath(new URL('scripts/no-statistics.js', import.meta.url)),
  },
];

/**
 * Asks for the typeface with the page itself. Found only through the styles, it came after the first
 * numbers on a slow network, and every name that wrapped otherwise in the stand-in moved the page.
 */
function typefaceFirst(): Plugin {
  return {
    name: 'typeface-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => file.endsWith('.woff2'))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
          })),
    },
  };
}

export default defineConfig({
  plugins: [contentSecurityPolicy(), typefaceFirst()],
  resolve: { alias },
  build: {
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 300,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': backend,
      '/live': { target: backend, ws: true },
    },
  },
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
  },
});
