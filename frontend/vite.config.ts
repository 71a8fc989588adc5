import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` sends what the pages ask the backend for. */
const backend = process.env.PANTAU_URL ?? 'http://127.0.0.1:8080';

/**
 * Writes the content security policy into the built page: nothing from elsewhere, and no inline
 * script but the one whose hash stands here. Only in the build, as Vite's own client breaks it.
 */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(page) {
        const inline = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
          ([, text]) => `'sha256-${createHash('sha256').update(text ?? '').digest('base64')}'`,
        );
        const policy = [
          "default-src 'none'",
          `script-src 'self' ${inline.join(' ')}`,
          "style-src 'self' 'unsafe-inline'",
          "font-src 'self'",
          "connect-src 'self'",
          "img-src 'self' data:",
          "manifest-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
        ].join('; ');
        return page.replace(
          '<meta charset="utf-8" />',
          `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        );
      },
    },
  };
}

export default defineConfig({
  plugins: [contentSecurityPolicy()],
  resolve: {
    alias: [
      {
        // Vaadin's usage statistics: not only switched off (package.json), but not in the bundle.
        find: /^@vaadin\/vaadin-usage-statistics\/.*$/,
        replacement: fileURLToPath(new URL('scripts/no-statistics.js', import.meta.url)),
      },
    ],
  },
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
