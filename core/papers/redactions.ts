import { generateNKeysBetween } from 'fractional-indexing';
import { AmberdeskError } from '../../domain/errors.ts';
import { clearanceDigest } from '../../domain/handling/change.ts';
import { unknownParts } from '../../domain/papers/checkDocument.ts';
import { type Redaction, redactPaper } from '../../domain/papers/redaction/redactPaper.ts';
import { RichText } from '../../domain/papers/richText.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { Body } from '../../domain/records/revision.ts';
import { objects, text } from '../../domain/records/text.ts';
import { createRecord } from '../records/createRecord.ts';
import { handledLike } from '../records/handledLike.ts';
import { linksTo } from '../records/links.ts';
import { hasRecord, type RecordView, readRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';

export interface RedactOrder {
  readonly paper: RecordId;
  /** The digest of what the person looked at. */
  readonly digest: string;
  readonly passages: readonly Redaction[];
  readonly attachments: readonly string[];
}

/**
 * Makes a redacted version of a paper, and the record of what was blacked out in it, in one transaction. The version has
 * the paper's mark; clearing it further is an act of its own. Throws `record.kind`, `record.conflict`,
 * `record.notOriginator`, `paper.unknownNodes` (nobody here could tell what is in such a part), `redaction.nothing`,
 * `redaction.changed`, and `redaction.stands` (details: how many) while words that were blacked out stand elsewhere in it.
 */
export function redact(session: Session, order: RedactOrder): { version: RecordId; redaction: RecordId } {
  const { vault, surroundings } = session;
  return inTransaction(session, (changed) => {
    const paper = readRecord(vault, order.paper);
    requireRedactable(session, paper, order.digest);
    const newId = () => surroundings.randomId();
    const { body, passages, standing } = redactPaper(paper.body, order.passages, {
      attachments: order.attachments,
      newId,
    });
    if (passages.length === 0) throw new AmberdeskError('redaction.nothing', { paper: paper.id });
    if (standing.length > 0) throw new AmberdeskError('redaction.stands', { passages: standing.length });
    const version = createRecord(session, 'paper', Body.parse({ ...body, status: 'drafting' }), handledLike(paper));
    const keys = generateNKeysBetween(null, null, passages.length);
    const redaction = createRecord(session, 'redaction', {
      paper: paper.id,
      version: version.id,
      digest: order.digest,
      passages: passages.map(({ words, reason }, at) => ({ id: newId(), order: keys[at] ?? '', words, reason })),
    });
    changed.add(version.id).add(redaction.id);
    return { version: version.id, redaction: redaction.id };
  });
}

function requireRedactable({ vault }: Session, paper: RecordView, digest: string): void {
  const { id, kind, body, handling, conflicted, deleted } = paper;
  if (kind !== 'paper') throw new AmberdeskError('record.kind', { kind });
  if (deleted) throw new AmberdeskError('record.missing', { record: id });
  if (conflicted) throw new AmberdeskError('record.conflict', { record: id });
  if (handling.originator !== vault.installation.organisation) {
    throw new AmberdeskError('record.notOriginator', { record: id });
  }
  const document = RichText.safeParse(body.body);
  const unknown = document.success ? unknownParts(document.data) : [];
  if (unknown.length > 0) throw new AmberdeskError('paper.unknownNodes', { paths: unknown.slice(0, 20) });
  if (clearanceDigest(body) !== digest) throw new AmberdeskError('redaction.changed', { paper: id });
}

/** What a paper has to do with redaction. Throws `record.missing`. */
export function redactionsOf({ vault }: Session, id: RecordId) {
  const paper = readRecord(vault, id);
  const about = linksTo(vault, id)
    .map(({ field, record }) => ({ field, view: readRecord(vault, record) }))
    .filter(({ view }) => view.kind === 'redaction' && !view.deleted);
  const other = (view: RecordView, field: 'paper' | 'version'): RecordView | undefined => {
    const named = RecordId.safeParse(view.body[field]);
    const there = named.success && hasRecord(vault, named.data) ? readRecord(vault, named.data) : undefined;
    return there?.deleted === false ? there : undefined;
  };
  const isOutdated = (view: RecordView, source: RecordView): boolean =>
    clearanceDigest(source.body) !== text(view.body.digest);
  const versions = about.flatMap(({ field, view }) => {
    const version = field === 'paper' ? other(view, 'version') : undefined;
    return version === undefined
      ? []
      : [{ paper: version.id, title: version.title, outdated: isOutdated(view, paper) }];
  });
  const [of] = about.flatMap(({ field, view }) => {
    const source = field === 'version' ? other(view, 'paper') : undefined;
    if (source === undefined) return [];
    return [
      {
        paper: source.id,
        title: source.title,
        redaction: view.id,
        outdated: isOutdated(view, source),
        passages: objects(view.body.passages).length,
      },
    ];
  });
  return {
    digest: clearanceDigest(paper.body),
    mayRedact:
      paper.kind === 'paper' &&
      !paper.deleted &&
      !paper.conflicted &&
      paper.handling.originator === vault.installation.organisation,
    versions,
    ...(of === undefined ? {} : { of }),
  };
}
