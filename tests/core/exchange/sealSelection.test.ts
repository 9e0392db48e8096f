import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printOrder } from '../../../core/documents/printOrder.ts';
import { explainSealing, type SealOrder, sealSelection } from '../../../core/exchange/sealSelection.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { historyOf } from '../../../core/records/historyOf.ts';
import { listRecords } from '../../../core/records/listRecords.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { mintedIds } from '../../../core/release/mintedIds.ts';
import { USUAL_PRINT } from '../../../domain/documents/printRequest.ts';
import { AmberdeskError } from '../../../domain/errors.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { revision } from '../../../drizzle/schema.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';
import { AN_ID, aNetwork, aPaper, type Desk, NORTHMARK, TAVANIA } from './aNetwork.ts';
import { answerTo, delta, take } from './byReceipts.ts';
import { contentOf } from './leavesNothing.ts';

function orderFor(to: Desk, changes: Partial<SealOrder> = {}): SealOrder {
  return {
    selection: { of: 'everything' },
    audience: { kind: 'organisation', organisation: to.session.vault.installation.organisation },
    addressees: [to.session.vault.installation.id],
    purpose: 'dossier',
    file: join(aFolder(), 'Dossier.amber'),
    ...changes,
  };
}

describe('a number that stands on two papers', () => {
  it('keeps both here until the Secretariat has given one of them another, sealed whole or as what is lacking', async () => {
    const { secretariat, tavania } = await aNetwork();
    const { session } = secretariat;
    const first = aPaper(secretariat, 'Registers', { number: 'CB/8/4' });
    await take(tavania, (await delta(secretariat, [tavania])).file);
    await answerTo(tavania, secretariat);
    const second = aPaper(secretariat, 'Water', { number: ' CB/8/4' });
    const orders = [orderFor(tavania), orderFor(tavania, { audience: { kind: 'board' }, delta: true })];
    const fates = () =>
      orders.map((order) => {
        const { records } = explainSealing(session, order).explanation;
        return [first, second].map((id) => records.find(({ record }) => record === id)?.reasons);
      });
    // Of the two only one is lacking: that the other has its number counts all the same.
    expect(fates()).toEqual([
      [['numberTwice'], ['numberTwice']],
      [undefined, ['numberTwice']],
    ]);
    editRecord(session, first, { purpose: 'For decision' });
    expect(fates()).toEqual(orders.map(() => [['numberTwice'], ['numberTwice']]));
    const print = {
      document: { what: 'paper', paper: second },
      audience: { kind: 'self' },
      options: { ...USUAL_PRINT, archive: false },
    } as const;
    expect(await codeOf(() => printOrder(unwatched, session, print))).toBe('release.numberTwice');
    editRecord(session, second, { number: 'CB/8/5' });
    expect(
      fates()
        .flat()
        .every((reasons) => reasons === undefined || reasons.length === 0),
    ).toBe(true);
    printOrder(unwatched, session, print);
  });
});

describe('sealing what was selected', () => {
  it('shares the drafts and seals them', async () => {
    const { secretariat, tavania } = await aNetwork();
    const paper = aPaper(secretariat, 'Registers');
    const sealed = await sealSelection(unwatched, secretariat.session, orderFor(tavania));
    expect(sealed.revisions).toBe(5);
    expect(sealed.explanation.counts).toMatchObject({ go: 5, withheld: 0 });
    expect(readRecord(secretariat.session.vault, paper)).toMatchObject({ draft: false });
  });

  it('leaves the drafts as they were when the file cannot be written, the seal is refused, or it is cancelled', async () => {
    const { secretariat, tavania, northmark } = await aNetwork();
    aPaper(secretariat, 'Registers');
    const taken = join(aFolder(), 'taken.amber');
    mkdirSync(taken);
    const { vault } = secretariat.session;
    const seen = () => ({ records: listRecords(vault), shared: vault.orm.select().from(revision).all() });
    const before = seen();
    const refuse = async (code: string, order: SealOrder, work = unwatched) => {
      expect(await codeOf(() => sealSelection(work, secretariat.session, order))).toBe(code);
      expect(seen()).toEqual(before);
    };
    await refuse('file.exists', orderFor(tavania, { file: taken }));
    const stranger = orderFor(tavania, { addressees: [northmark.session.vault.installation.id] });
    await refuse('bundle.recipients', stranger);
    const cancelled = orderFor(tavania);
    const check = () => {
      throw new AmberdeskError('job.cancelled');
    };
    await refuse('job.cancelled', cancelled, { progress: () => {}, check });
    expect(existsSync(cancelled.file)).toBe(false);
  });

  it('so that a sentence deleted after a seal that failed never travels', async () => {
    const { secretariat, tavania } = await aNetwork();
    const paper = aPaper(secretariat, 'Registers', { purpose: 'Said too soon.' });
    const absent = orderFor(tavania, { file: join(aFolder(), 'absent', 'Dossier.amber') });
    await sealSelection(unwatched, secretariat.session, absent).catch(() => {});
    editRecord(secretariat.session, paper, { purpose: null });
    await sealSelection(unwatched, secretariat.session, orderFor(tavania));
    const shared = historyOf(secretariat.session.vault, paper).filter((entry) => entry.shared);
    expect(shared.map((entry) => entry.body.purpose)).toEqual([undefined]);
  });

  it('is explained beforehand as it will be, and explaining changes nothing', async () => {
    const { secretariat, tavania } = await aNetwork();
    aPaper(secretariat, 'Registers');
    aPaper(
      secretariat,
      'For Northmark',
      {},
      {
        label: 'TLP:AMBER+STRICT',
        distribution: { to: 'named', organisations: [NORTHMARK], persons: [] },
      },
    );
    const order = orderFor(tavania);
    const before = contentOf(secretariat);
    const { explanation } = explainSealing(secretariat.session, order);
    expect(explanation.counts).toMatchObject({ go: 5, withheld: 1 });
    expect(explanation.records.find((record) => !record.goes)).toMatchObject({ title: 'For Northmark' });
    expect(contentOf(secretariat)).toEqual(before);
    const sealed = await sealSelection(unwatched, secretariat.session, order);
    expect(sealed.explanation.counts).toMatchObject({ go: 5, withheld: 1 });
  });
});

describe('the ids of records outside the board', () => {
  it('are the same for one audience, differ from audience to audience, and are not the record’s own', async () => {
    const { secretariat, tavania } = await aNetwork();
    const [record, other] = [AN_ID(), AN_ID()];
    const one: Audience = { kind: 'community', bodies: [TAVANIA] };
    const two: Audience = { kind: 'community', bodies: [NORTHMARK] };
    const idFor = (desk: Desk, audience: Audience) => mintedIds(desk.session.vault, audience)(record);
    expect(idFor(secretariat, one)).toBe(idFor(secretariat, one));
    const ids = [
      record,
      idFor(secretariat, one),
      idFor(secretariat, two),
      idFor(tavania, one),
      mintedIds(secretariat.session.vault, one)(other),
    ];
    expect(new Set(ids).size).toBe(5);
  });
});
