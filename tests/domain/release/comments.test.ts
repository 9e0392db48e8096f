import { describe, expect, it } from 'vitest';
import { clearanceDigest } from '../../../domain/handling/change.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { SignedRevision } from '../../../domain/records/revision.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { sentenceOf } from '../../../domain/release/explain.ts';
import type { ReleasableRecord } from '../../../domain/release/material.ts';
import { release } from '../../../domain/release/release.ts';
import {
  aHandling,
  amberTo,
  aRecord,
  aRevision,
  BOARD,
  circumstancesOf,
  ENVOY,
  historiesOf,
  idOf,
  LOWMERE,
  NORTHMARK,
  PRIVATE,
  redTo,
  SECRETARIAT,
  strictTo,
  theCircle,
} from '../../helpers/releasable.ts';

const board: Audience = { kind: 'board' };
const northmark: Audience = { kind: 'organisation', organisation: NORTHMARK };
const lowmere: Audience = { kind: 'organisation', organisation: LOWMERE };
const envoy: Audience = { kind: 'persons', persons: [ENVOY] };

const paper = aRecord('paper', idOf('paper'), { title: 'Deep-dive' });
const anchor = { block: 'b1', quote: 'The source is Mara.', before: '', after: '' };
const remark = (name: string, body: JsonObject, mark: Mark = BOARD): ReleasableRecord =>
  aRecord('comment', idOf(name), { record: paper.id, text: name, anchor, ...body }, mark);
const comment = remark('comment', {});
const reply = remark('reply', { replyTo: comment.id });

/** What goes to the audience by title and text, as documents and as revisions, and why the rest does not. */
function sent(audience: Audience, records: readonly ReleasableRecord[], changes: { wanted?: ReleasableRecord[] } = {}) {
  const all = [...theCircle(), ...records];
  const revisions = records.map((record) => aRevision(record));
  return sentWith(audience, all, revisions, changes.wanted ?? records);
}

function sentWith(
  audience: Audience,
  all: readonly ReleasableRecord[],
  revisions: readonly SignedRevision[],
  wanted: readonly ReleasableRecord[],
) {
  const { release: made, explanation } = release(
    { records: all, wanted: new Set(wanted.map(({ id }) => id)), histories: historiesOf(...revisions) },
    audience,
    circumstancesOf(all),
  );
  return {
    printed: made.documents.map(({ title }) => title),
    sealed: made.revisions.map(({ revision }) => revision.body.title ?? revision.body.text),
    reasons: explanation.records.map(({ reasons }) => reasons),
  };
}

const tightened = (mark: Mark): ReleasableRecord => ({ ...paper, handling: aHandling(mark) });

describe('a comment that was written before its record was tightened', () => {
  it('stays behind with the record, printed or sealed, and says why', () => {
    const { printed, sealed, reasons } = sent(board, [tightened(redTo(ENVOY)), comment, reply]);
    expect([printed, sealed]).toEqual([[], []]);
    expect(reasons).toEqual([['distribution'], ['comment'], ['comment']]);
    expect(sentenceOf('comment')).toMatch(/comment on something that may not go/);
    expect(sentenceOf('comment', 'fr')).toMatch(/commentaire porte sur un élément/);
  });

  it('goes to those who still have the record', () => {
    const records = [tightened(redTo(ENVOY)), comment, reply];
    expect(sent(envoy, records).printed).toEqual(['Deep-dive', 'comment', 'reply']);
    expect(sent(envoy, records).sealed).toEqual(['Deep-dive', 'comment', 'reply']);
    const narrowed = [tightened(amberTo(NORTHMARK, SECRETARIAT)), comment];
    expect(sent(northmark, narrowed).sealed).toEqual(['Deep-dive', 'comment']);
    expect(sent(lowmere, narrowed).sealed).toEqual([]);
  });

  it('stays behind in a selection without the record, which is marked as it is nevertheless', () => {
    const records = [tightened(redTo(ENVOY)), comment];
    expect(sent(board, records, { wanted: [comment] })).toEqual({ printed: [], sealed: [], reasons: [['comment']] });
    expect(sent(envoy, records, { wanted: [comment] }).sealed).toEqual(['comment']);
  });

  it('stays behind with every revision, whatever their marks, also those of a record that it was once on', () => {
    const strict = aRecord('paper', idOf('strict'), { title: 'Sources' }, strictTo(SECRETARIAT));
    const once = aRevision(comment, { body: { ...comment.body, record: strict.id } });
    const now = aRevision(comment, { parents: [once.id] });
    const all = [...theCircle(), paper, strict, comment];
    expect(sentWith(board, all, [once, now], [comment])).toMatchObject({ printed: [], sealed: [] });
    expect(sentWith(board, all, [now], [comment])).toMatchObject({ printed: ['comment'], sealed: ['comment'] });
  });
});

