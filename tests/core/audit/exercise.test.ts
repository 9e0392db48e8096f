import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { printOrder } from '../../../core/documents/printOrder.ts';
import { sealBundle } from '../../../core/exchange/sealBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { listRecords } from '../../../core/records/listRecords.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { releaseFor } from '../../../core/release/releaseFor.ts';
import { readJournal } from '../../../core/vault/journal.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { BundleAudience } from '../../../domain/release/material.ts';
import { aFolder, codeOf, WORK_FACTOR } from '../../helpers/aVault.ts';
import { anExercise } from '../exercise/anExercise.ts';

it('lets through what the exercise sends and prints for every audience, in both languages', async () => {
  const session = await anExercise();
  shareDrafts(session, 'all');
  const records = listRecords(session.vault);
  const idsOf = (kind: string, membership?: string): RecordId[] =>
    records
      .filter((one) => one.kind === kind && (membership === undefined || one.body.membership === membership))
      .map(({ id }) => id);
  const [meeting] = idsOf('meeting');
  const papers = idsOf('paper');
  const [member] = idsOf('organisation', 'member');
  const invited = idsOf('organisation', 'invited');
  const [party] = invited;
  const item = idsOf('agendaItem').at(-1);
  if (meeting === undefined || member === undefined || party === undefined || item === undefined) throw new Error();
  const audiences: BundleAudience[] = [
    { kind: 'board' },
    { kind: 'organisation', organisation: member },
    { kind: 'guest', party, item, papers },
    { kind: 'community', bodies: invited.filter((_, at) => at >= 0) },
    { kind: 'public' },
  ];
  const made: (string | undefined)[] = [];
  for (const [at, audience] of audiences.entries()) {
    const options = PrintOptions.parse({ language: at % 2 === 0 ? 'en' : 'fr' });
    // Every third paper, another three for each audience.
    const some = papers.filter((_, place) => place % 3 === at % 3).map((paper) => ({ what: 'paper', paper }) as const);
    for (const document of [{ what: 'agenda', meeting } as const, ...some]) {
      made.push(await codeOf(() => printOrder(unwatched, session, { document, audience, options })));
    }
    const { release } = releaseFor(session, { of: 'everything' }, audience, 'revisions');
    const request = { addressees: [], passphrase: 'five canaries in one cage', workFactor: WORK_FACTOR } as const;
    const file = join(aFolder(), 'Dossier.amber');
    made.push(await codeOf(() => sealBundle(unwatched, session, { ...request, release, purpose: 'dossier', file })));
  }
  const refused = made.filter((code) => code !== undefined);
  expect(new Set(refused)).toEqual(new Set(['release.withheld']));
  expect(made.length - refused.length).toBeGreaterThan(15);
  expect(readJournal(session.vault).map(({ act }) => act)).not.toContain('release.stopped');
});
