import { type AnyRow, type Results, type Row, type Totals, isOpen } from './wire.js';

/** What the numbers of a page are made of: what is counted, or everything as it was sent. */

const known = new WeakMap<Row, Row>();

function sentTotals(totals: Totals): Totals {
  return { ...totals, votes: totals.asSent ?? totals.votes };
}

/** The same row each time for the same row, which is how the table knows what to draw. */
function sentRow(row: AnyRow): AnyRow {
  if (!isOpen(row)) return row;
  let sent = known.get(row);
  if (!sent) {
    sent = { ...row, totals: sentTotals(row.totals) };
    known.set(row, sent);
  }
  return sent;
}

/** The body with the votes that were sent in the place of those that are counted. */
export function asSent(results: Results): Results {
  return { ...results, totals: sentTotals(results.totals), children: results.children?.map(sentRow) };
}