describe('a decision, an action, a recommendation', () => {
  const item = aRecord('agendaItem', idOf('item'), { title: 'Karsenia' });
  const minutes = aRecord('minutes', idOf('minutes'), { title: 'Minutes' });
  const kinds = ['decision', 'action', 'recommendation'];
  const from = (origin: JsonObject): ReleasableRecord[] =>
    kinds.map((kind) => aRecord(kind, idOf(kind), { title: kind, text: kind, anchor, ...origin }));

  it('goes only where the minutes that it is marked in and its item may go, as they are marked now', () => {
    const made = from({ minutes: minutes.id, item: item.id });
    expect(sent(board, [item, minutes, ...made], { wanted: made }).printed).toEqual(kinds);
    for (const strict of [item, minutes]) {
      const apart = { ...strict, handling: aHandling(redTo(ENVOY)) };
      const all = [item, minutes, ...made].map((one) => (one === strict ? apart : one));
      const { printed, sealed, reasons } = sent(board, all, { wanted: made });
      expect([printed, sealed, reasons]).toEqual([[], [], [['marked'], ['marked'], ['marked']]]);
      expect(sent(envoy, all, { wanted: made }).sealed).toHaveLength(3);
    }
  });

  it('goes where its own mark allows when it came of no item, and stays behind when its minutes are not here', () => {
    expect(sent(board, from({})).printed).toEqual(kinds);
    const lost = from({ minutes: idOf('absent') });
    expect(sent(board, lost)).toMatchObject({ printed: [], sealed: [] });
    expect(sent({ kind: 'self' }, lost).printed).toEqual(kinds);
  });

  it('goes to no one outside, whatever its mark', () => {
    const open: Mark = { label: 'TLP:CLEAR', distribution: { to: 'everyone' } };
    const made = from({}).map((one) => ({ ...one, handling: aHandling(open) }));
    const bodies: Audience = { kind: 'community', bodies: [LOWMERE] };
    for (const audience of [bodies, { kind: 'public' } as const]) expect(sent(audience, made).printed).toEqual([]);
  });
});

describe('a comment', () => {
  it('stays behind when its record was cleared and has changed since', () => {
    const cleared = { digest: clearanceDigest({ title: 'As it was' }), otherwise: strictTo(SECRETARIAT) };
    const changed = { ...paper, handling: aHandling(BOARD, { cleared }) };
    expect(sent(board, [changed, comment]).reasons).toEqual([['clearance'], ['comment']]);
  });

  it('stays behind with a comment that it answers', () => {
    const inside = remark('inside', {}, strictTo(SECRETARIAT));
    const answer = remark('answer', { replyTo: inside.id });
    const further = remark('further', { replyTo: answer.id });
    expect(sent(board, [paper, inside, answer, further]).sealed).toEqual(['Deep-dive']);
  });

  it('goes with a record that is in conflict, as far as the stricter mark allows, or that was deleted', () => {
    const conflicted = { ...paper, conflicted: true };
    expect(sent(board, [conflicted, comment]).sealed).toEqual(['comment']);
    const strict = { ...conflicted, handling: aHandling(redTo(ENVOY)) };
    expect(sent(board, [strict, comment]).sealed).toEqual([]);
    expect(sent(board, [{ ...paper, deleted: true }, comment]).printed).toEqual(['comment']);
  });

  it('goes with a record of a kind from a newer version', () => {
    const forecast = aRecord('forecast', idOf('forecast'), { title: 'Rain' });
    expect(sent(board, [forecast, remark('on it', { record: forecast.id })]).sealed).toEqual(['Rain', 'on it']);
  });

  it('goes to nobody else when what it is on, or what it answers, is not here or not said', () => {
    const lost = [
      remark('on what is absent', { record: idOf('absent') }),
      remark('on nothing', { record: '' }),
      remark('answers what is absent', { replyTo: idOf('absent') }),
    ];
    expect(sent(board, [paper, ...lost]).sealed).toEqual(['Deep-dive']);
    expect(sent({ kind: 'self' }, [paper, ...lost]).printed).toHaveLength(4);
  });

  it('on a private note, or on a body that is not to be named, stays behind with it', () => {
    const note = aRecord('annotation', idOf('note'), { text: 'Ask Lowmere' }, PRIVATE);
    const hidden = aRecord('organisation', idOf('hidden'), { name: 'Reed', doNotName: true }, strictTo(SECRETARIAT));
    const on = [remark('on the note', { record: note.id }), remark('on the body', { record: hidden.id })];
    expect(sent(board, [note, hidden, ...on])).toMatchObject({ printed: [], sealed: [] });
  });

  it('in a circle of answers goes where all of them may go', () => {
    const one = remark('one', { replyTo: idOf('other') });
    const other = remark('other', { replyTo: one.id });
    expect(sent(board, [paper, one, other]).sealed).toEqual(['Deep-dive', 'one', 'other']);
    expect(sent(board, [tightened(redTo(ENVOY)), one, other]).sealed).toEqual([]);
  });
});
