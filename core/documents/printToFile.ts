import type { PrintOptions } from '../../contract/documents/calls.ts';
import { type Block, RichText } from '../../domain/papers/richText.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { sameJson } from '../../domain/records/json.ts';
import { asJson, type Body } from '../../domain/records/revision.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { writeOutput } from '../files/writeOutput.ts';
import type { Work } from '../jobs/work.ts';
import { readVersion } from '../records/historyOf.ts';
import { readRecord, requireRecord } from '../records/recordView.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { appendJournal } from '../vault/journal.ts';
import type { Vault } from '../vault/vault.ts';
import { printDocument } from './printDocument.ts';

export interface PrintOrder {
  readonly document:
    | { readonly what: 'agenda'; readonly meeting: RecordId }
    | { readonly what: 'paper'; readonly paper: RecordId };
  readonly audience: Audience;
  readonly options: PrintOptions;
  readonly file: string;
}

/**
 * Prints an agenda or a paper for an audience into a file, which must not be there yet. Throws `record.missing`, what
 * `printDocument` and `writeOutput` throw, and then leaves nothing behind.
 */
export function printToFile(work: Work, session: Session, order: PrintOrder) {
  const { document, audience, options, file } = order;
  const id = document.what === 'agenda' ? document.meeting : document.paper;
  requireRecord(session.vault, id);
  const { release, idIn } = releaseFor(session, { of: 'everything' }, audience, 'documents');
  const { pdf, pages, warnings } = printDocument(work, release, {
    document: document.what === 'agenda' ? { what: 'agenda', meeting: idIn(id) } : { what: 'paper', paper: idIn(id) },
    options: { ...options, changed: changedBlocks(session.vault, id, options.changedSince) },
  });
  writeOutput(file, pdf, session.surroundings);
  appendJournal(session.vault, session.surroundings.now(), 'printed', {
    record: id,
    what: document.what,
    audience: asJson(audience),
  });
  return { pages, bytes: pdf.length, warnings: [...warnings] };
}

/** The ids of the text's blocks that are not as they were in a version of the record. None without a version. */
function changedBlocks(vault: Vault, id: RecordId, since: string | undefined): string[] {
  if (since === undefined) return [];
  const before = new Map(blocksOf(readVersion(vault, id, since).body).map((block) => [block.attrs.id, block]));
  return blocksOf(readRecord(vault, id).body)
    .filter((block) => !sameJson(block, before.get(block.attrs.id)))
    .map((block) => block.attrs.id);
}

function blocksOf(body: Body): readonly Block[] {
  const document = RichText.safeParse(body.body);
  return document.success ? document.data.content : [];
}
