import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addCard, ownCard, verifyCard } from '../../../core/exchange/cards.ts';
import { type SealedBundle, type SealRequest, sealBundle } from '../../../core/exchange/sealBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { attachFile } from '../../../core/records/attachFile.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { releaseFor } from '../../../core/release/releaseFor.ts';
import type { Session } from '../../../core/session.ts';
import { createVault } from '../../../core/vault/createVault.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import { naturalId, RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { BundleAudience } from '../../../domain/release/material.ts';
import { aClock, aFolder, PASSPHRASE, WORK_FACTOR } from '../../helpers/aVault.ts';

export const SECRETARIAT = naturalId('organisation', 'Network Secretariat');
export const TAVANIA = naturalId('organisation', 'QT');
export const NORTHMARK = naturalId('organisation', 'QN');

/** One installation of the invented network, with its vault open until the test ends. */
export interface Desk {
  readonly session: Session;
  readonly clock: ReturnType<typeof aClock>;
}

export async function aDesk(
  organisation: RecordId,
  organisationName: string,
  name: string,
  role: 'secretariat' | 'member' | 'guest',
): Promise<Desk> {
  const clock = aClock(Date.parse('2026-03-03T18:12:07Z'));
  const seat = naturalId('person', name);
  const { vault } = await createVault(join(aFolder(), 'Vault.amberdesk'), {
    passphrase: PASSPHRASE,
    holder: { seat, name, organisation, organisationName, role },
    surroundings: clock,
    workFactor: WORK_FACTOR,
  });
  onTestFinished(() => vault.close());
  return { session: { vault, surroundings: clock, announce: () => {} }, clock };
}

/** Two desks exchange cards and compare the digits. */
export function meet(one: Desk, other: Desk): void {
  for (const [here, there] of [
    [one, other],
    [other, one],
  ] as const) {
    addCard(here.session, ownCard(there.session));
    verifyCard(here.session, there.session.vault.installation.id, 'Ada Morn');
  }
}

export const AN_ID = (): RecordId => RecordId.parse(crypto.randomUUID());

/** A Secretariat with the network's own records, and two capitals that have met it in person, with empty vaults. */
export async function aNetwork(): Promise<{ secretariat: Desk; tavania: Desk; northmark: Desk }> {
  const secretariat = await aDesk(SECRETARIAT, 'Secretariat', 'Ada Morn', 'secretariat');
  const tavania = await aDesk(TAVANIA, 'Republic of Tavania', 'Ilse Varnholt', 'member');
  const northmark = await aDesk(NORTHMARK, 'Kingdom of Northmark', 'Joren Halk', 'member');
  meet(secretariat, tavania);
  meet(secretariat, northmark);
  const make = (kind: string, id: RecordId | undefined, body: JsonObject) =>
    createRecord(secretariat.session, kind, body, id === undefined ? {} : { id });
  make('network', undefined, { name: 'Invented Network', shortName: 'IN', symbol: 'CB', secretariat: SECRETARIAT });
  make('organisation', SECRETARIAT, { name: 'Secretariat', type: 'secretariat', membership: 'secretariat' });
  make('organisation', undefined, { name: 'Republic of Tavania', type: 'state', code: 'QT', membership: 'member' });
  make('organisation', undefined, { name: 'Kingdom of Northmark', type: 'state', code: 'QN', membership: 'member' });
  return { secretariat, tavania, northmark };
}

/** A paper of the Secretariat's, unshared. */
export function aPaper(desk: Desk, title: string, body: JsonObject = {}, mark?: Mark): RecordId {
  const made = createRecord(
    desk.session,
    'paper',
    {
      title,
      type: 'note',
      status: 'drafting',
      language: 'en',
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: `On ${title}.` }] }],
      },
      ...body,
    },
    mark === undefined ? {} : { mark },
  );
  return made.id;
}

export async function attach(desk: Desk, paper: RecordId, bytes = randomBytes(100_000)): Promise<Buffer> {
  await attachFile(desk.session, paper, { name: 'Annex.pdf', mediaType: 'application/pdf' }, bytes);
  return bytes;
}

/** Shares everything and seals it for an audience, to the desks given. */
export async function seal(
  from: Desk,
  to: readonly Desk[],
  changes: Partial<Omit<SealRequest, 'release'>> & { audience?: BundleAudience; records?: RecordId[] } = {},
): Promise<SealedBundle & { file: string }> {
  shareDrafts(from.session, 'all');
  const { audience = { kind: 'board' }, records, ...request } = changes;
  const selection = records === undefined ? ({ of: 'everything' } as const) : ({ of: 'records', records } as const);
  const { release } = releaseFor(from.session, selection, audience, 'revisions');
  const file = join(aFolder(), 'Dossier.amber');
  const sealed = await sealBundle(unwatched, from.session, {
    release,
    addressees: to.map((desk) => desk.session.vault.installation.id),
    purpose: 'dossier',
    file,
    ...request,
  });
  return { ...sealed, file: request.file ?? file };
}
