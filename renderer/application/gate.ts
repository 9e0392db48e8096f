import { create } from 'zustand';
import type { Client } from '../../contract/client.ts';
import { tellError } from './errors.tsx';
import { saveEverything } from './saving.ts';

/** What stands before the vault because the person asked for it; unlocking or the first start when nothing does. */
export type GateScreen =
  | { readonly of: 'unlock' }
  | { readonly of: 'welcome' }
  | { readonly of: 'begin' }
  | { readonly of: 'exercise' }
  | { readonly of: 'network' }
  | { readonly of: 'elsewhere' }
  | { readonly of: 'recover'; readonly folder: string }
  | { readonly of: 'restore'; readonly folder: string }
  | { readonly of: 'newKey'; readonly folder: string };

/** Why the vault is locked, for the person in front of it. */
export type LockReason =
  | 'asked'
  | 'elsewhere'
  | 'idle'
  | 'suspended'
  | 'gone'
  | 'stopped'
  | 'replaced'
  | 'newKey'
  | 'deleted';

interface GateState {
  readonly screen: GateScreen | undefined;
  readonly reason: LockReason | undefined;
  /** Set by who locks the vault in this window: tells it from a locking that comes from elsewhere. */
  readonly expected: LockReason | undefined;
  /** The folder of the vault that was open last. */
  readonly folder: string | undefined;
  /** Where the window goes once what stands before the vault is done with. */
  readonly heading: string | undefined;
  headFor(address: string | undefined): void;
  show(screen: GateScreen | undefined): void;
  expect(reason: LockReason | undefined): void;
  /** A vault is open: what only led to it has done its work. */
  opened(folder: string | undefined): void;
  /** This vault, wherever it is, is the one to unlock. */
  choose(folder: string): void;
  locked(reason: LockReason): void;
}

/** What goes on, or is asked for, while a vault is open. */
const BESIDE_OPEN: readonly GateScreen['of'][] = ['begin', 'exercise', 'network', 'newKey', 'restore'];

export const useGate = create<GateState>((set) => ({
  screen: undefined,
  reason: undefined,
  expected: undefined,
  folder: undefined,
  heading: undefined,
  headFor: (heading) => set({ heading }),
  show: (screen) => set({ screen }),
  expect: (expected) => set({ expected }),
  opened: (folder) =>
    set(({ screen }) => ({
      folder,
      reason: undefined,
      screen: screen !== undefined && BESIDE_OPEN.includes(screen.of) ? screen : undefined,
    })),
  choose: (folder) => set({ folder, screen: { of: 'unlock' } }),
  locked: (reason) =>
    set(({ expected, screen, folder }) => ({
      reason: expected ?? (reason === 'asked' ? 'elsewhere' : reason),
      folder: expected === 'deleted' ? undefined : folder,
      expected: undefined,
      // A first start ends with its vault; another that takes its place is part of what is under way.
      screen: reason !== 'replaced' && (screen?.of === 'begin' || screen?.of === 'exercise') ? undefined : screen,
    })),
}));

/** Saves what was typed, then locks. What could not be saved is told, and does not keep the vault open. */
export async function lockVault(client: Client): Promise<void> {
  await saveEverything().catch(tellError);
  const { expect } = useGate.getState();
  expect('asked');
  try {
    await client.vault.lock({});
  } catch (error) {
    expect(undefined);
    tellError(error);
  }
}

/** Saves what was typed, then shows something that stands before the vault. */
export async function leaveFor(screen: GateScreen): Promise<void> {
  await saveEverything().catch(tellError);
  useGate.getState().show(screen);
}
