import process from 'node:process';
import { Demo } from './demo.js';

/**
 * The whole bundled count in about 100 minutes: numbers always move, and counting them leaves most of
 * a slow machine to the browsers.
 */
const SPEED = 0.1;

/** Starts the one demo that most tests look at; the answer ends it. */
export default async function setUp(): Promise<() => Promise<void>> {
  const demo = await Demo.prepare(SPEED);
  try {
    await demo.start();
    await demo.counts();
  } catch (error) {
    await demo.end();
    throw error;
  }
  // Not PANTAU_…: a node reads those as its configuration, and refuses what it does not know.
  process.env.BROWSER_TEST_URL = demo.url;
  process.env.BROWSER_TEST_COMMAND_URL = demo.commandUrl;
  process.env.BROWSER_TEST_DATA = demo.data;
  return () => demo.end();
}
