import type { Manifest } from '../../domain/exchange/manifest.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { withdrawRevisions } from '../records/removeRevisions.ts';
import type { Session } from '../session.ts';
import { backupVault } from '../vault/backups.ts';
import { appendJournal } from '../vault/journal.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import { findRecall, keepRecall, noteBuiltUpon } from './recalls.ts';

const statementsOf = preparedOnce((sqlite) => ({
  received: sqlite
    .prepare<[string, string, string], string>(
      "SELECT state FROM bundle WHERE id = ? AND direction = 'in' AND sender = ? AND digest = ?",
    )
    .pluck(),
  withdraw: sqlite.prepare<[string]>("UPDATE bundle SET state = 'recalled' WHERE id = ?"),
  dropRows: sqlite.prepare<[string]>(
    `DELETE FROM staged_revision WHERE bundle = ? AND
     (state <> 'accepted' OR revision NOT IN (SELECT id FROM revision))`,
  ),
  dropBlobs: sqlite.prepare<[string]>('DELETE FROM staged_blob WHERE bundle = ?'),
  files: sqlite.prepare<[string], { file: string }>('SELECT file FROM staged_blob WHERE bundle = ?'),
}));

type Recalling = Pick<Manifest, 'recalls' | 'bundle' | 'created'>;

interface Carrier {
  readonly manifest: Recalling;
  readonly sender: { readonly installation: string };
}

/** What went with recalled bundles: records that are not what they were, and files in `staging/`. */
export interface Withdrawn {
  readonly changed: readonly RecordId[];
  readonly files: readonly { readonly file: string }[];
}

/** Backs up before an accepted bundle is withdrawn. */
export function backUpBeforeRecalls({ vault, surroundings }: Session, { manifest, sender }: Carrier): void {
  const { received } = statementsOf(vault.sqlite);
  const states = (manifest.recalls ?? []).map(({ bundle, digest }) =>
    received.get(bundle, sender.installation, digest),
  );
  if (states.includes('accepted')) backupVault(vault, { surroundings, reason: 'import' });
}

/**
 * Carries out what a sender asks back of its own bundles: what nobody decided on, or declined, is withdrawn; what was
 * accepted is taken back as far as nothing was built upon it. A bundle that did not arrive yet is withdrawn when it
 * does. Of others' bundles, or under another digest, nothing happens. Part of the caller's transaction, after which the
 * files that are given back go.
 */
export function carryOutRecalls(session: Session, sender: string, manifest: Recalling): Withdrawn {
  const { vault } = session;
  const { received } = statementsOf(vault.sqlite);
  const all = (manifest.recalls ?? []).flatMap((one) => {
    const state = received.get(one.bundle, sender, one.digest);
    keepRecall(vault, sender, one, manifest);
    return state === undefined || state === 'recalled' ? [] : [withdraw(session, sender, one.bundle)];
  });
  return { changed: all.flatMap(({ changed }) => changed), files: all.flatMap(({ files }) => files) };
}

function withdraw(session: Session, sender: string, bundle: string): Withdrawn {
  const { vault, surroundings } = session;
  const statements = statementsOf(vault.sqlite);
  const { changed, builtUpon } = withdrawRevisions(session, bundle);
  const files = statements.files.all(bundle);
  statements.dropRows.run(bundle);
  statements.dropBlobs.run(bundle);
  statements.withdraw.run(bundle);
  const recall = findRecall(vault, bundle, sender);
  if (recall !== undefined) noteBuiltUpon(vault, recall, builtUpon);
  appendJournal(vault, surroundings.now(), 'bundle.recalled', { bundle, builtUpon: builtUpon.length });
  return { changed, files };
}
