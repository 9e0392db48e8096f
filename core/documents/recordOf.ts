import type { PrintedDocument } from '../../contract/documents/calls.ts';
import type { RecordId } from '../../domain/records/ids.ts';

/** Documents that a release of records is enough for: no notes of one's own, no earlier issue. */
export type OfRecord = Exclude<
  Extract<
    PrintedDocument,
    { meeting: RecordId } | { paper: RecordId } | { adoption: RecordId } | { dossier: RecordId }
  >,
  { what: 'annotations' | 'supplement' }
>;

/** The record that a document is named after: the meeting of an agenda or of lists of people, a paper, an adoption, a dossier; none of a list. */
export function recordOf(document: OfRecord | Extract<PrintedDocument, { what: 'supplement' }>): RecordId;
export function recordOf(document: PrintedDocument): RecordId | undefined;
export function recordOf(document: PrintedDocument): RecordId | undefined {
  if ('meeting' in document) return document.meeting;
  if ('adoption' in document) return document.adoption;
  if ('dossier' in document) return document.dossier;
  return 'paper' in document ? document.paper : undefined;
}
