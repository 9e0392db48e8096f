import type { Link } from '../../domain/directory/chain.ts';
import { DirectoryAct as Act, type DirectoryAct } from '../../domain/directory/entry.ts';
import type { KeyMode } from '../../domain/directory/keyMode.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { type Card, isTrusted } from '../../domain/exchange/card.ts';
import { type InstallationId, RecordId } from '../../domain/records/ids.ts';
import { findInstallation, ownCard, requireKeyMode } from '../exchange/cards.ts';
import { networkOf } from '../exchange/checkManifest.ts';
import { readCircle } from '../records/circle.ts';
import type { Session } from '../session.ts';
import { generateAgeKey, readKeyMode, replaceAgeKey } from '../vault/installation.ts';
import { appendJournal } from '../vault/journal.ts';
import type { Vault } from '../vault/vault.ts';
import { lastAccepted } from './beyond.ts';
import { readDirectory } from './chainRows.ts';
import {
  forgetWaitingRoot,
  isRootPrinted,
  keepWaitingRoot,
  makeRoot,
  type Root,
  rootToSign,
  waitingRoot,
} from './root.ts';
import { appendEntry, foundingLinks, keepNew, requireState, signerFor } from './signEntry.ts';

type Typed = readonly string[] | undefined;

/** What is made before a directory is begun: the keys of this installation, where they are of the other sort. */
export interface Founding {
  readonly keys: KeyMode;
  readonly root: Root;
  readonly ageKey: Awaited<ReturnType<typeof generateAgeKey>> | undefined;
}

/** Makes what a directory begins with. Changes nothing yet. */
export async function prepareFounding(session: Session, keys: KeyMode): Promise<Founding> {
  const fits = readKeyMode(session.vault) === keys;
  return { keys, root: makeRoot(), ageKey: fits ? undefined : await generateAgeKey(keys) };
}

/**
 * Begins the directory of this network: its root says so and admits this installation, and waits here to be printed.
 * Part of the caller's transaction.
 */
export function beginDirectory(session: Session, network: RecordId, { keys, root, ageKey }: Founding): void {
  const { vault, surroundings } = session;
  if (ageKey !== undefined) {
    replaceAgeKey(vault, ageKey);
    appendJournal(vault, surroundings.now(), 'keysRenewed', { keys });
  }
  keepNew(session, foundingLinks(session, root, { network, keys, card: ownCard(session) }), network);
  keepWaitingRoot(vault, root);
}

/** Begins the directory of a network that has none. Throws `directory.founded`, `directory.notSecretariat`. */
export async function foundDirectory(session: Session, keys: KeyMode): Promise<Link> {
  const { vault } = session;
  if (readDirectory(vault) !== undefined) throw new AmberdeskError('directory.founded');
  const network = networkOf(vault);
  if (vault.installation.role !== 'secretariat' || network === undefined) {
    throw new AmberdeskError('directory.notSecretariat');
  }
  const founding = await prepareFounding(session, keys);
  vault.sqlite.transaction(() => beginDirectory(session, RecordId.parse(network), founding)).immediate();
  session.announce({ event: 'directoryChanged' });
  const last = readDirectory(vault)?.trunk.at(-1);
  if (last === undefined) throw new AmberdeskError('internal', { directory: 'not begun' });
  return last;
}

export interface AdmitOrder {
  readonly installation: InstallationId;
  readonly homeState?: RecordId | undefined;
  readonly ends?: string | undefined;
  readonly replaces?: InstallationId | undefined;
  readonly root?: Typed;
}

/**
 * Admits an installation whose card is verified or vouched for here, or this one. Throws what `signerFor` throws,
 * `directory.seat`, `directory.doNotName`, `card.unverified`, `card.keyMode`.
 */
export async function admit(session: Session, order: AdmitOrder): Promise<Link> {
  const { vault } = session;
  const card = cardOf(session, order.installation);
  requireNameable(vault, card);
  requireKeyMode(vault, card);
  const { homeState, ends, replaces } = order;
  const act: DirectoryAct = Act.parse({
    is: 'admit',
    card,
    person: card.seat,
    organisation: card.organisation,
    role: card.role,
    ...(homeState === undefined ? {} : { homeState }),
    ...(ends === undefined ? {} : { ends }),
    ...(replaces === undefined
      ? {}
      : { replaces: { installation: replaces, accepted: lastAccepted(vault, replaces) } }),
  });
  return appendEntry(session, act, await signerFor(vault, act, order.root));
}

