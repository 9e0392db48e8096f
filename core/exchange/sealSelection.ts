import type { z } from 'zod';
import type { Purpose, Selection } from '../../contract/exchange/calls.ts';
import type { InstallationId, RecordId } from '../../domain/records/ids.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { Explanation } from '../../domain/release/explain.ts';
import type { Work } from '../jobs/work.ts';
import { listRecords } from '../records/listRecords.ts';
import { shareDrafts } from '../records/shareDrafts.ts';
import { keptDrafts, unshareDrafts } from '../records/unshareDrafts.ts';
import { wantedOf } from '../release/gatherMaterial.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { type SealedBundle, sealBundle } from './sealBundle.ts';

export interface SealOrder {
  readonly selection: z.infer<typeof Selection>;
  readonly audience: Audience;
  readonly addressees: readonly InstallationId[];
  readonly passphrase?: string | undefined;
  readonly purpose: z.infer<typeof Purpose>;
  readonly meeting?: RecordId | undefined;
  readonly file: string;
  readonly volumeBytes?: number | undefined;
}

/**
 * Shares the drafts of what was selected, lays it before the gate, and seals what came through. When nothing could be
 * sealed, the drafts are as they were. Throws what `sealBundle` throws.
 */
export async function sealSelection(
  work: Work,
  session: Session,
  order: SealOrder,
): Promise<SealedBundle & { readonly explanation: Explanation }> {
  const { selection, audience, addressees, purpose, file, passphrase, meeting, volumeBytes } = order;
  const drafted = draftedAmong(session, selection);
  const drafts = keptDrafts(session, drafted);
  const shared = shareDrafts(session, drafted);
  try {
    work.progress(0, 0, 'exchange.releasing');
    const { release, explanation } = releaseFor(session, selection, audience, 'revisions');
    work.check();
    const sealed = await sealBundle(work, session, {
      release,
      explanation,
      addressees,
      purpose,
      file,
      ...(passphrase === undefined ? {} : { passphrase }),
      ...(meeting === undefined ? {} : { meeting }),
      ...(volumeBytes === undefined ? {} : { volumeBytes }),
    });
    return { ...sealed, explanation };
  } catch (error) {
    unshareDrafts(session, shared, drafts);
    throw error;
  }
}

/** What would go to the audience if it were sealed now, and what would not, and why. Changes nothing. */
export function explainSealing(
  session: Session,
  selection: z.infer<typeof Selection>,
  audience: Audience,
): Explanation {
  const { sqlite } = session.vault;
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    shareDrafts(session, draftedAmong(session, selection));
    return releaseFor(session, selection, audience, audience.kind === 'self' ? 'documents' : 'revisions').explanation;
  } finally {
    sqlite.exec('ROLLBACK');
  }
}

function draftedAmong({ vault }: Session, selection: z.infer<typeof Selection>): RecordId[] {
  const records = listRecords(vault);
  const wanted = wantedOf(records, selection);
  return records.filter(({ id, draft }) => draft && (wanted?.has(id) ?? true)).map(({ id }) => id);
}
