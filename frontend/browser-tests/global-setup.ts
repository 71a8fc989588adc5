import process from 'node:process';
import { Demo } from './demo.js';

/** The whole bundled count in about ten minutes at 60: fast enough to move, slow enough to look at. */
const SPEED = 60;

/** Starts the one demo that most tests look at; the answer ends it. */
export default async function setUp(): Promise<() => Promise<void>> {
  const demo = await Demo.prepare(SPEED);
  try {
    await demo.start();
  } catch (error) {
    await demo.end();
    throw error;
  }
  process.env.PANTAU_BASE = demo.url;
  return () => demo.end();
}
