import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRevisions } from '../../../core/records/addRevisions.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { joinRecords } from '../../../core/records/duplicates/joinRecords.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { refresh } from '../../../core/records/refresh.ts';
import { writeDraft } from '../../../core/records/rows.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { releaseFor, releaseLacking } from '../../../core/release/releaseFor.ts';
import type { Session } from '../../../core/session.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { explanationOfLack, type Lack } from '../../../domain/release/lacking.ts';
import { withoutHeld } from '../../../domain/release/release.ts';
import { aDocument, aMember, aPaper, aSession, linesOf } from '../../helpers/aSession.ts';
import { strictTo } from '../../helpers/releasable.ts';
import { type CanaryVault, runs, seedsOfVaults, vaultWithCanaries } from '../../helpers/vaultsWithCanaries.ts';

/** Puts a generated vault into a real one: its shared histories, and what was never shared as drafts. */
function keep({ vault }: Session, { records, histories }: CanaryVault, session: Session): void {
  addRevisions(session, linesOf([...histories.values()].flat()), 'generated');
  for (const { id, kind, body, handling } of records) {
    if (histories.has(id)) continue;
    writeDraft(vault, { record: id, kind, base: [], body, handling, since: 0, updated: 1 });
    refresh(vault, [id]);
  }
}

/** What is lacking of everything here, when some of it is held, by a number that says which. */
function lackOf({ vault }: Session, seed: number, share: number): Lack {
  const rows = vault.sqlite.prepare<[], { id: string; record: string }>('SELECT id, record FROM revision').all();
  const isHeld = (id: string) => (Number.parseInt(id.slice(0, 8), 16) ^ seed) % 100 < share;
  const lacking = rows.filter(({ id }) => !isHeld(id));
  const ids = new Set(lacking.map(({ id }) => id));
  return {
    records: new Set(lacking.map(({ record }) => record)),
    lacks: (revision) => ids.has(revision),
    lacksAttachment: (sha256) => !isHeld(sha256),
  };
}

function audiencesIn({ circle }: CanaryVault): Audience[] {
  const [organisations, persons] = [circle.organisations, circle.persons].map((all) =>
    [...all.keys()].map((id) => RecordId.parse(id)),
  );
  return [
    { kind: 'board' },
    ...(organisations ?? []).slice(0, 3).map((organisation): Audience => ({ kind: 'organisation', organisation })),
    { kind: 'group', organisations: (organisations ?? []).slice(0, 2) },
    { kind: 'persons', persons: (persons ?? []).slice(0, 1) },
  ];
}

describe('what somebody lacks', () => {
  it('is the same whether the gate looks at everything, or only at what is lacking and what bears on it', async () => {
    const session = await aSession('Secretariat', 'secretariat');
    const { sqlite } = session.vault;
    fc.assert(
      fc.property(seedsOfVaults(), fc.nat(), fc.constantFrom(0, 50, 90, 99, 100), (seed, which, share) => {
        const generated = vaultWithCanaries(seed);
        sqlite.exec('BEGIN');
        try {
          keep(session, generated, session);
          const lack = lackOf(session, which, share);
          for (const audience of audiencesIn(generated)) {
            const whole = releaseFor(session, { of: 'everything' }, audience, 'revisions');
            const expected = withoutHeld(whole.release, lack);
            const { release, explanation } = releaseLacking(session, { of: 'everything' }, audience, lack);
            expect(release.revisions).toEqual(expected.revisions);
            expect(release.attachments).toEqual(expected.attachments);
            expect(explanation).toEqual(explanationOfLack(whole.explanation, expected.revisions, lack));
            // A selection, too: the gate looks at what bears on it, and says what it would say of everything.
            const records = [...lack.records].map((id) => RecordId.parse(id));
            const selection = { of: 'records', records } as const;
            const selected = releaseFor(session, selection, audience, 'revisions');
            const of = ({ record }: { readonly record: string }) => lack.records.has(record);
            expect(selected.release.revisions).toEqual(whole.release.revisions.filter(({ revision }) => of(revision)));
            expect(selected.explanation.records).toEqual(whole.explanation.records.filter(of));
          }
        } finally {
          sqlite.exec('ROLLBACK');
        }
      }),
      { numRuns: runs(12) },
    );
  });

  it('names nobody by an id that was joined with another', async () => {
    const session = await aSession('Secretariat', 'secretariat');
    const northmark = aMember(session, 'Northmark').id;
    const audience = { kind: 'organisation', organisation: northmark } as const;
    const mark = strictTo(session.vault.installation.organisation);
    const body = { name: 'Quiet Harbour', membership: 'none', doNotName: true };
    const make = () => createRecord(session, 'organisation', body, { mark }).id;
    const { gone } = joinRecords(session, make(), make(), {}, 'the same');
    const link = { type: 'recordLink', attrs: { record: gone } };
    const content = [
      { type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: 'them', marks: [link] }] },
    ];
    const named = aPaper(session, { body: { type: 'doc', content } }).id;
    const other = aPaper(session, { body: aDocument('Nobody') }).id;
    shareDrafts(session, 'all');
    const lack: Lack = { records: new Set([named, other]), lacks: () => true, lacksAttachment: () => true };
    for (const { release } of [
      releaseLacking(session, { of: 'everything' }, audience, lack),
      releaseFor(session, { of: 'records', records: [named, other] }, audience, 'revisions'),
    ]) {
      expect(release.revisions.map(({ revision }) => revision.record)).toEqual([other]);
    }
  });

  it('is judged with the portions of a paper at hand, which may already be there', async () => {
    const session = await aSession('Secretariat', 'secretariat');
    const northmark = aMember(session, 'Northmark').id;
    const audience = { kind: 'organisation', organisation: northmark } as const;
    const paper = aPaper(session, { body: aDocument('Everything') }).id;
    const [before] = shareDrafts(session, [paper]);
    const placeholder = crypto.randomUUID();
    const distribution = { to: 'named' as const, organisations: [northmark], persons: [] };
    createRecord(
      session,
      'portion',
      { paper, placeholder, body: aDocument('The rest') },
      { mark: { label: 'TLP:AMBER', distribution } },
    );
    const portion = { type: 'portion', attrs: { id: 'p', placeholder } };
    editRecord(session, paper, { body: { type: 'doc', content: [portion] } });
    shareDrafts(session, 'all');
    const lack: Lack = {
      records: new Set([paper]),
      lacks: (revision) => revision === before?.id,
      lacksAttachment: () => true,
    };
    const { release } = releaseLacking(session, { of: 'everything' }, audience, lack);
    expect(release.revisions.map(({ revision }) => revision.id)).toEqual([before?.id]);
  });
});
