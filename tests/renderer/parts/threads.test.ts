import { expect, test } from 'vitest';
import { type CommentRow, threadsOf } from '../../../renderer/parts/comments/threads.ts';

const aComment = (id: string, at: string, rest: Partial<CommentRow> = {}): CommentRow => ({
  id,
  text: id,
  kind: 'comment',
  resolved: false,
  label: 'TLP:AMBER',
  at: `2027-03-03T${at}Z`,
  shared: true,
  who: {},
  own: false,
  ...rest,
});

test('comments stand in threads, open ones first, answers by time, and none is lost', () => {
  const threads = threadsOf([
    aComment('resolved', '18:00', { resolved: true }),
    aComment('early', '09:00'),
    aComment('late', '10:00'),
    aComment('second answer', '12:00', { replyTo: 'first answer' }),
    aComment('first answer', '11:00', { replyTo: 'early' }),
    aComment('answers what is not here', '08:00', { replyTo: 'gone' }),
    aComment('circle a', '07:00', { replyTo: 'circle b' }),
    aComment('circle b', '06:00', { replyTo: 'circle a' }),
  ]);
  expect(threads.map(({ first, answers }) => [first.id, ...answers.map(({ id }) => id)])).toEqual([
    ['late'],
    ['early', 'first answer', 'second answer'],
    ['answers what is not here'],
    ['circle a'],
    ['circle b'],
    ['resolved'],
  ]);
});
