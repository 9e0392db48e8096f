import { canonicalJson } from '../records/json.ts';
import type { Attribution } from '../records/kind.ts';
import { kindOf } from '../records/kinds.ts';
import { asJson, type SignedRevision } from '../records/revision.ts';
import { objects, text, texts } from '../records/text.ts';
import { type Contents, contentsOf } from './contents.ts';
import { type GateContext, mayHaveKind, seesAttribution } from './context.ts';
import type { ReasonCode } from './explain.ts';
import type { Material, ReleasableRecord, ReleasedAttachment, ReleasedRevision } from './material.ts';
import { reached } from './reached.ts';
import { isSpeaker, linkedInText } from './speakers.ts';
import { namesKnown } from './verdict.ts';

/** What goes of one record's history, and why the rest does not. */
export interface ReleasedHistory {
  readonly go: readonly ReleasedRevision[];
  readonly attachments: readonly ReleasedAttachment[];
  readonly withheld: readonly { readonly revision: string; readonly reasons: readonly ReasonCode[] }[];
}

const NOTHING: ReleasedHistory = { go: [], attachments: [], withheld: [] };

/**
 * Goes through the shared history of a record that may itself go. Signed revisions go whole or not at all. `goes` says
 * whether a portion may be read, `isKnown` whether the audience may know of a record. Linear in the size of the history.
 */
export function passHistory(
  context: GateContext,
  material: Material,
  record: ReleasableRecord,
  goes: (id: string) => boolean,
  isKnown: (id: string) => boolean,
): ReleasedHistory {
  const history = material.histories?.get(record.id);
  if (history === undefined || history.length === 0) return NOTHING;
  const read = new Map<string, Contents>(
    history.map((revision) => [revision.id, contentsOf(revision.body, revision.handling.label, context.hidden)]),
  );
  const tightened = context.on('laterTightening')
    ? ancestorsOf(history, (revision) => !context.covers(revision.handling))
    : new Set<string>();
  const older = context.on('beforePortion')
    ? fromBeforePortions(context, record, history, read, goes)
    : new Set<string>();
  const go: ReleasedRevision[] = [];
  const attachments: ReleasedAttachment[] = [];
  const withheld: { revision: string; reasons: ReasonCode[] }[] = [];
  for (const revision of history) {
    const contents = read.get(revision.id);
    const reasons = [...ownReasons(context, record, revision), ...contentReasons(context, revision, contents)];
    if (context.on('parties') && !namesKnown(context, revision, isKnown)) reasons.push('party');
    if (tightened.has(revision.id)) reasons.push('laterTightening');
    if (older.has(revision.id)) reasons.push('beforePortion');
    if (reasons.length > 0) withheld.push({ revision: revision.id, reasons });
    else {
      go.push({ revision, line: lineOf(material, revision) });
      attachments.push(...(contents?.attachments ?? []));
    }
  }
  return { go, attachments, withheld };
}

/** The line as it came. A line that is not this revision's is written anew, so that nothing else can travel under it. */
function lineOf(material: Material, revision: SignedRevision): string {
  const line = material.lines?.get(revision.id);
  return line?.includes(`"id":"${revision.id}"`) ? line : canonicalJson(asJson(revision));
}

function ownReasons(context: GateContext, record: ReleasableRecord, revision: SignedRevision): ReasonCode[] {
  const reasons: ReasonCode[] = [];
  if (context.on('kind') && !mayHaveKind(context, revision)) reasons.push('kind');
  const { label, distribution } = context.effective(revision.handling, revision.body);
  if (context.on('ownHandling') && !(context.covers(revision.handling) && context.covers({ label, distribution }))) {
    reasons.push('ownHandling');
  }
  if (isAttributed(context, record, revision)) reasons.push('attribution');
  return reasons;
}

function contentReasons(context: GateContext, revision: SignedRevision, contents: Contents | undefined): ReasonCode[] {
  const reasons: ReasonCode[] = [];
  if (context.on('blockMarks') && contents?.tooStrict !== false) reasons.push('blockMark');
  if (contents?.mentions !== false || namesParty(context, revision)) {
    const veiled = context.veils.size > 0 && names(context, revision, new Set(context.veils.keys()));
    const unnamed = !veiled || names(context, revision, context.unnamed);
    if (veiled) reasons.push('pseudonymInside');
    if (unnamed) reasons.push('names');
  }
  return reasons;
}

