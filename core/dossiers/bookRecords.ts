import { AmberdeskError } from '../../domain/errors.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import { type Circle, withMembership } from '../../domain/handling/circle.ts';
import { audienceParties, markCoversAll } from '../../domain/handling/covers.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { sameJson } from '../../domain/records/json.ts';
import { own } from '../../domain/records/own.ts';
import { readVersion } from '../records/historyOf.ts';
import { type RecordView, readRecord } from '../records/recordView.ts';
import { findDraft, findRecord, type RecordRow } from '../records/rows.ts';
import type { Vault } from '../vault/vault.ts';

/** The dossier. Throws `record.missing` for anything else. */
export function requireBook(vault: Vault, id: RecordId): RecordView {
  const book = readRecord(vault, id);
  if (book.kind !== 'dossier') throw new AmberdeskError('record.missing', { record: id });
  return book;
}

/** Whether a paper may go to the bodies invited to the open session: by its mark as it holds now. */
export function isOpenEnough(circle: Circle): (paper: Pick<RecordRow, 'handling' | 'body'>) => boolean {
  const [first, ...others] = withMembership(circle, 'invited').map((id) => RecordId.parse(id));
  const parties = first === undefined ? [] : audienceParties({ kind: 'community', bodies: [first, ...others] }, circle);
  return ({ handling, body }) => {
    const mark = effectiveHandling(handling, body);
    const isOpen = mark.label === 'TLP:GREEN' || mark.label === 'TLP:CLEAR';
    // Where nobody is invited yet, what the community may have is open enough.
    const { to } = mark.distribution;
    const reaches = parties.length > 0 ? markCoversAll(mark, parties, circle) : to === 'community' || to === 'everyone';
    return isOpen && reaches;
  };
}

/** What of a paper is read in a book. */
const READ = ['title', 'number', 'openNumber', 'from', 'asks', 'purpose', 'body', 'attachments', 'language'] as const;

/** Whether a paper still says what a shared version of it says; no, where that version is not here. */
export function isAsItWas(
  vault: Vault,
  { paper, version }: { readonly paper: string; readonly version?: string | undefined },
): boolean {
  const row = findRecord(vault, paper);
  if (row === undefined) return false;
  if (version === undefined) return true;
  if (row.heads.length === 1 && row.heads[0] === version && findDraft(vault, paper) === undefined) return true;
  try {
    const before = readVersion(vault, RecordId.parse(row.id), version).body;
    return READ.every((field) => sameJson(own(before, field) ?? null, own(row.body, field) ?? null));
  } catch (error) {
    if (error instanceof AmberdeskError && error.code === 'record.noSuchVersion') return false;
    throw error;
  }
}
