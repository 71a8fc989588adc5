import { Demo } from '../browser-tests/demo.js';

/** The whole bundled count in half a minute: fast enough to wait for its end, slow enough to be looked at. */
const SPEED = 20;

/** Does something with the node at an address, or, where none is named, with the demo of PANTAU_JAR. */
export async function withNode<T>(url: string, use: (url: string) => Promise<T>): Promise<T> {
  if (url !== '') return use(url.replace(/\/$/, ''));
  const demo = await Demo.prepare(SPEED);
  try {
    await demo.start();
    await demo.counts();
    return await use(demo.url);
  } finally {
    await demo.end();
  }
}
