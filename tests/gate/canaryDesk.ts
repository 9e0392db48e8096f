import { createHash, createPrivateKey } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { realSurroundings, type Surroundings } from '../../core/context.ts';
import { addCard, ownCard, verifyCard } from '../../core/exchange/cards.ts';
import { joinNetwork } from '../../core/exchange/checkManifest.ts';
import { declineBundle } from '../../core/exchange/declineBundle.ts';
import { openBundle } from '../../core/exchange/openBundle.ts';
import { sealBundle } from '../../core/exchange/sealBundle.ts';
import { signedBytes } from '../../core/exchange/signedCard.ts';
import { signSsh, sshPublicKey } from '../../core/exchange/sshsig.ts';
import { unwatched } from '../../core/jobs/work.ts';
import { addRevisions } from '../../core/records/addRevisions.ts';
import { attachFile } from '../../core/records/attachFile.ts';
import { createRecord } from '../../core/records/createRecord.ts';
import { shareDrafts } from '../../core/records/shareDrafts.ts';
import { releaseFor } from '../../core/release/releaseFor.ts';
import type { Session } from '../../core/session.ts';
import { createVault } from '../../core/vault/createVault.ts';
import { generateInstallationKeys, type InstallationKeys } from '../../core/vault/installation.ts';
import { CardContent } from '../../domain/exchange/card.ts';
import type { Mark } from '../../domain/handling/handling.ts';
import { DELETED } from '../../domain/records/deletion.ts';
import { type InstallationId, naturalId, RecordId, RevisionId } from '../../domain/records/ids.ts';
import { canonicalJson } from '../../domain/records/json.ts';
import { asJson, type SignedRevision } from '../../domain/records/revision.ts';
import { decrypted } from '../helpers/bundleBytes.ts';
import { type CanaryVault, vaultWithCanaries } from '../helpers/vaultsWithCanaries.ts';
import type { Open } from './everyForm.ts';

export const PASSPHRASE = 'five canaries in one cage';
export const WORK_FACTOR = 4;

/** A real encrypted vault that holds what was generated from a seed, and what came to it in bundles. */
export interface CanaryDesk {
  readonly session: Session;
  readonly generated: CanaryVault;
  /** An installation of every organisation, verified here. */
  readonly installations: readonly InstallationId[];
  /** Opens whatever was sealed here. */
  readonly open: Open;
  /** A folder for what it writes. */
  readonly folder: string;
  close(): void;
}

/** Makes desks, one for each seed, below a folder that the caller removes. */
export interface CanaryDesks {
  desk(seed: number): Promise<CanaryDesk>;
  close(): void;
}

const NETWORK = naturalId('network', 'Exercise Meridian');

/** A clock that stands still, so that a case is the same whenever it is tried. */
const surroundings: Surroundings = { ...realSurroundings, now: () => Date.parse('2027-03-03T18:12:07Z') };

export async function canaryDesks(root: string): Promise<CanaryDesks> {
  const neighbour = await aNeighbour(root);
  const keys = await Promise.all(Array.from({ length: 8 }, () => generateInstallationKeys()));
  const identities = keys.map(({ age }) => age.secret.toString('utf8'));
  const open: Open = (sealed) =>
    decrypted(sealed, sealed.includes('-> scrypt') ? { passphrase: PASSPHRASE } : { identities });
  let made = 0;
  return {
    async desk(seed) {
      made += 1;
      const folder = join(root, `desk ${made}`);
      mkdirSync(folder);
      const generated = vaultWithCanaries(seed);
      const seat = RecordId.parse(generated.holder.person);
      const organisation = RecordId.parse(generated.holder.organisation);
      const holder = {
        seat,
        name: 'Ada Morn',
        organisation,
        organisationName: 'Secretariat',
        role: 'secretariat',
      } as const;
      const { vault } = await createVault(join(folder, 'Vault.amberdesk'), {
        passphrase: 'seven quiet herons at noon',
        holder,
        surroundings,
        workFactor: WORK_FACTOR,
      });
      const session: Session = { vault, surroundings, announce() {} };
      joinNetwork(vault, NETWORK);
      const lines = [...generated.histories.values()].flat();
      lines.push(...deletionsIn(generated));
      addRevisions(
        session,
        lines.map((revision) => ({ revision, line: canonicalJson(asJson(revision)) })),
        'generated',
      );
      for (const content of generated.files.values()) await vault.blobs.add(content);
      await neighbour.sendTo(session);
      createRecord(
        session,
        'paper',
        { title: DRAFTED, purpose: DRAFTED, type: 'note', language: 'en' },
        { mark: toNobodyElse(seat) },
      );
      const bodies = generated.records.filter(({ kind, id }) => kind === 'organisation' && id !== organisation);
      const installations = keys.flatMap((key, at) => {
        const body = bodies[at];
        return body === undefined ? [] : [cardOf(session, key, body.id, at)];
      });
      return {
        session,
        generated,
        installations,
        open,
        folder,
        close() {
          vault.close();
          rmSync(folder, { recursive: true, force: true });
        },
      };
    },
    close: () => neighbour.close(),
  };
}

