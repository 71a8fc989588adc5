// Runs a TypeScript file of this folder on Node 20, which reads none by itself: Vite, already here
// for the pages, translates it. `node scripts/run.mjs measure/soak.ts --minutes 10`; the file's
// `main(args)` answers the exit code.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error('usage: node scripts/run.mjs FILE.ts [arguments]');
  process.exit(2);
}
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const translator = await createServer({
  configFile: false,
  root,
  appType: 'custom',
  logLevel: 'warn',
  optimizeDeps: { noDiscovery: true, include: [] },
  server: { middlewareMode: true, watch: null, ws: false },
});
try {
  const { main } = await translator.ssrLoadModule(join(root, file));
  process.exitCode = await main(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await translator.close();
}
