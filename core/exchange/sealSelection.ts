import type { z } from 'zod';
import type { Purpose, Selection } from '../../contract/exchange/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Notice } from '../../domain/exchange/manifest.ts';
import { type InstallationId, RecordId } from '../../domain/records/ids.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { Explanation } from '../../domain/release/explain.ts';
import type { Lack } from '../../domain/release/lacking.ts';
import { type BundleAudience, isForBundles, isOutside } from '../../domain/release/material.ts';
import { isReleasedOutside } from '../../domain/release/release.ts';
import { referenceOf } from '../../domain/replies/replyForm.ts';
import { figuresIn } from '../annexes/filesOf.ts';
import type { Work } from '../jobs/work.ts';
import { itemTimes } from '../meetings/itemTimes.ts';
import { planNews } from '../meetings/planNews.ts';
import { lackedBy, withDrafts } from '../receipts/lacking.ts';
import { draftedRecords } from '../records/rows.ts';
import { shareDrafts } from '../records/shareDrafts.ts';
import { keptDrafts, unshareDrafts } from '../records/unshareDrafts.ts';
import { wantedIn } from '../release/gatherMaterial.ts';
import { type FoundMention, mentionsOf } from '../release/mentions.ts';
import { type Outcome, releaseFor, releaseLacking } from '../release/releaseFor.ts';
import { revisionsAhead } from '../release/sharedAhead.ts';
import type { Session } from '../session.ts';
import { type Readable, readableCopies } from './readableCopies.ts';
import { type SealedBundle, sealBundle } from './sealBundle.ts';

type Selected = z.infer<typeof Selection>;

export interface SealOrder {
  readonly selection: Selected;
  readonly audience: Audience;
  readonly addressees: readonly InstallationId[];
  readonly passphrase?: string | undefined;
  /** Leaves out what all addressees have. */
  readonly delta?: boolean | undefined;
  readonly purpose: z.infer<typeof Purpose>;
  readonly meeting?: RecordId | undefined;
  /** Of a notice: what it warns of, in words. */
  readonly notice?: Notice | undefined;
  readonly file: string;
  readonly volumeBytes?: number | undefined;
  /** For who has not got the application: readable copies, and a form for the answer. For bodies outside the board. */
  readonly readable?: Readable | undefined;
}

export type ExplainOrder = Pick<SealOrder, 'selection' | 'audience' | 'delta'> & {
  readonly addressees?: readonly InstallationId[] | undefined;
};

/** What the gate said, and how many records were left out because every addressee has them. */
export interface Told {
  readonly explanation: Explanation;
  readonly held: number;
}

/** What the gate says beforehand. */
export interface Explained extends Told {
  /** Withheld names in what goes. */
  readonly mentions: readonly FoundMention[];
}

/**
 * Shares the drafts of what was selected, lays it before the gate, and seals what came through; with `delta`, what of it
 * one of the addressees lacks. When nothing could be sealed, the drafts are as they were. Throws what `sealBundle`
 * throws; with `delta`, `bundle.nothingLacking`, and `bundle.noReceipts` for those of whom nothing can be known.
 */
export async function sealSelection(work: Work, session: Session, order: SealOrder): Promise<SealedBundle & Told> {
  const { selection, audience, addressees, purpose, file, passphrase, meeting, volumeBytes } = order;
  if (order.delta === true) requireReceipts(audience, addressees);
  if (!isForBundles(audience)) throw new AmberdeskError('release.withheld');
  if (order.readable !== undefined && !isOutside(audience.kind)) throw new AmberdeskError('input.invalid', 'readable');
  const drafted = draftedAmong(session, selection);
  const drafts = keptDrafts(session, drafted);
  const shared = shareDrafts(session, drafted);
  try {
    work.progress(0, 0, 'exchange.releasing');
    const { release, explanation, held, idIn } = outcomeOf(session, order, audience);
    work.check();
    if (order.delta === true && release.revisions.length === 0 && order.notice === undefined)
      throw new AmberdeskError('bundle.nothingLacking');
    const bundle = session.surroundings.randomId();
    const told = planNews(session, { release, explanation, audience, addressees, idIn });
    const readable =
      order.readable === undefined || !isReleasedOutside(release)
        ? {}
        : await readableCopies(work, release, order.readable, {
            meeting: meeting === undefined ? undefined : idIn(meeting),
            reference: referenceOf(bundle),
            news: told.news,
            startsAt: startsFor(session, audience, meeting, idIn),
            files: figuresIn(work, session, release),
          });
    const sealed = await sealBundle(work, session, {
      release,
      bundle,
      ...readable,
      explanation,
      told,
      ...(order.notice === undefined ? {} : { notice: order.notice }),
      addressees,
      purpose,
      file,
      words: { answers: selection.of === 'everything' },
      ...(passphrase === undefined ? {} : { passphrase }),
      ...(meeting === undefined ? {} : { meeting }),
      ...(volumeBytes === undefined ? {} : { volumeBytes }),
    });
    return { ...sealed, explanation, held };
  } catch (error) {
    unshareDrafts(session, shared, drafts);
    throw error;
  }
}