/** Whether a revision names, beside its body, a party that is not to be named: in its handling, or by its signature. */
function namesParty({ circle, hidden }: GateContext, revision: SignedRevision, ids = hidden): boolean {
  if (ids.size === 0) return false;
  const { originator, distribution, cleared } = revision.handling;
  const marks = cleared === undefined ? [distribution] : [distribution, cleared.otherwise.distribution];
  const named = marks.flatMap((mark) => (mark.to === 'named' ? [...mark.organisations, ...mark.persons] : []));
  if (revision.seat !== circle.holder?.person) named.push(revision.seat);
  if (originator !== circle.holder?.organisation) named.push(originator);
  return named.some((id) => ids.has(id));
}

function names(context: GateContext, revision: SignedRevision, ids: ReadonlySet<string>): boolean {
  return contentsOf(revision.body, revision.handling.label, ids).mentions || namesParty(context, revision, ids);
}

/**
 * Whether a revision under the Chatham House Rule shows who wrote or who speaks, to somebody who may not see it. The
 * sender's own organisation may show itself; others have to be issued anew by the Secretariat.
 */
function isAttributed(context: GateContext, record: ReleasableRecord, revision: SignedRevision): boolean {
  if (!context.on('attribution')) return false;
  if (!revision.handling.chathamHouse && !context.isUnderChathamHouse(record)) return false;
  if (seesAttribution(context, record.handling.originator)) return false;
  const { circle } = context;
  const own = circle.holder?.organisation;
  const isOwn = (id: string): boolean =>
    own !== undefined && (id === own || circle.persons.get(id)?.organisation === own);
  return (
    !isOwn(revision.seat) ||
    attributedTo(revision).some(({ id, rule }) => {
      if (isOwn(id)) return false;
      if (rule === 'said') return isSpeaker(context)(id);
      return rule === 'author' || !circle.organisations.has(id);
    })
  );
}

function attributedTo(revision: SignedRevision): { id: string; rule: Attribution }[] {
  const found: { id: string; rule: Attribution }[] = [];
  for (const [name, rule] of Object.entries(kindOf(revision.kind)?.fields ?? {})) {
    const value = revision.body[name];
    const { attribution } = rule;
    if (attribution === 'said') for (const id of linkedInText(value)) found.push({ id, rule: attribution });
    else if (attribution !== undefined) {
      for (const id of typeof value === 'string' ? [value] : texts(value)) found.push({ id, rule: attribution });
    }
    for (const [inner, entry] of Object.entries(rule.entry ?? {})) {
      if (entry.attribution === undefined) continue;
      for (const item of objects(value)) found.push({ id: text(item[inner]), rule: entry.attribution });
    }
  }
  return found;
}

/**
 * Revisions that do not come after the setting apart of a portion which the audience may not read: they may hold its
 * text. Revisions beside it count as well, since nobody on that side had taken the text out.
 */
function fromBeforePortions(
  context: GateContext,
  record: ReleasableRecord,
  history: readonly SignedRevision[],
  read: ReadonlyMap<string, Contents>,
  goes: (id: string) => boolean,
): ReadonlySet<string> {
  const carriers = new Map<string, string[]>();
  for (const { id } of history) {
    for (const placeholder of read.get(id)?.placeholders ?? []) {
      const known = carriers.get(placeholder);
      if (known === undefined) carriers.set(placeholder, [id]);
      else known.push(id);
    }
  }
  const withheld = new Set<string>();
  if (carriers.size === 0) return withheld;
  const children = childrenOf(history);
  for (const [placeholder, ids] of carriers) {
    const candidates = (context.portions.get(placeholder) ?? []).filter((one) => one.body.paper === record.id);
    const [portion] = candidates;
    if (candidates.length === 1 && portion !== undefined && goes(portion.id)) continue;
    const after = reached(ids, (id) => children.get(id) ?? []);
    for (const { id } of history) if (!after.has(id)) withheld.add(id);
  }
  return withheld;
}

function ancestorsOf(
  history: readonly SignedRevision[],
  isStrict: (revision: SignedRevision) => boolean,
): ReadonlySet<string> {
  const parents = new Map<string, readonly string[]>(history.map((revision) => [revision.id, revision.parents]));
  const strict = history.filter(isStrict);
  return reached(
    strict.flatMap((revision) => revision.parents),
    (id) => parents.get(id) ?? [],
  );
}

function childrenOf(history: readonly SignedRevision[]): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const { id, parents } of history) {
    for (const parent of parents) {
      const known = children.get(parent);
      if (known === undefined) children.set(parent, [id]);
      else known.push(id);
    }
  }
  return children;
}
