import { join } from 'node:path';
import { results } from '../browser-tests/api.js';
import { ServingNode, until } from '../browser-tests/node.js';
import { Submitter } from '../browser-tests/submitter.js';
import { form } from '../browser-tests/forms.js';
import { LARGEST_VILLAGE } from './pages.js';
import { Sender, realForms, villageForms } from './sender.js';

/** Real forms a second, all over the country: far more than the four ticks a second in which they are gathered. */
const REAL_PER_SECOND = 40;
/** Corrections of one village a second: more than the four ticks, so that each of them moves it. */
const VILLAGE_PER_SECOND = 12;

/** A node of our own with both senders at work, for as long as `use` takes. */
export async function withMovingCount<T>(
  seconds: number,
  use: (url: string, senders: readonly Sender[]) => Promise<T>,
): Promise<T> {
  const node = await ServingNode.serving();
  const senders: Sender[] = [];
  try {
    await node.start();
    const submitter = await Submitter.of(node.url, node.data);
    // The key is honoured once this form is answered; the replays do not wait for theirs.
    await submitter.send(form(`${LARGEST_VILLAGE}001`, 1, 100, {}));
    const forms = await villageForms(node.url, LARGEST_VILLAGE, VILLAGE_PER_SECOND * seconds * 2, join(node.data, 'village.ndjson'));
    senders.push(Sender.begin(node.url, submitter.key, realForms(), REAL_PER_SECOND));
    senders.push(Sender.begin(node.url, submitter.key, forms, VILLAGE_PER_SECOND));
    const moving = await until(async () => {
      const nation = await results(node.url, '0');
      const village = await results(node.url, LARGEST_VILLAGE);
      return nation.stations.counted > 60 && village.stations.counted > 10 ? true : null;
    });
    if (!moving) throw new Error('the senders move nothing');
    return await use(node.url, senders);
  } finally {
    for (const sender of senders) await sender.end();
    await node.end();
  }
}
