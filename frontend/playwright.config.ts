import { defineConfig } from '@playwright/test';
import { browserArguments, browserPath } from './browser-tests/browser.js';

/** Browser tests against the real jar: `PANTAU_JAR=…/pantau.jar npm run test:browser`. */
export default defineConfig({
  testDir: 'browser-tests',
  globalSetup: './browser-tests/global-setup.ts',
  outputDir: 'test-results',
  // One machine, one server, numbers that move: one test at a time.
  workers: 1,
  fullyParallel: false,
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
    trace: 'retain-on-failure',
    launchOptions: { executablePath: await browserPath(), args: browserArguments() },
  },
});
