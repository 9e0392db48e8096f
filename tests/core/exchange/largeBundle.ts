import { createHash, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCorpus } from '../../../core/bench/corpus.ts';
import { realSurroundings } from '../../../core/context.ts';
import { addCard, ownCard, verifyCard } from '../../../core/exchange/cards.ts';
import { packRecords } from '../../../core/exchange/recordLines.ts';
import { sealBundle } from '../../../core/exchange/sealBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { signRevision } from '../../../core/records/signing.ts';
import { releaseFor } from '../../../core/release/releaseFor.ts';
import type { Session } from '../../../core/session.ts';
import { createVault } from '../../../core/vault/createVault.ts';
import { readAgeIdentity, readAgeRecipient, readSigningKey } from '../../../core/vault/installation.ts';
import { naturalId, type RecordId, type RevisionId } from '../../../domain/records/ids.ts';
import { canonicalJson, type JsonObject } from '../../../domain/records/json.ts';
import { asJson, type SignedRevision } from '../../../domain/records/revision.ts';
import { archive, contentsOf, decrypted, encrypted, entriesIn, signedEntries } from '../../helpers/bundleBytes.ts';

/**
 * What a large bundle is made of: very many ordinary records, of which some were changed and some in two places at once;
 * texts as long as a line may be; as many revisions as can be; one long text that was changed again and again.
 */
export type Shape = 'ordinary' | 'long' | 'short' | 'history';

/** A bundle for a capital that has the sender's card, and nothing else. */
export interface LargeBundle {
  readonly file: string;
  /** The capital's vault, closed. */
  readonly folder: string;
  readonly passphrase: string;
  readonly revisions: number;
}

const PASSPHRASE = 'seven quiet herons at noon';
const MIB = 1024 * 1024;
/** Just under what a line may have. */
const LONG = 3.9 * MIB;
const CORPUS = createCorpus();

async function aSession(root: string, name: string, role: 'secretariat' | 'member'): Promise<Session> {
  const holder = {
    seat: naturalId('person', name),
    name,
    organisation: naturalId('organisation', name),
    organisationName: name,
    role,
  };
  const folder = join(root, `${name}.amberdesk`);
  const { vault } = await createVault(folder, { passphrase: PASSPHRASE, holder, workFactor: 4 });
  return { vault, surroundings: realSurroundings, announce: () => {} };
}

/** Seals the network's own records for the capital: what a large bundle is made from. */
async function aSmallOne(root: string, from: Session, to: Session): Promise<string> {
  const secretariat = from.vault.installation.organisation;
  createRecord(from, 'network', { name: 'Exercise Meridian', symbol: 'EM', secretariat });
  createRecord(from, 'organisation', { name: 'Secretariat', membership: 'secretariat' }, { id: secretariat });
  const { organisation, organisationName: name } = to.vault.installation;
  createRecord(from, 'organisation', { name, membership: 'member' }, { id: organisation });
  shareDrafts(from, 'all');
  const { release } = releaseFor(from, { of: 'everything' }, { kind: 'board' }, 'revisions');
  const file = join(root, 'Small.amber');
  const addressees = [to.vault.installation.id];
  await sealBundle(unwatched, from, { release, addressees, purpose: 'dossier', file });
  return file;
}

type Parts = { readonly record: RecordId; readonly parents: readonly RevisionId[]; readonly body: JsonObject };

/** Signs revisions of papers as the Secretariat. */
function signer({ vault }: Session, key: KeyObject) {
  const { id: author, seat, organisation: originator } = vault.installation;
  let number = 0;
  return ({ record, parents, body }: Parts): SignedRevision => {
    number += 1;
    const nonce = createHash('sha256').update(String(number)).digest('hex').slice(0, 32);
    const handling = {
      label: 'TLP:AMBER' as const,
      distribution: { to: 'board' as const },
      originator,
      caveats: [],
      chathamHouse: false,
    };
    const kind = 'paper';
    const content = {
      record,
      kind,
      parents: [...parents],
      author,
      seat,
      at: '2027-03-03T18:12Z',
      nonce,
      handling,
      body,
    };
    return signRevision(content, key);
  };
}

