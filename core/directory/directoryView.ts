import { z } from 'zod';
import type {
  DirectoryAlarm,
  DirectoryLine,
  Directory as DirectorySchema,
} from '../../contract/directory/directory.ts';
import type { Directory } from '../../domain/directory/chain.ts';
import { actSentence, alarmSentence } from '../../domain/directory/entryWords.ts';
import { fingerprintDigits } from '../../domain/exchange/fingerprintDigits.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { InstallationId } from '../../domain/records/ids.ts';
import { directoryChain } from '../../drizzle/schema.ts';
import { findInstallation, isOwn } from '../exchange/cards.ts';
import type { Session } from '../session.ts';
import { readKeyMode } from '../vault/installation.ts';
import type { Vault } from '../vault/vault.ts';
import { type AlarmRow, listAlarms } from './alarms.ts';
import { fingerprints, readDirectory } from './chainRows.ts';
import { isRootPrinted, isRootWaiting } from './root.ts';
import { allSeats } from './seats.ts';
import { maySign, subjectOf } from './signEntry.ts';

type View = z.input<typeof DirectorySchema>;
type Line = z.input<typeof DirectoryLine>;

/** The directory as people read it; without one, the cards that are here. */
export function directoryView(session: Session, language: Language): View {
  const { vault } = session;
  const directory = readDirectory(vault);
  const seats = allSeats(session);
  const alarms = listAlarms(vault)
    .map((row) => alarmOf(vault, directory, row, language))
    .reverse();
  const common = { ownKeys: readKeyMode(vault), seats, alarms };
  if (directory === undefined) {
    const mayFound = vault.installation.role === 'secretariat';
    return { ...common, founded: false, maySign: false, mayFound, entries: [] };
  }
  const { state } = directory;
  return {
    ...common,
    founded: true,
    network: state.network,
    keys: state.keys,
    head: { number: state.number, digest: state.digest },
    root: { digits: fingerprintDigits(state.root), waiting: isRootWaiting(vault), printed: isRootPrinted(vault) },
    maySign: maySign(vault, state),
    mayFound: false,
    entries: directoryLines(vault, directory, language),
  };
}

/** What a bundle brought of the directory, in sentences, the oldest first. */
export function directoryBrought(vault: Vault, bundle: string, language: Language): string[] {
  const directory = readDirectory(vault);
  if (directory === undefined) return [];
  return directoryLines(vault, directory, language, bundle)
    .map(({ sentence }) => sentence)
    .reverse();
}

/** The entries for reading, the newest first; of one bundle where it is given. */
export function directoryLines(vault: Vault, directory: Directory, language: Language, bundle?: string): Line[] {
  const came = new Map(
    vault.orm
      .select({ digest: directoryChain.digest, received: directoryChain.received, bundle: directoryChain.bundle })
      .from(directoryChain)
      .all()
      .map((row) => [row.digest, row]),
  );
  const held = new Set(directory.trunk.map(({ digest }) => digest));
  const name = (installation: string) => nameOf(vault, directory, installation);
  const roots = rootsOf(directory);
  return [...directory.trunk, ...directory.beside]
    .filter(({ digest }) => bundle === undefined || came.get(digest)?.bundle === bundle)
    .sort((one, other) => other.entry.number - one.entry.number)
    .map(({ entry, digest }): Line => {
      const { act, at, number, signer } = entry;
      const about = subjectOf(entry.act);
      const row = came.get(digest);
      const own = act.is === 'admit' ? `${act.card.name} (${act.card.organisationName})` : '';
      return {
        number,
        digest,
        at,
        sentence: actSentence(act, own, name, language),
        signedBy: roots.has(signer) ? 'root' : 'secretariat',
        signerName: roots.has(signer) ? '' : name(signer),
        ...(about === undefined ? {} : { installation: about }),
        holds: held.has(digest),
        received: row?.received ?? at,
        ...(row?.bundle == null ? {} : { bundle: row.bundle }),
      };
    });
}

function rootsOf({ trunk, beside }: Directory): ReadonlySet<string> {
  const keys = [...trunk, ...beside].flatMap(({ entry: { act } }) =>
    act.is === 'found' || act.is === 'replaceRoot' ? [fingerprints.ofKey(act.root)] : [],
  );
  return new Set(keys.filter((key) => key !== undefined));
}

/** "Bo Ravn (Northmark)", as the directory or a card here says. */
export function nameOf(vault: Vault, directory: Directory | undefined, installation: string): string {
  const card = directory?.state.seats.get(installation)?.admission.card;
  const known = card ?? findInstallation(vault, installation);
  if (known !== undefined) return `${known.name} (${known.organisationName})`;
  if (!isOwn(vault, installation)) return installation.slice(0, 8);
  return `${vault.installation.name} (${vault.installation.organisationName})`;
}

const Fork = z.object({ number: z.number(), branches: z.array(z.string()) });
const NewKey = z.object({ installation: InstallationId, of: z.string().optional() });

function alarmOf(
  vault: Vault,
  directory: Directory | undefined,
  { id, alarm, at, detail, seen }: AlarmRow,
  language: Language,
): z.input<typeof DirectoryAlarm> {
  const common = { id, is: alarm, at, seen: seen !== null };
  if (alarm === 'fork') {
    const { number } = Fork.parse(detail);
    const fork = directory?.forks.find((one) => one.number === number);
    const sentence = alarmSentence({ is: 'fork', number }, '', language);
    return { ...common, sentence, settled: fork === undefined || fork.settled };
  }
  const { installation, of } = NewKey.parse(detail);
  const about = nameOf(vault, directory, installation);
  return {
    ...common,
    sentence: alarmSentence({ is: alarm, same: of === 'same' }, about, language),
    installation,
    settled: false,
  };
}
