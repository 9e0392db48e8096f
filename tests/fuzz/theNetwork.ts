import { type KeyObject, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realSurroundings } from '../../core/context.ts';
import { admit, foundDirectory } from '../../core/directory/acts.ts';
import { waitingRoot } from '../../core/directory/root.ts';
import { acceptBundle } from '../../core/exchange/acceptBundle.ts';
import type { SealTo } from '../../core/exchange/ageHeader.ts';
import { addCard, ownCard, verifyCard } from '../../core/exchange/cards.ts';
import { openBundle } from '../../core/exchange/openBundle.ts';
import { sealBundle } from '../../core/exchange/sealBundle.ts';
import { unwatched } from '../../core/jobs/work.ts';
import { attachFile } from '../../core/records/attachFile.ts';
import { createRecord } from '../../core/records/createRecord.ts';
import { editRecord } from '../../core/records/editRecord.ts';
import { shareDrafts } from '../../core/records/shareDrafts.ts';
import { releaseFor } from '../../core/release/releaseFor.ts';
import type { Session } from '../../core/session.ts';
import { createVault } from '../../core/vault/createVault.ts';
import { readAgeIdentity, readAgeRecipient, readSigningKey } from '../../core/vault/installation.ts';
import { type InstallationId, naturalId, type RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { type Contents, contentsOf, decrypted, type Entry, entriesIn } from '../helpers/bundleBytes.ts';

const SECRETARIAT = naturalId('organisation', 'Network Secretariat');
export const BUNDLE_PASSPHRASE = 'a quiet river at dawn';

/** A sound bundle that cases begin with. */
export interface Base {
  readonly name: string;
  readonly bytes: Buffer;
  readonly tar: Buffer;
  readonly entries: readonly Entry[];
  readonly contents: Contents;
  /** Who sealed it and wrote what is inside, so that it can be signed again. */
  readonly by: Session;
  /** How it is encrypted again. */
  readonly to: SealTo;
}

/** The vault that is attacked, closed, and what is known of it. */
export interface Target {
  readonly folder: string;
  /** Its data key in hexadecimal. */
  readonly key: string;
  readonly paper: RecordId;
  readonly meeting: RecordId;
  /** To whom it can seal again. */
  readonly secretariat: InstallationId;
}

/** A key and its fingerprint. */
export interface Signer {
  readonly id: InstallationId;
  readonly key: KeyObject;
}

/** A Secretariat and a capital that send, and the capital whose vault is attacked. */
export interface FuzzNetwork {
  readonly bases: readonly Base[];
  /** Who signs the directory: the root and the Secretariat, and a member, which may not. */
  readonly signers: readonly Signer[];
  /** What the attacked vault sealed: receipts for these count. */
  readonly sent: readonly { readonly bundle: string; readonly digest: string }[];
  readonly target: Target;
  close(): void;
}

async function aVault(
  root: string,
  folder: string,
  organisation: RecordId,
  name: string,
  role: 'secretariat' | 'member',
) {
  const seat = naturalId('person', name);
  const { vault } = await createVault(join(root, `${folder}.amberdesk`), {
    passphrase: 'seven quiet herons at noon',
    holder: { seat, name, organisation, organisationName: name, role },
    workFactor: 4,
  });
  return { vault, surroundings: realSurroundings, announce: () => {} } satisfies Session;
}

async function sealed(...order: Parameters<typeof sealedBy>): Promise<string> {
  return (await sealedBy(...order)).file;
}

async function sealedBy(
  root: string,
  from: Session,
  to: Session | 'passphrase',
  selection: 'all' | RecordId[] = 'all',
) {
  shareDrafts(from, 'all');
  const chosen =
    selection === 'all' ? ({ of: 'everything' } as const) : ({ of: 'records', records: selection } as const);
  const { release } = releaseFor(from, chosen, { kind: 'board' }, 'revisions');
  const file = join(root, `${crypto.randomUUID()}.amber`);
  const { bundle, digest } = await sealBundle(unwatched, from, {
    release,
    purpose: 'dossier',
    file,
    ...(to === 'passphrase'
      ? { addressees: [], passphrase: BUNDLE_PASSPHRASE, workFactor: 4 }
      : { addressees: [to.vault.installation.id] }),
  });
  return { file, bundle, digest };
}

async function receive(session: Session, file: string): Promise<void> {
  const { bundle } = await openBundle(unwatched, session, file);
  await acceptBundle(session, bundle);
}

function meet(one: Session, other: Session): void {
  for (const [here, there] of [
    [one, other],
    [other, one],
  ] as const) {
    addCard(here, ownCard(there));
    verifyCard(here, there.vault.installation.id, 'Ada Morn');
  }
}

const block = (id: string, text: string): JsonObject => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});

