/** What a member's installation can do that holds a trusted key and uses it for what it has no right to. */
import { describe, expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { findInstallation, ownCard } from '../../../core/exchange/cards.ts';
import { undoImport } from '../../../core/exchange/undoImport.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { RevisionContent, SignedRevision } from '../../../domain/records/revision.ts';
import { aDossier, open } from './aDossier.ts';
import { AN_ID, aDesk, aPaper, type Desk, meet, NORTHMARK, SECRETARIAT, seal, TAVANIA } from './aNetwork.ts';
import { latest, lineOf, withLines, written } from './forgedRevisions.ts';
import { refuses } from './leavesNothing.ts';

async function pass(from: Desk, to: Desk, records?: RecordId[]): Promise<void> {
  const { file } = await seal(from, [to], records === undefined ? {} : { records });
  await acceptBundle(to.session, (await open(to, file)).bundle);
}

/** Everybody has the Secretariat's paper, and Northmark a bundle for Tavania into which lines can be put. */
async function aCarrier() {
  const desks = await aDossier();
  const { secretariat, tavania, northmark, paper, file } = desks;
  meet(tavania, northmark);
  await acceptBundle(tavania.session, (await open(tavania, file)).bundle);
  await pass(secretariat, northmark);
  const carrier = await seal(northmark, [tavania], {
    records: [aPaper(northmark, 'Ours')],
    audience: { kind: 'organisation', organisation: TAVANIA },
  });
  const base = latest(secretariat, paper);
  const forged = (...lines: SignedRevision[]) =>
    withLines(carrier.file, tavania, northmark, (all) => [...all, ...lines.map(lineOf)]);
  return { ...desks, base, forged };
}

describe('a loosening signed by somebody else', () => {
  it('is refused: of a label, of a distribution, of caveats, and by taking the record for one’s own', async () => {
    const { northmark, tavania, paper, base, forged } = await aCarrier();
    const { handling } = base;
    const looser: Partial<RevisionContent['handling']>[] = [
      { label: 'TLP:GREEN' },
      { label: 'TLP:CLEAR', distribution: { to: 'everyone' } },
      { distribution: { to: 'community' } },
      { originator: NORTHMARK },
      { originator: NORTHMARK, label: 'TLP:CLEAR', distribution: { to: 'everyone' } },
    ];
    for (const change of looser) {
      const changes = { record: paper, parents: [base.id], body: base.body, handling: { ...handling, ...change } };
      const file = await forged(base, written(northmark, changes));
      await refuses(tavania, 'bundle.authority', () => open(tavania, file));
    }
    expect(readRecord(tavania.session.vault, paper).handling).toEqual(handling);
  });

  it('is refused when it hides behind a parent that nobody has, or begins the record anew', async () => {
    const { northmark, tavania, paper, base, forged } = await aCarrier();
    const handling = { ...base.handling, label: 'TLP:CLEAR', distribution: { to: 'everyone' } } as const;
    const nowhere = 'f'.repeat(64) as RevisionContent['parents'][number];
    const hidden: Partial<RevisionContent>[] = [
      { parents: [base.id, nowhere], handling },
      { parents: [nowhere], handling: { ...handling, originator: NORTHMARK } },
      { parents: [], handling },
      { parents: [], handling: { ...handling, originator: NORTHMARK } },
    ];
    for (const changes of hidden) {
      const file = await forged(written(northmark, { record: paper, body: base.body, ...changes }));
      await refuses(tavania, 'bundle.authority', () => open(tavania, file));
    }
    // With nothing but an unknown parent nobody can say what it loosened: it is put aside, and cannot be taken.
    const orphan = await forged(written(northmark, { record: paper, parents: [nowhere], handling, body: base.body }));
    const preview = await open(tavania, orphan);
    expect(preview.counts).toMatchObject({ refused: 1 });
    await acceptBundle(tavania.session, preview.bundle);
    expect(readRecord(tavania.session.vault, paper)).toMatchObject({ handling: base.handling, conflicted: false });
  });

  it('is refused when two steps share it: one to another record’s history, one back', async () => {
    const { northmark, tavania, paper, base, forged } = await aCarrier();
    const own = written(northmark, { record: AN_ID(), nonce: '01'.repeat(16) });
    const crossed = written(northmark, { record: paper, parents: [own.id], handling: own.handling });
    await refuses(tavania, 'bundle.authority', async () => open(tavania, await forged(own, crossed)));
    const another = written(northmark, { record: own.record, parents: [own.id, base.id], handling: own.handling });
    await refuses(tavania, 'bundle.authority', async () => open(tavania, await forged(own, another)));
  });
});

describe('beginning a record whose id one knows, where it is not known yet', () => {
  it('keeps out nothing of the Secretariat’s bundle but that record, which is put aside and told', async () => {
    const { secretariat, tavania, northmark, paper, file } = await aDossier();
    meet(tavania, northmark);
    await pass(secretariat, northmark);
    const carrier = await seal(northmark, [tavania], {
      records: [aPaper(northmark, 'Ours')],
      audience: { kind: 'organisation', organisation: TAVANIA },
    });
    const begun = written(northmark, {
      record: paper,
      body: { title: 'Not what it was', type: 'note', language: 'en' },
    });
    const forged = await withLines(carrier.file, tavania, northmark, (all) => [...all, lineOf(begun)]);
    const { bundle: taken } = await open(tavania, forged);
    await acceptBundle(tavania.session, taken);
    const preview = await open(tavania, file);
    expect(preview.counts).toMatchObject({ refused: 1 });
    const line = preview.lines.find(({ record }) => record === paper);
    expect(line).toMatchObject({ change: 'refused', decision: 'aside' });
    expect(line?.sentences.join()).toContain('another body began this record');
    const { changed } = await acceptBundle(tavania.session, preview.bundle);
    expect(changed.length).toBeGreaterThan(0);
    expect(readRecord(tavania.session.vault, paper)).toMatchObject({
      handling: { originator: NORTHMARK },
      conflicted: false,
    });
    // Without the other's, the right one can be taken.
    undoImport(tavania.session, taken);
    await acceptBundle(tavania.session, preview.bundle);
    expect(readRecord(tavania.session.vault, paper).handling.originator).toBe(SECRETARIAT);
  });
});

describe('speaking in another’s name', () => {
  it('is refused: a seat, an originator, a key, a number that are another’s', async () => {
    const { secretariat, northmark, tavania, paper, base, forged } = await aCarrier();
    const { id, seat } = secretariat.session.vault.installation;
    const posed: Partial<RevisionContent>[] = [
      { seat },
      { handling: { ...base.handling, originator: SECRETARIAT } },
      { record: paper, parents: [base.id], handling: base.handling, body: { ...base.body, number: 'CB/8/1' } },
    ];
    for (const changes of posed) {
      const file = await forged(written(northmark, changes));
      await refuses(tavania, 'bundle.authority', () => open(tavania, file));
    }
    // With another's key named as author, it is not that key's signature.
    await refuses(tavania, 'bundle.malformed', async () =>
      open(tavania, await forged(written(northmark, { author: id }))),
    );
    const moved = { ...written(northmark, { nonce: '02'.repeat(16) }), signature: base.signature };
    await refuses(tavania, 'bundle.malformed', async () => open(tavania, await forged(moved)));
  });

  it('for the Secretariat is not believed: cards that a member carries make nobody trusted', async () => {
    const { secretariat, northmark, tavania, forged } = await aCarrier();
    const accomplice = await aDesk(SECRETARIAT, 'Secretariat', 'Ada Morn', 'secretariat');
    const line = written(accomplice, { handling: { ...written(northmark, {}).handling, originator: SECRETARIAT } });
    const { resigned } = await import('./forgery.ts');
    const { asJson } = await import('../../../domain/records/revision.ts');
    const file = await resigned(await forged(line), tavania, northmark, ({ manifest }) => {
      manifest.cards = [ownCard(northmark.session), ownCard(accomplice.session)].map(asJson);
    });
    const preview = await open(tavania, file);
    expect(preview.counts).toMatchObject({ refused: 1 });
    await acceptBundle(tavania.session, preview.bundle);
    const { id } = accomplice.session.vault.installation;
    expect(findInstallation(tavania.session.vault, id)).toBeUndefined();
    expect(secretariat.session.vault.installation.id).not.toBe(id);
  });
});
