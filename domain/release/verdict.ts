import { hasExpired } from '../handling/expiry.ts';
import { isOutcome } from '../outcomes/kinds.ts';
import { RecordId } from '../records/ids.ts';
import { isJsonObject } from '../records/json.ts';
import type { RecordKind } from '../records/kind.ts';
import { kindOf } from '../records/kinds.ts';
import { objects, text } from '../records/text.ts';
import { commentsLeftBehind } from './comments.ts';
import { type GateContext, mayHaveKind } from './context.ts';
import type { ReasonCode } from './explain.ts';
import type { Material, ReleasableRecord } from './material.ts';

/** Why a record does not go: as a document, and as signed revisions. Empty lists: it goes. */
export interface Verdict {
  readonly document: readonly ReasonCode[];
  readonly travel: readonly ReasonCode[];
  /** The audience may know of it: those inside may have it, to those outside it goes. */
  readonly isKnown: boolean;
}

/** Judges every record, as it is now, for the audience of the context. Linear in the size of the material. */
export function judgeAll(context: GateContext, material: Material): ReadonlyMap<string, Verdict> {
  const alone = new Map(material.records.map((record) => [String(record.id), ownReasons(context, record)]));
  const known = (id: string): boolean => {
    const record = context.byId.get(id);
    if (record === undefined || alone.get(id)?.length !== 0) return false;
    return !context.outside || reasonsFor(context, record, []).document.length === 0;
  };
  const own = new Map(
    material.records.map((record) => {
      const reasons = alone.get(record.id) ?? [];
      const isLeft = context.on('parties') && !namesKnown(context, record, known);
      return [record.id, isLeft ? [...reasons, 'party' as const] : reasons];
    }),
  );
  const mayGo = (record: ReleasableRecord): boolean => own.get(record.id)?.length === 0;
  const comments = context.on('comments') ? commentsLeftBehind(context, material, mayGo) : new Set<string>();
  return new Map(
    material.records.map((record) => {
      const reasons = own.get(record.id) ?? [];
      const left = comments.has(record.id) ? [...reasons, leftBehind(record)] : reasons;
      return [record.id, { ...reasonsFor(context, record, left), isKnown: known(record.id) }];
    }),
  );
}

/** Why it stays behind with what it is on or came of. */
function leftBehind({ kind }: ReleasableRecord): ReasonCode {
  if (kind === 'adoption' || kind === 'answer') return 'putUp';
  return isOutcome(kind) ? 'marked' : 'comment';
}

/**
 * Whether everything that a record goes only with (`onlyWith` of its kind) may be known to the audience. What is not here
 * is known to this installation alone.
 */
export function namesKnown(
  context: GateContext,
  { kind, body }: Pick<ReleasableRecord, 'kind' | 'body'>,
  isKnown: (id: string) => boolean,
): boolean {
  return (kindOf(kind)?.onlyWith ?? []).every((field) => {
    if (body[field] === undefined) return true;
    const named = RecordId.safeParse(body[field]);
    const id = named.success ? context.keptFor(named.data) : '';
    return isKnown(id) || (context.audience.kind === 'self' && !context.byId.has(id));
  });
}

function reasonsFor(
  context: GateContext,
  record: ReleasableRecord,
  own: readonly ReasonCode[],
): Omit<Verdict, 'isKnown'> {
  const both = [...own];
  if (context.on('conflict') && record.conflicted) both.push('conflict');
  if (context.numberedTwice.has(record.id)) both.push('numberTwice');
  const document = [...both, ...sceneReasons(context, record)];
  if (context.on('deleted') && record.deleted) document.push('deleted');
  if (context.on('kind') && kindOf(record.kind) === undefined) document.push('unknownKind');
  return { document, travel: both };
}

/**
 * Who may have a record at all: by its kind, by its mark, and by whom it would name. These reasons hold for the
 * comments on it as well. That it is in conflict, numbered as another is, deleted or not chosen is no reason: who may have the record may have
 * what was said of it.
 */
function ownReasons(context: GateContext, record: ReleasableRecord): ReasonCode[] {
  const reasons = [...kindReasons(context, record), ...markReasons(context, record)];
  if (context.on('expiry') && isOver(context, record)) reasons.push('expired');
  if (context.unnamed.has(record.id)) reasons.push('unnamed');
  if (context.veils.has(record.id)) reasons.push('pseudonym');
  return reasons;
}

/** Its last day has passed, for everybody but this installation. */
function isOver({ audience, at }: GateContext, { handling }: ReleasableRecord): boolean {
  return audience.kind !== 'self' && hasExpired(handling, at);
}

function kindReasons(context: GateContext, record: ReleasableRecord): ReasonCode[] {
  return context.on('kind') && !mayHaveKind(context, record) ? ['kind'] : [];
}

function markReasons(context: GateContext, record: ReleasableRecord): ReasonCode[] {
  const stated = context.covers(record.handling);
  const { label, distribution } = context.effective(record.handling, record.body);
  const reasons: ReasonCode[] = [];
  if (stated && !context.covers({ label, distribution })) reasons.push('clearance');
  if (context.on('distribution') && !stated) reasons.push('distribution');
  if (context.on('openLabel') && !isOpenEnough(context, label)) reasons.push('openLabel');
  if (reasons.length > 0 && context.outside && hasLooserBlocks(record)) reasons.push('looserParts');
  return reasons;
}

function isOpenEnough(context: GateContext, label: string): boolean {
  switch (context.audience.kind) {
    case 'community':
      return label === 'TLP:GREEN' || label === 'TLP:CLEAR';
    case 'public':
      return label === 'TLP:CLEAR';
    default:
      return true;
  }
}

/** Closed sessions, and what a guest comes for. */
function sceneReasons(context: GateContext, record: ReleasableRecord): ReasonCode[] {
  const reasons: ReasonCode[] = [];
  const { kind } = context.audience;
  if (
    context.on('closedSession') &&
    (kind === 'community' || kind === 'public') &&
    isOfClosedSession(context, record)
  ) {
    reasons.push('closedSession');
  }
  if (context.scope !== undefined && !context.scope.has(record.id)) reasons.push('guestScope');
  return reasons;
}

/** A session that is not open, an item of one, or a book for such. What cannot be seen to be open is closed. */
function isOfClosedSession(context: GateContext, record: ReleasableRecord): boolean {
  if (record.kind === 'dossier') return record.body.book !== 'open';
  if (record.kind !== 'session' && record.kind !== 'agendaItem') return false;
  const session = record.kind === 'session' ? record : context.byId.get(text(record.body.session));
  return session?.kind !== 'session' || session.conflicted || session.deleted || session.body.access !== 'open';
}

function hasLooserBlocks(record: ReleasableRecord): boolean {
  const kind: RecordKind | undefined = kindOf(record.kind);
  return Object.entries(kind?.fields ?? {}).some(([name, rule]) => {
    const value = record.body[name];
    if (rule.merge !== 'richText' || !isJsonObject(value)) return false;
    return objects(value.content).some((block) => {
      const mark = isJsonObject(block.attrs) ? text(block.attrs.mark) : '';
      return mark === 'TLP:GREEN' || mark === 'TLP:CLEAR';
    });
  });
}
