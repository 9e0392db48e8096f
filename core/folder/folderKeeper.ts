import type { z } from 'zod';
import type { Event } from '../../contract/events.ts';
import type { FolderState as StateSchema } from '../../contract/folder/calls.ts';
import { sameJson } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import type { Vault } from '../vault/vault.ts';
import { readFolder } from './exchangeFolder.ts';
import { type FolderMemory, lookAtFolder, NOTHING_SEEN } from './lookAtFolder.ts';

export type FolderState = z.infer<typeof StateSchema>;

/** What is known of the open vault's exchange folder, from look to look. */
export interface FolderKeeper {
  /** As it was last looked at. */
  state(): FolderState;
  /** Looks once more, one look at a time. Tells the windows (`folderChanged`) when something is different. */
  look(): Promise<{ readonly state: FolderState; readonly unsettled: boolean }>;
  /** What was seen does not count any more: another folder was chosen, or something of it became known. */
  forget(): void;
}

const NONE: FolderState = { state: 'none', offers: [], unfinished: 0 };

export function createFolderKeeper(vault: () => Vault | undefined, announce: (event: Event) => void): FolderKeeper {
  let memory: FolderMemory = NOTHING_SEEN;
  let last: { readonly vault: Vault; readonly state: FolderState } | undefined;
  let looking: Promise<{ state: FolderState; unsettled: boolean }> | undefined;
  /** Changes when what a look under way finds is out of date already. */
  let turn = 0;

  function state(): FolderState {
    const open = vault();
    if (open === undefined) return NONE;
    if (last?.vault === open) return last.state;
    const path = readFolder(open);
    return path === undefined ? NONE : { ...NONE, state: 'there', path };
  }

  async function lookOnce(): Promise<{ state: FolderState; unsettled: boolean }> {
    const open = vault();
    const path = open && readFolder(open);
    if (open === undefined || path === undefined) {
      memory = NOTHING_SEEN;
      last = undefined;
      return { state: NONE, unsettled: false };
    }
    const before = state();
    const began = turn;
    if (last !== undefined && (last.vault !== open || last.state.path !== path)) memory = NOTHING_SEEN;
    const found = await stateOf(open, path, memory);
    // Locked, or another meaning, while it was looked at.
    if (vault() !== open || turn !== began) return lookOnce();
    memory = found.memory;
    last = { vault: open, state: found.state };
    if (!sameJson(asJson(before), asJson(found.state))) announce({ event: 'folderChanged' });
    return { state: found.state, unsettled: found.unsettled };
  }

  return {
    state,
    look() {
      looking ??= lookOnce().finally(() => {
        looking = undefined;
      });
      return looking;
    },
    forget() {
      turn += 1;
      memory = { seen: memory.seen, judged: new Map() };
      last = undefined;
    },
  };
}

/** One look at a folder, which may be out of reach. */
export async function stateOf(
  vault: Vault,
  path: string,
  memory: FolderMemory,
): Promise<{ state: FolderState; memory: FolderMemory; unsettled: boolean }> {
  try {
    const look = await lookAtFolder(vault, path, memory);
    const { offers, unfinished } = look;
    return { ...look, state: { state: 'there', path, offers, unfinished } };
  } catch {
    return { state: { ...NONE, state: 'gone', path }, memory: NOTHING_SEEN, unsettled: false };
  }
}
