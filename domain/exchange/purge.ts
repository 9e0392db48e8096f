import { z } from 'zod';
import { Mark } from '../handling/handling.ts';
import { InstallationId, RecordId, RevisionId } from '../records/ids.ts';
import type { JsonObject } from '../records/json.ts';
import { Minute, type SignedRevision } from '../records/revision.ts';
import { objects, text } from '../records/text.ts';

/** How many purges one manifest carries, and how many revisions one purge names. */
export const PURGE_LIMITS = { acts: 200, revisions: 1000, marks: 64 } as const;

/** What a purge says and its signature covers. */
export const PurgeContent = z.strictObject({
  amberdesk: z.literal('purge'),
  format: z.literal(1),
  network: RecordId,
  record: RecordId,
  /** The revisions that go; none: the whole record, for good, with what is still to come of it. */
  revisions: z.array(RevisionId).max(PURGE_LIMITS.revisions),
  /** The marks that these revisions had: the act goes where they could have gone. */
  marks: z.array(Mark).max(PURGE_LIMITS.marks),
  /** Who orders it: an installation of the originator. */
  installation: InstallationId,
  seat: RecordId,
  organisation: RecordId,
  at: Minute,
  reason: z.string().min(1).max(2000),
});
export type PurgeContent = z.infer<typeof PurgeContent>;

/** A purge as it travels: its content, signed (armoured SSHSIG over the canonical JSON of the content). */
export const Purge = PurgeContent.extend({ signature: z.string().max(1024) });
export type Purge = z.infer<typeof Purge>;

/** Whether a purge takes everything of its record. */
export function isWhole({ revisions }: Pick<PurgeContent, 'revisions'>): boolean {
  return revisions.length === 0;
}

/** Whether it is an order: signed, to be passed on. What a desk lets go of its own copies is unsigned, and holds there alone. */
export function isOrder({ signature }: Pick<Purge, 'signature'>): boolean {
  return signature !== '';
}

type Named = Pick<PurgeContent, 'record' | 'revisions' | 'organisation'>;

/** Whether a purge takes away this revision: it is one of those named, or of the record that goes, and of its originator. */
export function takesAway(purge: Named, revision: Pick<SignedRevision, 'id' | 'record' | 'handling'>): boolean {
  if (revision.record !== purge.record || revision.handling.originator !== purge.organisation) return false;
  return isWhole(purge) || purge.revisions.some((id) => id === revision.id);
}

/**
 * Whether a revision is of a comment or a cue on a record that goes whole, of what was blacked out in it, of a seat of whoever it is, of its adoption or of an
 * answer to that, of what was marked in minutes, whose words it may quote. It goes too, whoever wrote it, where the purge has taken away the record itself: so nobody removes comments on what others wrote.
 */
export function isRemarkOn(purge: Named, { kind, body }: Pick<SignedRevision, 'kind' | 'body'>): boolean {
  return isWhole(purge) && aboutOf(kind, body).includes(purge.record);
}

/** The records that one of these kinds is about. */
function aboutOf(kind: string, body: JsonObject): string[] {
  switch (kind) {
    case 'comment':
    case 'cue':
      return [text(body.record)];
    case 'redaction':
      return [text(body.paper)];
    case 'participant':
      return [text(body.person)];
    case 'adoption':
      return objects(body.put).map(({ record }) => text(record));
    case 'answer':
      return [text(body.adoption)];
    case 'decision':
    case 'action':
    case 'recommendation':
      return body.minutes === undefined ? [] : [text(body.minutes)];
    default:
      return [];
  }
}
