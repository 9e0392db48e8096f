import { createPrivateKey, type KeyObject } from 'node:crypto';
import { DirectoryAct as Act, type DirectoryAct } from '../../domain/directory/entry.ts';
import { type Card, CardContent } from '../../domain/exchange/card.ts';
import type { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { minuteOf } from '../context.ts';
import { keepWaitingRoot, makeRoot, type Root } from '../directory/root.ts';
import { foundingLinks, keepNew, signEntry } from '../directory/signEntry.ts';
import { addCard, ownCard, verifyCard } from '../exchange/cards.ts';
import { signedBytes } from '../exchange/signedCard.ts';
import { signSsh, sshPublicKey } from '../exchange/sshsig.ts';
import type { Session } from '../session.ts';
import { generateInstallationKeys, readSigningKey } from '../vault/installation.ts';
import type { NetworkFile } from './exerciseFiles.ts';
import { holderOf } from './seats.ts';

type Installation = NetworkFile['installations'][number];

/** An installation of an invented holder. Its private keys are kept nowhere: nobody signs or opens anything with them. */
interface Invented {
  readonly installation: InstallationId;
  readonly card: Card;
  readonly of: Installation;
}

/** What the directory of the exercise is made of. */
export interface ExerciseDirectory {
  readonly root: Root;
  readonly invented: readonly Invented[];
}

/** Makes the root, and the cards of the invented installations. Changes nothing yet. */
export async function prepareExerciseDirectory(session: Session, file: NetworkFile): Promise<ExerciseDirectory> {
  return { root: makeRoot(), invented: await Promise.all(file.installations.map((of) => invent(session, file, of))) };
}

async function invent({ surroundings }: Session, file: NetworkFile, of: Installation): Promise<Invented> {
  const { id, signing, age } = await generateInstallationKeys('classic');
  const key: KeyObject = createPrivateKey({ key: signing.secret, format: 'der', type: 'pkcs8' });
  const content = CardContent.parse({
    amberdesk: 'card',
    format: 1,
    ...holderOf(file, of.person, 'member'),
    signingKey: sshPublicKey(Buffer.from(signing.public, 'base64')),
    ageRecipient: age.public,
    created: minuteOf(surroundings.now()),
  });
  return {
    installation: id,
    card: { ...content, signature: signSsh(key, 'amberdesk-card', signedBytes(content)) },
    of,
  };
}

/**
 * Begins the exercise's directory: its root waits to be put on paper, seats are admitted, one has ended, one installation
 * is revoked, and one card waits to be verified. Part of the caller's transaction; telling is the caller's.
 */
export function beginExerciseDirectory(
  session: Session,
  network: RecordId,
  { root, invented }: ExerciseDirectory,
): void {
  const { vault, surroundings } = session;
  const quiet = { ...session, announce: () => {} };
  for (const { card, of, installation } of invented) {
    addCard(quiet, card);
    if (!of.unverified) verifyCard(quiet, installation, vault.installation.name, 'inPerson');
  }
  // All entries are kept at once: the chain is gone through from its beginning each time.
  const links = foundingLinks(quiet, root, { network, keys: 'classic', card: ownCard(quiet) });
  const at = minuteOf(surroundings.now());
  const key = readSigningKey(vault);
  for (const act of actsOf(invented)) {
    const previous = links.at(-1);
    if (previous === undefined) throw new TypeError('The directory has no beginning.');
    const { entry, digest } = previous;
    const number = entry.number + 1;
    links.push(signEntry({ network, number, previous: digest, at, act, signer: vault.installation.id }, key));
  }
  keepNew(quiet, links, network);
  keepWaitingRoot(vault, root);
}

/** Who is admitted, in their order; then who has ended and who is revoked. */
function actsOf(invented: readonly Invented[]): DirectoryAct[] {
  const admitted = invented
    .filter(({ of }) => !of.unverified)
    .map(({ card, of }) => {
      const { seat: person, organisation, role } = card;
      return Act.parse({ is: 'admit', card, person, organisation, role, ...(of.ends && { ends: of.ends }) });
    });
  const past = invented.flatMap(({ of, installation }): DirectoryAct[] => {
    if (of.revoked !== undefined) return [{ is: 'revoke', installation, reason: of.revoked, accepted: [] }];
    if (of.successor === undefined) return [];
    const successor = invented.find((one) => one.of.person === of.successor)?.installation;
    if (successor === undefined) throw new TypeError(`Nobody succeeds ${of.person}.`);
    return [{ is: 'end', installation, why: 'successor', successor, accepted: [] }];
  });
  return [...admitted, ...past];
}
