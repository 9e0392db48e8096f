import { expect, test } from 'vitest';
import { threadsOf } from '../../../domain/papers/threads.ts';
import { type CommentRow, WANTED, wantedOf } from '../../../renderer/parts/comments/threads.ts';

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

test('threads are those that are to be resolved, that are, in which one wrote, or all', () => {
  const threads = threadsOf([
    aComment('resolved', '18:00', { resolved: true }),
    aComment('open', '09:00'),
    aComment('mine', '10:00', { own: true }),
    aComment('answered', '11:00', { resolved: true }),
    aComment('my answer', '12:00', { replyTo: 'answered', own: true }),
  ]);
  const ids = WANTED.map((wanted) => wantedOf(threads, wanted).map(({ first }) => first.id));
  expect(ids).toEqual([
    ['mine', 'open'],
    ['resolved', 'answered'],
    ['mine', 'answered'],
    ['mine', 'open', 'resolved', 'answered'],
  ]);
});