/**
 * What would go to the audience if it were sealed now, and what would not, and why. Changes nothing, and keeps nobody
 * from writing meanwhile.
 */
export function explainSealing(session: Session, order: ExplainOrder): Explained {
  const { selection, audience, addressees = [] } = order;
  const ahead = revisionsAhead(session, draftedAmong(session, selection));
  if (order.delta === true) {
    requireReceipts(audience, addressees);
    const lack = withDrafts(lackedBy(session.vault, addressees), ahead);
    const { explanation, release } = releaseLacking(session, selection, audience, lack, ahead);
    const held = heldAmong(session, selection, explanation);
    return { explanation, held, mentions: mentionsOf(session, release) };
  }
  const product = audience.kind === 'self' ? 'documents' : 'revisions';
  const { explanation, release } = releaseFor(session, selection, audience, product, ahead);
  return { explanation, held: 0, mentions: mentionsOf(session, release) };
}

function outcomeOf<A extends BundleAudience>(session: Session, order: SealOrder, audience: A): Outcome<A> & Told {
  const { selection, addressees } = order;
  if (order.delta !== true) return { ...releaseFor(session, selection, audience, 'revisions'), held: 0 };
  const lack: Lack = lackedBy(session.vault, addressees);
  const made = releaseLacking(session, selection, audience, lack);
  return { ...made, held: heldAmong(session, selection, made.explanation) };
}

function requireReceipts(audience: Audience, addressees: readonly InstallationId[]): void {
  if (isOutside(audience.kind) || audience.kind === 'self' || addressees.length === 0) {
    throw new AmberdeskError('bundle.noReceipts');
  }
}

/** How many of the selected records that are shared the explanation of a delta does not name. */
function heldAmong({ vault }: Session, selection: Selected, { records }: Explanation): number {
  const shared = vault.sqlite.prepare<[], number>('SELECT COUNT(DISTINCT record) FROM revision').pluck().get() ?? 0;
  const all = selection.of === 'everything' ? shared : sharedAmong(vault, selection);
  return Math.max(0, all - records.length);
}

function sharedAmong(vault: Session['vault'], selection: Exclude<Selected, { of: 'everything' }>): number {
  const wanted = wantedIn(vault, selection);
  const isShared = vault.sqlite.prepare<[string], number>('SELECT 1 FROM revision WHERE record = ? LIMIT 1').pluck();
  return [...(wanted ?? [])].filter((id) => isShared.get(id) === 1).length;
}

function draftedAmong({ vault }: Session, selection: Selected): RecordId[] {
  const drafted = draftedRecords(vault).map((id) => RecordId.parse(id));
  if (drafted.length === 0 || selection.of === 'everything') return drafted;
  const wanted = wantedIn(vault, selection);
  return drafted.filter((id) => wanted?.has(id) ?? true);
}

/** When items begin, for a guest, by the ids of the release: what comes before their own is not in it. */
function startsFor(
  session: Session,
  audience: Audience,
  meeting: RecordId | undefined,
  idIn: (record: RecordId) => RecordId,
): Readonly<Record<string, number>> | undefined {
  if (audience.kind !== 'guest' || meeting === undefined) return undefined;
  return Object.fromEntries(itemTimes(session, meeting).map(({ item, starts }) => [idIn(item), starts]));
}