/** The directory names an installation to every member. Throws `directory.doNotName` where a record here forbids it. */
function requireNameable(vault: Vault, { seat, organisation }: Card): void {
  const { persons, organisations } = readCircle(vault);
  if (persons.get(seat)?.doNotName || organisations.get(organisation)?.doNotName) {
    throw new AmberdeskError('directory.doNotName');
  }
}

function cardOf(session: Session, installation: InstallationId): Card {
  if (installation === session.vault.installation.id) return ownCard(session);
  const known = findInstallation(session.vault, installation);
  if (known === undefined) throw new AmberdeskError('directory.seat', { installation });
  if (known.trust === 'own' || !isTrusted(known.trust)) throw new AmberdeskError('card.unverified', { installation });
  return known.card;
}

export interface EndOrder {
  readonly installation: InstallationId;
  readonly why: 'successor' | 'secondment' | 'left' | 'other';
  readonly successor?: InstallationId | undefined;
  readonly alsoFrom?: readonly string[] | undefined;
  readonly root?: Typed;
}

/**
 * Ends a seat; once more, to let count what had been on its way: what counted by the first ending still does, also where
 * nobody here has taken it yet. Throws what `signerFor` throws, `directory.seat`.
 */
export async function endSeat(session: Session, order: EndOrder): Promise<Link> {
  const { vault } = session;
  const { installation, why, successor, alsoFrom, root } = order;
  const [before = [], ...others] = readDirectory(vault)?.state.seats.get(installation)?.ended?.limits ?? [];
  const counted = others.length === 0 ? before : [];
  const accepted = [...new Set([...lastAccepted(vault, installation, { alsoFrom }), ...counted])].sort();
  const act: DirectoryAct = {
    is: 'end',
    installation,
    why,
    accepted,
    ...(successor === undefined ? {} : { successor }),
  };
  return appendEntry(session, act, await signerFor(vault, act, root));
}

export interface RevokeOrder {
  readonly installation: InstallationId;
  readonly reason: string;
  /** Minutes, UTC: what came here from then on is not accepted. */
  readonly since?: string | undefined;
  readonly alsoFrom?: readonly string[] | undefined;
  readonly root?: Typed;
}

/** Revokes an installation. Throws what `signerFor` throws, `directory.seat`. */
export async function revoke(session: Session, order: RevokeOrder): Promise<Link> {
  const { vault } = session;
  const { installation, reason, since, alsoFrom, root } = order;
  const accepted = lastAccepted(vault, installation, { since, alsoFrom });
  const act: DirectoryAct = { is: 'revoke', installation, reason, accepted };
  return appendEntry(session, act, await signerFor(vault, act, root));
}

/** The root says that the branch that holds here is the right one. */
export async function settle(session: Session, typed: Typed): Promise<Link> {
  return appendEntry(session, { is: 'settle' }, await rootToSign(session.vault, typed));
}

/** Another root takes the place of the present one, which signs for it, and waits here to be printed. */
export async function replaceRoot(session: Session, typed: Typed): Promise<Link> {
  const { vault } = session;
  requireState(vault);
  const former = await rootToSign(vault, typed);
  const next = makeRoot();
  return appendEntry(session, { is: 'replaceRoot', root: next.line }, former, () => keepWaitingRoot(vault, next));
}

/**
 * The root is on paper, and goes from here: it was printed here, or what was typed from the paper proves it. Throws
 * `directory.rootGone`, `directory.notPrinted`, `directory.notRoot`, `key.shares`.
 */
export async function confirmRoot(session: Session, typed: Typed): Promise<void> {
  const { vault, surroundings } = session;
  if (waitingRoot(vault) === undefined) throw new AmberdeskError('directory.rootGone');
  if (typed === undefined && !isRootPrinted(vault)) throw new AmberdeskError('directory.notPrinted');
  if (typed !== undefined) await rootToSign(vault, typed);
  vault.sqlite
    .transaction(() => {
      forgetWaitingRoot(vault);
      appendJournal(vault, surroundings.now(), 'rootConfirmed', {});
    })
    .immediate();
  session.announce({ event: 'directoryChanged' });
}

/** Gives this installation an age key of this sort. Throws `card.keyMode` where the network has the other one. */
export async function renewKeys(session: Session, keys: KeyMode): Promise<void> {
  const { vault, surroundings } = session;
  const network = readDirectory(vault)?.state.keys;
  if (network !== undefined && network !== keys) throw new AmberdeskError('card.keyMode', { network });
  const key = await generateAgeKey(keys);
  vault.sqlite
    .transaction(() => {
      replaceAgeKey(vault, key);
      appendJournal(vault, surroundings.now(), 'keysRenewed', { keys });
    })
    .immediate();
  session.announce({ event: 'directoryChanged' });
}
