import { Demo } from '../browser-tests/demo.js';

/** Speed 10: the bundled count stands within a minute or so, and moves while it is looked at. */
const SPEED = 10;

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
