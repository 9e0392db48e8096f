import type { PrintedDocument } from '../../contract/documents/calls.ts';
import type { RecordId } from '../../domain/records/ids.ts';

type OfRecord = Extract<PrintedDocument, { what: 'agenda' | 'paper' }>;

/** The record that a document is named after: the meeting of an agenda, a paper; none of a list. */
export function recordOf(document: OfRecord): RecordId;
export function recordOf(document: PrintedDocument): RecordId | undefined;
export function recordOf(document: PrintedDocument): RecordId | undefined {
  if (document.what === 'agenda') return document.meeting;
  return document.what === 'paper' ? document.paper : undefined;
}
