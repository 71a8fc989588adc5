import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { browserArguments, browserPath } from './browser-tests/browser.js';

// Read by node.ts, in each worker.
process.env.BROWSER_TEST_BRIEF = '1';

/** Those with a node of their own, or a way to the demo of their own that they cut. */
const OWN = '**/*.own.spec.ts';

/** Browser tests against the real jar: `PANTAU_JAR=…/pantau.jar npm run test:browser`. */
export default defineConfig({
  testDir: 'browser-tests',
  globalSetup: './browser-tests/global-setup.ts',
  outputDir: 'test-results',
  // One test at a time looks at the demo, whose numbers move and which some of them change; beside
  // it run two that have something of their own, and mostly wait.
  workers: 3,
  fullyParallel: false,
  projects: [
    { name: 'demo', testIgnore: OWN, workers: 1 },
    { name: 'own', testMatch: OWN, workers: 2 },
  ],
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    // What a page shows in a test comes from the server of that test; offline.spec.ts allows it back.
    serviceWorkers: 'block',
    // A trace's pictures and copies of the page cost a quarter of every test that passes; what a test did, asked and
    // logged stays, and a picture of its end. All of it: --trace on.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: await browserPath(), args: browserArguments() },
  },
});
