import type { PrintedDocument } from '../../contract/documents/calls.ts';
import type { RecordId } from '../../domain/records/ids.ts';

type OfRecord = Extract<PrintedDocument, { meeting: RecordId } | { paper: RecordId }>;

/** The record that a document is named after: the meeting of an agenda or of lists of people, a paper; none of a list. */
export function recordOf(document: OfRecord): RecordId;
export function recordOf(document: PrintedDocument): RecordId | undefined;
export function recordOf(document: PrintedDocument): RecordId | undefined {
  if ('meeting' in document) return document.meeting;
  return 'paper' in document ? document.paper : undefined;
}
