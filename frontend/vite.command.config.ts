import { defineConfig } from 'vite';
import { alias, contentSecurityPolicy } from './vite.config.js';

/** Where `npm run dev:command` sends what the screens ask the backend for. */
const backend = process.env.PANTAU_COMMAND_URL ?? 'http://127.0.0.1:8081';

/**
 * The command centre's page. A build of its own into the same dist/, after the public pages': it
 * shares no chunk with them, so it cannot make their first load heavier, and is in no manifest that
 * the service worker is written from.
 */
export default defineConfig({
  plugins: [contentSecurityPolicy()],
  resolve: { alias },
  publicDir: false,
  build: {
    target: 'es2022',
    emptyOutDir: false,
    assetsDir: 'assets/command',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: { input: 'command.html' },
  },
  server: {
    host: '127.0.0.1',
    // The command centre wants exactly its own origin.
    proxy: { '/api': { target: backend, ws: true, changeOrigin: true, headers: { Origin: backend } } },
  },
});
