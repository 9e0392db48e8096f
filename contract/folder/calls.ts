import { z } from 'zod';
import { call, NOTHING } from '../call.ts';
import { ChosenFile } from '../chosenFile.ts';

/** A bundle that lies in the exchange folder, whole and not known here. Nobody has opened it. */
export const FolderOffer = z.object({
  /** What tells this sealed file from any other, whatever it is called. */
  mark: z.string(),
  /** The file, or its volumes in order: what `exchange.open` takes. */
  files: z.array(ChosenFile).min(1),
  bytes: z.number(),
  /** Whether it needs a passphrase; else it is addressed to this installation. */
  underPassphrase: z.boolean(),
  /** When its last byte was written there, UTC, in minutes. */
  at: z.string(),
});

/**
 * The folder that an engine outside of Amberdesk synchronises. `gone`: it cannot be reached at this moment, as when a
 * stick is pulled out; it is looked for again by itself.
 */
export const FolderState = z.object({
  state: z.enum(['none', 'there', 'gone']),
  path: z.string().optional(),
  offers: z.array(FolderOffer),
  /** How many bundles are still arriving, or incomplete. They are left alone. */
  unfinished: z.int(),
});

/** Why a folder cannot be the exchange folder. */
export const FolderProblem = z.enum(['notWhole', 'missing', 'notFolder', 'unusable', 'vault']);

export const folderCalls = {
  /** The exchange folder as it was last looked at. */
  read: call(NOTHING, FolderState),
  /** Whether a folder could be chosen, while its path is being typed. `notWhole`: it is not a whole path yet. */
  check: call(z.object({ path: z.string().max(4096) }), z.object({ problem: FolderProblem.optional() })),
  choose: call(z.object({ path: z.string().max(4096) }), FolderState, [
    'folder.missing',
    'folder.unusable',
    'folder.vault',
  ]),
  /** There is no exchange folder any more; nothing in it is touched. */
  leave: call(NOTHING, NOTHING),
  /** Looks now, at the exchange folder or at another one, and waits until what is being written there has settled. */
  look: call(z.object({ path: z.string().max(4096).optional() }), FolderState),
  /** Does not offer this bundle again. The file stays where it is. */
  dismiss: call(z.object({ mark: z.string().max(100) }), NOTHING),
  /** Takes `dismiss` back. */
  offerAgain: call(z.object({ mark: z.string().max(100) }), NOTHING),
  /** A free name in the exchange folder that tells nothing: what `exchange.seal` takes as `file`. */
  place: call(NOTHING, z.object({ file: z.string() }), ['folder.none', 'folder.gone']),
};