function longBody(title: string, size: number): JsonObject {
  const words = Array.from({ length: 20 }, (_, index) => JSON.stringify(CORPUS.record(index).body.body)).join(' ');
  const text = words.replaceAll(/[^\p{L} ]/gu, '').slice(0, 2000);
  const block = (id: string) => ({
    type: 'paragraph',
    attrs: { id },
    content: [{ type: 'text', text: `${text.slice(id.length * 7)} ${id}` }],
  });
  const paragraphs = Math.floor((size - 1500) / (Buffer.byteLength(JSON.stringify(block('p1000'))) + 1));
  const content = Array.from({ length: paragraphs }, (_, index) => block(`p${index}`));
  return { title, type: 'note', status: 'drafting', language: 'en', body: { type: 'doc', content } };
}

/** The revisions of a shape, one after the other, without end. */
function* revisionsOf(shape: Shape, sign: (parts: Parts) => SignedRevision): Generator<SignedRevision> {
  let before: RevisionId[] = [];
  const last = new Map<RecordId, RevisionId>();
  for (let index = 0; ; index += 1) {
    const { id: record, body } = CORPUS.record(index);
    if (shape === 'long') yield sign({ record, parents: [], body: longBody(`Paper ${index}`, LONG) });
    else if (shape === 'short') {
      const { id } = CORPUS.record(index % 50_000);
      const parent = last.get(id);
      const revision = sign({ record: id, parents: parent === undefined ? [] : [parent], body: {} });
      last.set(id, revision.id);
      yield revision;
    } else if (shape === 'history') {
      const revision = sign({ record: CORPUS.record(0).id, parents: before, body: longBody(`Version ${index}`, LONG) });
      before = [revision.id];
      yield revision;
    } else {
      const first = sign({ record, parents: [], body });
      yield first;
      if (index % 5 === 0) yield sign({ record, parents: [first.id], body: { ...body, title: `Changed ${index}` } });
      if (index % 20 === 0) yield sign({ record, parents: [first.id], body: { ...body, title: `Otherwise ${index}` } });
    }
  }
}

/** Makes a bundle whose records have so many bytes before compression, and the vault that it is for, below `root`. */
export async function largeBundle(root: string, shape: Shape, bytes: number): Promise<LargeBundle> {
  const from = await aSession(root, 'Secretariat', 'secretariat');
  const to = await aSession(root, 'Northmark', 'member');
  for (const [here, there] of [
    [from, to],
    [to, from],
  ] as const) {
    addCard(here, ownCard(there));
    verifyCard(here, there.vault.installation.id, 'Ada Morn');
  }
  const small = readFileSync(await aSmallOne(root, from, to));
  const identities = [readAgeIdentity(to.vault)];
  const { manifest, files } = contentsOf(await entriesIn(await decrypted(small, { identities })));
  const key = readSigningKey(from.vault);
  const heads = new Map<string, Set<string>>();
  let [revisions, recordBytes] = [0, 0];

  function* lines(): Generator<string> {
    for (const revision of revisionsOf(shape, signer(from, key))) {
      const line = canonicalJson(asJson(revision));
      if (recordBytes + Buffer.byteLength(line) + 1 > bytes) return;
      recordBytes += Buffer.byteLength(line) + 1;
      revisions += 1;
      const known = heads.get(revision.record) ?? new Set<string>();
      for (const parent of revision.parents) known.delete(parent);
      heads.set(revision.record, known.add(revision.id));
      yield line;
    }
  }

  files.set('records.jsonl.gz', (await packRecords([...lines()])).bytes);
  const totals = { ...(manifest.totals as JsonObject), records: heads.size, revisions, recordBytes };
  const sorted = Object.fromEntries([...heads].map(([record, ids]) => [record, [...ids].sort()]));
  const entries = signedEntries({ manifest: { ...manifest, heads: sorted, totals }, files }, key);
  const file = join(root, 'Large.amber');
  writeFileSync(file, await encrypted(await archive(entries), { recipients: [readAgeRecipient(to.vault)] }));
  const { folder } = to.vault;
  for (const { vault } of [from, to]) vault.close();
  return { file, folder, passphrase: PASSPHRASE, revisions };
}