/** The revisions that delete what is deleted, each for a reason of its own. */
function deletionsIn({ records, histories }: CanaryVault): SignedRevision[] {
  return records
    .filter(({ deleted }) => deleted)
    .flatMap(({ id }, at) => {
      const history = histories.get(id) ?? [];
      const last = history.at(-1);
      if (last === undefined) return [];
      const built = new Set(history.flatMap(({ parents }) => parents));
      const parents = history.map((one) => one.id).filter((one) => !built.has(one));
      const reason = `canary-${String(980_000 + at)}-end`;
      const digest = createHash('sha256').update(`${last.id} deleted`).digest('hex');
      return [{ ...last, id: RevisionId.parse(digest), parents, body: { ...last.body, [DELETED]: { reason } } }];
    });
}

/** Gives the desk the card of an organisation's installation, whose holder somebody here has met. */
function cardOf(session: Session, { id, signing, age }: InstallationKeys, organisation: RecordId, at: number) {
  const content = CardContent.parse({
    amberdesk: 'card',
    format: 1,
    name: `Seat ${at}`,
    organisation,
    organisationName: `Body ${at}`,
    seat: naturalId('person', `seat ${at}`),
    role: 'member',
    signingKey: sshPublicKey(Buffer.from(signing.public, 'base64')),
    ageRecipient: age.public,
    created: '2027-03-01T09:00Z',
  });
  const key = createPrivateKey({ key: signing.secret, format: 'der', type: 'pkcs8' });
  addCard(session, { ...content, signature: signSsh(key, 'amberdesk-card', signedBytes(content)) });
  verifyCard(session, id, 'Ada Morn');
  return id;
}

/** The canary of a paper that its writer has not shared, and that is for nobody else. */
export const DRAFTED = 'canary-990003-end';

function toNobodyElse(person: RecordId): Mark {
  return { label: 'TLP:RED', distribution: { to: 'named', organisations: [], persons: [person] } };
}

/** Canaries in what the neighbour sends: none of them is anything that a desk has taken. */
export const SENT = { declined: 'canary-990001-end', staged: 'canary-990002-end' } as const;

/** A capital whose bundles every desk gets: one that it declines, and one that it has not decided upon. */
async function aNeighbour(root: string) {
  const name = 'Northmark';
  const organisation: RecordId = naturalId('organisation', name);
  const { vault } = await createVault(join(root, 'Neighbour.amberdesk'), {
    passphrase: 'seven quiet herons at noon',
    holder: { seat: naturalId('person', name), name, organisation, organisationName: name, role: 'member' },
    surroundings,
    workFactor: WORK_FACTOR,
  });
  const session: Session = { vault, surroundings, announce() {} };
  joinNetwork(vault, NETWORK);
  createRecord(session, 'organisation', { name, membership: 'member' }, { id: organisation });
  const files: [keyof typeof SENT, string][] = [];
  for (const fate of ['declined', 'staged'] as const) {
    const words = SENT[fate];
    const { id } = createRecord(session, 'paper', { title: words, purpose: words, type: 'note', language: 'en' });
    await attachFile(session, id, { name: `${words}.csv`, mediaType: 'text/csv' }, Buffer.from(words));
    shareDrafts(session, 'all');
    files.push([fate, join(root, `${fate}.amber`)]);
    const audience = { kind: 'organisation', organisation } as const;
    const { release } = releaseFor(session, { of: 'records', records: [id] }, audience, 'revisions');
    await sealBundle(unwatched, session, {
      release,
      addressees: [],
      passphrase: PASSPHRASE,
      purpose: 'contribution',
      file: join(root, `${fate}.amber`),
      workFactor: WORK_FACTOR,
    });
  }
  const card = ownCard(session);
  return {
    async sendTo(desk: Session) {
      addCard(desk, card);
      verifyCard(desk, vault.installation.id, 'Ada Morn');
      for (const [fate, file] of files) {
        const { bundle } = await openBundle(unwatched, desk, file, { passphrase: PASSPHRASE });
        if (fate === 'declined') declineBundle(desk, bundle);
      }
    },
    close: () => vault.close(),
  };
}