/** Every kind of record once, with all that hangs on it. */
async function fill(
  secretariat: Session,
  members: readonly Session[],
): Promise<{ paper: RecordId; meeting: RecordId }> {
  const make = (kind: string, body: JsonObject, id?: RecordId) =>
    createRecord(secretariat, kind, body, id === undefined ? {} : { id }).id;
  make('network', { name: 'Exercise Meridian', shortName: 'EM', symbol: 'CB', secretariat: SECRETARIAT });
  make('organisation', { name: 'Secretariat', type: 'secretariat', membership: 'secretariat' }, SECRETARIAT);
  for (const { vault } of members) {
    const { organisation, organisationName } = vault.installation;
    make('organisation', { name: organisationName, membership: 'member' }, organisation);
  }
  const person = make('person', { name: 'Ilse Varnholt', organisation: SECRETARIAT });
  const meeting = make('meeting', { title: 'Eighth', type: 'regular', starts: '2027-03-11', ends: '2027-03-12' });
  const session = make('session', { meeting, day: 1, starts: '09:00', ends: '12:00', access: 'closed' });
  const paper = make('paper', {
    meeting,
    title: 'Water in the valley',
    type: 'note',
    status: 'drafting',
    language: 'en',
    from: [SECRETARIAT],
    asks: [{ id: 'a1', order: 'a0', text: 'Take note' }],
    body: { type: 'doc', content: ['p1', 'p2', 'p3'].map((id) => block(id, `Paragraph ${id}.`)) },
  });
  make('agendaItem', { meeting, session, title: 'Water', order: 'a0', papers: [paper], minutes: 30 });
  make('comment', {
    record: paper,
    text: 'Well put',
    anchor: { block: 'p1', quote: 'Paragraph', before: '', after: '' },
  });
  make('comment', { record: person, text: 'Known', anchor: { block: '', quote: '', before: '', after: '' } });
  const annex = { name: 'Annex.pdf', mediaType: 'application/pdf' };
  await attachFile(secretariat, paper, annex, randomBytes(20_000));
  return { paper, meeting };
}

/** Everything is made below `root`, which the caller removes. */
export async function theNetwork(root: string): Promise<FuzzNetwork> {
  const secretariat = await aVault(root, 'secretariat', SECRETARIAT, 'Secretariat', 'secretariat');
  const northmark = await aVault(root, 'northmark', naturalId('organisation', 'QN'), 'Northmark', 'member');
  const made = await aVault(root, 'tavania', naturalId('organisation', 'QT'), 'Tavania', 'member');
  for (const [one, other] of [
    [secretariat, northmark],
    [secretariat, made],
    [northmark, made],
  ] as const) {
    meet(one, other);
  }
  const { paper, meeting } = await fill(secretariat, [northmark, made]);
  await foundDirectory(secretariat, 'classic');
  for (const { vault } of [northmark, made]) await admit(secretariat, { installation: vault.installation.id });
  const accepted = await sealed(root, secretariat, made);
  await receive(made, accepted);
  await receive(northmark, await sealed(root, secretariat, northmark));
  editRecord(secretariat, paper, { purpose: 'For information', title: 'Water' });
  editRecord(northmark, paper, { purpose: 'For decision' });
  const ours = createRecord(northmark, 'paper', { title: 'Grain', type: 'note', language: 'en' }).id;
  const files = {
    accepted,
    board: await sealed(root, secretariat, made),
    passphrase: await sealed(root, secretariat, 'passphrase'),
    member: await sealed(root, northmark, made, [ours, paper]),
  };
  // What was written here meanwhile, shared and not.
  editRecord(made, paper, { purpose: 'For discussion' });
  shareDrafts(made, 'all');
  const sent = [await sealedBy(root, made, secretariat), await sealedBy(root, made, northmark)];
  createRecord(made, 'paper', { title: 'A draft', type: 'note', language: 'en' });

  const identity = readAgeIdentity(made.vault);
  const recipient = readAgeRecipient(made.vault);
  const bases = await Promise.all(
    Object.entries(files).map(async ([name, file]): Promise<Base> => {
      const bytes = readFileSync(file);
      const locked = name === 'passphrase';
      const tar = await decrypted(bytes, locked ? { passphrase: BUNDLE_PASSPHRASE } : { identities: [identity] });
      const entries = await entriesIn(tar);
      const to = locked ? { passphrase: BUNDLE_PASSPHRASE, workFactor: 4 } : { recipients: [recipient] };
      const by = name === 'member' ? northmark : secretariat;
      return { name, bytes, tar, entries, contents: contentsOf(entries), by, to };
    }),
  );
  const { folder, key } = made.vault;
  const target = {
    folder,
    key: Buffer.from(key).toString('hex'),
    paper,
    meeting,
    secretariat: secretariat.vault.installation.id,
  };
  made.vault.close();
  const waiting = waitingRoot(secretariat.vault);
  if (waiting === undefined) throw new Error('The root is not here.');
  const signer = ({ vault }: Session): Signer => ({ id: vault.installation.id, key: readSigningKey(vault) });
  return {
    bases,
    signers: [waiting, signer(secretariat), signer(northmark)],
    sent,
    target,
    close() {
      secretariat.vault.close();
      northmark.vault.close();
    },
  };
}
