import { changedFields } from '../../../domain/records/fieldChanges.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { isOwn } from '../../exchange/cards.ts';
import type { Vault } from '../../vault/vault.ts';
import { type HistoryStep, historySteps, readVersion } from '../historyOf.ts';
import type { State } from '../refresh.ts';
import { type Writer, writersOf } from './writers.ts';

/** A step of a history with what it changed. */
export interface VersionStep extends HistoryStep {
  readonly who: Writer;
  readonly own: boolean;
  /** Nothing older is here. */
  readonly oldest: boolean;
  /** A shared version of what the local step before it says already. */
  readonly repeats: boolean;
  /** The fields in which it differs from what it was made from; a local step from the step before it. */
  readonly fields: readonly string[];
  readonly state: State;
  /** What it was made from, as far as it is here. */
  readonly before: readonly State[];
}

/** As many versions as are looked at together, so that long texts are parsed once and soon forgotten. */
const AT_HAND = 8;

/**
 * The steps of a record's history that say something, the newest first, each computed when it is asked for. Local ones
 * that only keep what was there before an edit are left out. Throws `record.missing`.
 */
export function* versionSteps(vault: Vault, id: RecordId): Generator<VersionStep> {
  const steps = historySteps(vault, id);
  const here = new Set(steps.map(({ version }) => version));
  const read = reader(vault, id);
  const writer = writersOf(vault);
  let newer: VersionStep | undefined;
  for (const [place, step] of steps.entries()) {
    const { author, parents, shared, version } = step;
    const older = steps[place + 1];
    const made = parents?.filter((parent) => here.has(parent)) ?? (older === undefined ? [] : [older.version]);
    const [state, before] = [read(version), made.map(read)];
    const fields = changedFields(before, state);
    const own = author === undefined || isOwn(vault, author);
    const repeats = shared && own && older?.shared === false && saysTheSame(state, read(older.version));
    const said = { ...step, who: writer(author), own, oldest: older === undefined, repeats, fields, state, before };
    if (shared || (fields.length > 0 && !keepsReceived(state, newer))) yield said;
    newer = said;
  }
}

/** Whether a local step only keeps what others wrote, by whose clock it was written later. */
function keepsReceived(state: State, newer: VersionStep | undefined): boolean {
  return newer?.own === false && saysTheSame(newer.state, state);
}

function saysTheSame(one: State, other: State): boolean {
  return changedFields([one], other).length === 0;
}

function reader(vault: Vault, id: RecordId): (version: string) => State {
  const atHand = new Map<string, State>();
  return (version) => {
    const state = atHand.get(version) ?? readVersion(vault, id, version);
    atHand.set(version, state);
    for (const [oldest] of atHand) if (atHand.size > AT_HAND) atHand.delete(oldest);
    return state;
  };
}
