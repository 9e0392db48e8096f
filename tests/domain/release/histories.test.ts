import { describe, expect, it } from 'vitest';
import { clearanceDigest } from '../../../domain/handling/change.ts';
import type { SignedRevision } from '../../../domain/records/revision.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import type { Explanation } from '../../../domain/release/explain.ts';
import type { ReleasableRecord } from '../../../domain/release/material.ts';
import { type Release, release } from '../../../domain/release/release.ts';
import {
  aBlock,
  aDocument,
  aHandling,
  amberTo,
  aPlaceholder,
  aRecord,
  aRevision,
  BOARD,
  CLEAR,
  CORVANE,
  circumstancesOf,
  DEPUTY,
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

function sealFor(
  audience: Audience,
  records: readonly ReleasableRecord[],
  ...revisions: SignedRevision[]
): { release: Release; explanation: Explanation; ids: string[]; why: (revision: SignedRevision) => readonly string[] } {
  const all = [...theCircle(), ...records];
  const { release: made, explanation } = release(
    { records: all, wanted: new Set(records.map(({ id }) => id)), histories: historiesOf(...revisions) },
    audience,
    circumstancesOf(all, { product: 'revisions' }),
  );
  const withheld = explanation.records.flatMap((record) => record.revisions.withheld);
  return {
    release: made,
    explanation,
    ids: made.revisions.map(({ revision }) => revision.id),
    why: (revision) => withheld.find((one) => one.revision === revision.id)?.reasons ?? [],
  };
}

const paper = aRecord('paper', idOf('paper'), { title: 'Deep-dive' });
const next = (changes: Partial<SignedRevision>, ...parents: SignedRevision[]): SignedRevision =>
  aRevision(paper, { parents: parents.map(({ id }) => id), ...changes });

describe('the history that a bundle carries', () => {
  const first = aRevision(paper);
  const second = next({}, first);

  it('carries signed revisions whole, with their lines as they came', () => {
    const line = `{"id":"${first.id}","as":"received"}`;
    const all = [...theCircle(), paper];
    const { release: made } = release(
      {
        records: all,
        wanted: new Set([paper.id]),
        histories: historiesOf(first, second),
        lines: new Map([[first.id, line]]),
      },
      board,
      circumstancesOf(all),
    );
    expect(made.revisions[0]).toEqual({ revision: first, line });
    expect(JSON.parse(made.revisions[1]?.line ?? '')).toEqual(second);
  });

  it('takes no line that is another revision’s', () => {
    const all = [...theCircle(), paper];
    const lines = new Map([[first.id, '{"id":"something else"}']]);
    const { release: made } = release(
      { records: all, histories: historiesOf(first), lines },
      board,
      circumstancesOf(all),
    );
    expect(JSON.parse(made.revisions[0]?.line ?? '')).toEqual(first);
  });

  it('leaves an ancestor behind whose own handling does not allow it, as a bare id', () => {
    const strict = aRevision(paper, { handling: aHandling(strictTo(SECRETARIAT)) });
    const widened = next({}, strict);
    const sealed = sealFor(board, [paper], strict, widened);
    expect(sealed.ids).toEqual([widened.id]);
    expect(sealed.release.revisions[0]?.revision.parents).toEqual([strict.id]);
    expect(sealed.why(strict)).toEqual(['ownHandling']);
  });

  it('leaves behind what a later revision tightened, though it was widened again since', () => {
    const tightened = next({ handling: aHandling(amberTo(NORTHMARK, SECRETARIAT)) }, first);
    const beside = next({}, first);
    const again = next({}, tightened, beside);
    const revisions = [first, tightened, beside, again];
    expect(sealFor(lowmere, [paper], ...revisions).ids).toEqual([beside.id, again.id]);
    expect(sealFor(lowmere, [paper], ...revisions).why(first)).toEqual(['laterTightening']);
    expect(sealFor(northmark, [paper], ...revisions).ids).toEqual(revisions.map(({ id }) => id));
  });

  it('leaves behind everything from before a stricter portion for those who may not read it', () => {
    const placeholder = idOf('placeholder');
    const portion = aRecord(
      'portion',
      idOf('portion'),
      { paper: paper.id, placeholder, body: aDocument() },
      redTo(ENVOY),
    );
    const secret = { body: aDocument(aBlock('1', 'The source is Mara.')) };
    const before = aRevision(paper, { body: secret });
    const beside = next({ body: secret }, before);
    const apart = next({ body: { body: aDocument(aPlaceholder('1', placeholder)) } }, before);
    const since = next({ body: { body: aDocument(aBlock('2', 'More.')) } }, apart, beside);
    const revisions = [before, beside, apart, since];
    const sealed = sealFor(board, [paper, portion], ...revisions);
    expect(sealed.ids).toEqual([apart.id, since.id]);
    expect(sealed.why(beside)).toEqual(['beforePortion']);
    expect(sealFor({ kind: 'persons', persons: [ENVOY] }, [paper, portion], ...revisions).ids).toHaveLength(4);
    expect(sealFor({ kind: 'persons', persons: [DEPUTY] }, [paper, portion], ...revisions).ids).toHaveLength(2);
    expect(sealFor({ kind: 'persons', persons: [ENVOY] }, [paper], ...revisions).ids).toHaveLength(2);
  });

  it('takes no revision with a paragraph that is marked stricter than the paper', () => {
    const slip = aRevision(paper, { body: { body: aDocument(aBlock('1', 'Slip.', { mark: 'TLP:RED' })) } });
    expect(sealFor(board, [paper], slip).why(slip)).toEqual(['blockMark']);
  });

  it('takes cleared content along and leaves changed content behind', () => {
    const cleared = { digest: clearanceDigest(paper.body), otherwise: strictTo(SECRETARIAT) };
    const record = { ...paper, handling: aHandling(BOARD, { cleared }) };
    const good = aRevision(record);
    const changed = aRevision(record, { body: { title: 'Changed' }, parents: [good.id] });
    const again = aRevision(record, { parents: [changed.id] });
    const sealed = sealFor(board, [record], good, changed, again);
    expect(sealed.ids).toEqual([good.id, again.id]);
    expect(sealed.why(changed)).toEqual(['ownHandling']);
  });

  it('takes nothing of a record that is now stricter, in conflict, or not there', () => {
    expect(sealFor(board, [{ ...paper, handling: aHandling(strictTo(SECRETARIAT)) }], first).ids).toEqual([]);
    expect(sealFor(board, [{ ...paper, conflicted: true }], first).ids).toEqual([]);
    expect(sealFor(board, [], first).ids).toEqual([]);
  });

  it('takes the revision that deleted a record, so that it is deleted there too', () => {
    const deleted = next({ body: { ...paper.body, $deleted: { reason: 'Made twice' } } }, first);
    expect(sealFor(board, [{ ...paper, body: deleted.body, deleted: true }], first, deleted).ids).toContain(deleted.id);
  });

  it('takes kinds and fields from a newer version whole, by their handling', () => {
    const forecast = aRecord('forecast', idOf('forecast'), { rain: { on: 'Tuesday' } });
    const [known, strict] = [aRevision(forecast), aRevision(forecast, { handling: aHandling(redTo(ENVOY)) })];
    expect(sealFor(board, [forecast], known, strict).release.revisions.map(({ revision }) => revision)).toEqual([
      known,
    ]);
  });

  it('never takes annotations or what is private', () => {
    const note = aRecord('annotation', idOf('note'), { text: 'Ask Lowmere' }, CLEAR);
    const draft = aRecord('paper', idOf('draft'), { title: 'Position' }, PRIVATE);
    const audiences: Audience[] = [board, northmark, { kind: 'persons', persons: [ENVOY] }];
    for (const audience of audiences) {
      expect(sealFor(audience, [note, draft], aRevision(note), aRevision(draft)).ids).toEqual([]);
    }
  });

  it('carries none for this installation, a guest, the community or the public', () => {
    const open = { ...paper, handling: aHandling(CLEAR) };
    const audiences: Audience[] = [
      { kind: 'self' },
      { kind: 'guest', party: CORVANE, item: idOf('item'), papers: [paper.id] },
      { kind: 'community', bodies: [CORVANE] },
      { kind: 'public' },
    ];
    for (const audience of audiences) {
      const { release: made } = sealFor(audience, [open], aRevision(open));
      expect(made.revisions).toEqual([]);
      expect(made.fresh.length).toBe(audience.kind === 'self' ? 0 : 1);
    }
  });

  it('names nobody who is not to be named: not in the body, in unknown fields, in the handling, or by a signature', () => {
    const hidden = aRecord(
      'organisation',
      idOf('hidden'),
      { name: 'Reed House', doNotName: true },
      strictTo(SECRETARIAT),
    );
    const clerk = aRecord('person', idOf('clerk'), { organisation: hidden.id }, CLEAR);
    const revisions = [
      aRevision(paper, { body: { from: [hidden.id] } }),
      aRevision(paper, { body: { newer: { [hidden.id]: true } } }),
      aRevision(paper, { handling: aHandling(amberTo(NORTHMARK, hidden.id)) }),
      aRevision(paper, { seat: clerk.id }),
    ];
    const sealed = sealFor(northmark, [paper, hidden, clerk], ...revisions);
    expect(revisions.map(sealed.why)).toEqual([['names'], ['names'], ['names'], ['names']]);
  });

  it('does not show under the Chatham House Rule who wrote; what the Secretariat issued itself may go', () => {
    const flagged = { ...paper, handling: aHandling(BOARD, { chathamHouse: true }) };
    const foreign = aRevision(flagged, { seat: ENVOY });
    const own = aRevision(flagged, { parents: [foreign.id] });
    const telling = aRevision(flagged, { parents: [own.id], body: { from: [NORTHMARK] } });
    const sealed = sealFor(board, [flagged], foreign, own, telling);
    expect(sealed.ids).toEqual([own.id]);
    expect(sealed.why(foreign)).toEqual(['attribution']);
    expect(sealed.why(telling)).toEqual(['attribution']);
    expect(
      sealFor({ kind: 'organisation', organisation: SECRETARIAT }, [flagged], foreign, own, telling).ids,
    ).toHaveLength(3);
  });
});

describe('files', () => {
  it('takes along the files that released revisions name, and no others', () => {
    const file = (digit: string) => ({
      id: digit,
      order: 'a0',
      name: `${digit}.pdf`,
      mediaType: 'application/pdf',
      size: 1,
      sha256: digit.repeat(64),
    });
    const strict = aRevision(paper, {
      handling: aHandling(strictTo(SECRETARIAT)),
      body: { attachments: [file('1'), file('2')] },
    });
    const now = { ...paper, body: { attachments: [file('2')] } };
    const { release: made } = sealFor(board, [now], strict, aRevision(now, { parents: [strict.id] }));
    expect(made.attachments).toEqual([
      { sha256: '2'.repeat(64), name: '2.pdf', mediaType: 'application/pdf', size: 1 },
    ]);
  });
});
