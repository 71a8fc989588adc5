import { expect, test } from 'vitest';
import { body, message, row, withheld } from './bodies.test-data.js';
import { Book } from './book.js';

const TOPIC = 'ppwp/31/children';

test('whole_olderPosition_isNotTaken', () => {
  const book = new Book();
  book.whole(TOPIC, body(10, 100));
  expect(book.whole(TOPIC, body(9, 90))).toBe('older');
  expect(book.get(TOPIC)?.totals?.votes).toEqual({ a: 100 });
});

test('whole_newEpochWithLowerRevision_isTaken', () => {
  const book = new Book();
  book.whole(TOPIC, body(10, 100));
  expect(book.whole(TOPIC, body(3, 30, undefined, 2))).toBe('taken');
  expect(book.get(TOPIC)?.totals?.votes).toEqual({ a: 30 });
});

test('whole_oldEpochWithHigherRevision_isNotTaken', () => {
  const book = new Book();
  book.whole(TOPIC, body(3, 30, undefined, 2));
  expect(book.whole(TOPIC, body(900, 900, undefined, 1))).toBe('older');
});

test('whole_samePositionSameDigest_isTheSame', () => {
  const book = new Book();
  const first = body(10, 100);
  book.whole(TOPIC, first);
  expect(book.whole(TOPIC, body(10, 100))).toBe('same');
  expect(book.get(TOPIC)).toBe(first);
});

test('whole_samePositionOtherDigest_isTaken', () => {
  const book = new Book();
  book.whole(TOPIC, body(10, 100));
  const closed = withheld(10);
  expect(book.whole(TOPIC, closed)).toBe('taken');
  expect(book.get(TOPIC)).toBe(closed);
  expect(book.get(TOPIC)?.totals).toBeUndefined();
  expect(book.whole(TOPIC, body(10, 100))).toBe('taken');
});

test('whole_outOfACacheAtTheSamePosition_doesNotOpenWhatIsWithheld', () => {
  const book = new Book();
  const closed = withheld(10);
  book.whole(TOPIC, closed);
  expect(book.whole(TOPIC, body(10, 100), true)).toBe('older');
  expect(book.get(TOPIC)).toBe(closed);
  expect(book.whole(TOPIC, body(11, 110), true)).toBe('taken');
});

test('whole_outOfACacheWhereNothingIsKnown_isTaken', () => {
  expect(new Book().whole(TOPIC, body(10, 100), true)).toBe('taken');
});

test('message_withheldAtTheSamePosition_takesTheNumbersAway', () => {
  const book = new Book();
  book.message(message(body(10, 11, [row('3171', 5)]), true));
  const closed = { ...withheld(10), topic: TOPIC, complete: true, children: [{ code: '3171', name: 'PLACE 3171' }] };
  expect(book.message(closed)).toBe('taken');
  expect(book.get(TOPIC)?.children?.[0]?.totals).toBeUndefined();
});

test('message_part_replacesOnlyTheRowsInIt', () => {
  const book = new Book();
  const [one, two] = [row('3171', 5), row('3172', 6)];
  book.message(message(body(10, 11, [one, two]), true));
  expect(book.message(message(body(11, 13, [row('3172', 8)]), false))).toBe('taken');
  const rows = book.get(TOPIC)?.children ?? [];
  expect(rows.map((each) => [each.code, each.totals?.votes.a])).toEqual([
    ['3171', 5],
    ['3172', 8],
  ]);
  expect(rows[0]).toBe(one);
  expect(book.get(TOPIC)?.totals?.votes).toEqual({ a: 13 });
});

test('message_part_mayBringARowThatWasNotThere', () => {
  const book = new Book();
  book.message(message(body(10, 11, [row('3173', 5)]), true));
  book.message(message(body(11, 12, [row('3171', 1)]), false));
  expect(book.get(TOPIC)?.children?.map((each) => each.code)).toEqual(['3171', '3173']);
});

test('message_partWithoutItsWhole_isIncomplete', () => {
  const book = new Book();
  expect(book.message(message(body(11, 13, [row('3172', 8)]), false))).toBe('incomplete');
  expect(book.get(TOPIC)).toBeNull();
});

test('message_olderPart_changesNothing', () => {
  const book = new Book();
  book.message(message(body(10, 11, [row('3171', 5)]), true));
  expect(book.message(message(body(9, 3, [row('3171', 3)]), false))).toBe('older');
  expect(book.get(TOPIC)?.children?.[0]?.totals?.votes).toEqual({ a: 5 });
});
