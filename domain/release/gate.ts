import { generateNKeysBetween } from 'fractional-indexing';
import type { JsonObject } from '../records/json.ts';
import { kindOf } from '../records/kinds.ts';
import { objects, text } from '../records/text.ts';
import type { Audience } from './audience.ts';
import { attachmentOf } from './contents.ts';
import { contextOf, type GateContext } from './context.ts';
import { type Cut, cutOf } from './cut.ts';
import { type ExplainedRecord, type Explanation, explanationOf, type ReasonCode } from './explain.ts';
import { filterBody } from './fields.ts';
import { passHistory, type ReleasedHistory } from './histories.ts';
import { compare } from './inOrder.ts';
import type {
  Circumstances,
  Material,
  Passed,
  ReleasableRecord,
  ReleasedAttachment,
  ReleasedRecord,
  ReleasedRevision,
} from './material.ts';
import { renumbered } from './openSeries.ts';
import { namedAs } from './pseudonyms.ts';
import { type Shown, tellingReferences } from './references.ts';
import type { Rules } from './rules.ts';
import { judgeAll, type Verdict } from './verdict.ts';

/** A body under construction, the record that it is of, and what it was cut down with. */
interface Draft {
  readonly record: ReleasableRecord;
  readonly body: JsonObject;
  readonly cut: Cut;
}

/** What passed, why the rest did not, and what the gate knows besides: for itself. */
export interface Decided<A extends Audience> {
  readonly passed: Passed<A>;
  readonly explanation: Explanation;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** The ids here of documents, by those that they have in the release. */
  readonly ownIds: ReadonlyMap<string, string>;
}

const NO_HISTORY: ReleasedHistory = { go: [], attachments: [], withheld: [] };

/**
 * What the rules let through. Only `release` makes a `Release` of it, and only with all rules; the tests call this to
 * see that every rule is needed.
 */
export function passGate<A extends Audience>(
  rules: Rules,
  material: Material,
  audience: A,
  circumstances: Circumstances,
): Decided<A> {
  const context = contextOf(rules, material, audience, circumstances);
  const verdicts = judgeAll(context, material);
  const mayGo = (id: string): boolean => verdicts.get(id)?.document.length === 0;
  const isKnown = (id: string): boolean => verdicts.get(id)?.isKnown === true;
  const isWanted = (id: string): boolean => material.wanted?.has(id) ?? true;
  const goes = (id: string): boolean => mayGo(id) && (isWanted(id) || context.byId.get(id)?.kind === 'portion');
  const wantsDocuments = context.outside || circumstances.product !== 'revisions';
  const wantsRevisions =
    material.histories !== undefined && circumstances.product !== 'documents' && sealsHistory(context);
  const numbers =
    context.outside && context.on('numbering') ? renumbered(material.records, (one) => mayGo(one.id)) : null;

  const drafts: Draft[] = [];
  const revisions: ReleasedRevision[] = [];
  const attachments: ReleasedAttachment[] = [];
  const explained: ExplainedRecord[] = [];
  for (const record of material.records) {
    if (!isWanted(record.id)) continue;
    const verdict = verdicts.get(record.id);
    if (verdict === undefined) continue;
    const printed = wantsDocuments && verdict.document.length === 0;
    const cut = cutOf(context, record, goes);
    const kind = kindOf(record.kind);
    const notes: ReasonCode[] = [];
    if (printed) {
      const body = kind === undefined ? { ...record.body } : filterBody(cut, kind);
      const number = numbers?.get(record.id);
      if (number !== undefined && body.openNumber !== undefined && body.openNumber !== number) {
        body.openNumber = number;
        notes.push('renumbered');
      }
      drafts.push({ record, body, cut });
    }
    const travels = wantsRevisions && verdict.travel.length === 0;
    const history = travels ? passHistory(context, material, record, mayGo, isKnown) : NO_HISTORY;
    for (const one of history.go) revisions.push(one);
    if (printed || history.go.length > 0 || !context.on('attachments')) {
      attachments.push(...filesOf(context, record, drafts.at(-1)), ...history.attachments);
    }
    explained.push({
      record: record.id,
      kind: record.kind,
      title: kind?.title(record.body) ?? '',
      goes: printed || history.go.length > 0,
      reasons: reasonsOf(verdict, wantsDocuments, wantsRevisions, travels && history.go.length === 0),
      parts: cut.parts,
      portions: cut.portions,
      notes,
      revisions: { go: history.go.length, withheld: history.withheld },
    });
  }
  if (drafts.some(({ cut }) => cut.references > 0))
    tellReferences(context, drafts, { mayGo, goes, numbers, circumstances });
  if (context.outside && context.on('positions')) renewOrder(drafts);
  const documents = [...drafts.map((draft) => documentOf(context, draft)), ...standInsOf(context, circumstances)];
  return {
    passed: {
      kind: audience.kind,
      at: circumstances.at,
      documents,
      revisions,
      fresh: context.outside ? documents : [],
      attachments: once(attachments),
    },
    explanation: explanationOf(audience.kind, explained),
    verdicts,
    ownIds: new Map(documents.map(({ id }, at) => [id, drafts[at]?.record.id ?? id])),
  };
}

interface Telling {
  mayGo(id: string): boolean;
  goes(id: string): boolean;
  readonly numbers: ReadonlyMap<string, string> | null;
  readonly circumstances: Circumstances;
}

/** Puts what they say in the place of cross-references; papers that were not asked for are read for that where they may go. */
function tellReferences(context: GateContext, drafts: readonly Draft[], telling: Telling): void {
  const known = new Map<string, Shown | undefined>(drafts.map((draft) => [draft.record.id, shownOf(draft)]));
  const here = new Set(known.keys());
  const readApart = (id: string): Shown | undefined => {
    const record = context.byId.get(id);
    const kind = record?.kind === 'paper' && telling.mayGo(id) ? kindOf(record.kind) : undefined;
    if (record === undefined || kind === undefined) return undefined;
    const cut = cutOf(context, record, telling.goes);
    const body = filterBody(cut, kind);
    const number = telling.numbers?.get(id);
    return shownOf({ record, cut, body: number === undefined ? body : { ...body, openNumber: number } });
  };
  const tell = tellingReferences({
    context,
    language: telling.circumstances.language ?? 'en',
    isHere: (id) => here.has(id),
    shown(id) {
      if (!known.has(id)) known.set(id, readApart(id));
      return known.get(id);
    },
  });
  const told = drafts.map((draft) => (draft.cut.references === 0 ? {} : tell(shownOf(draft))));
  // At once: what a place is called follows from what all texts were before.
  for (const [at, { body }] of drafts.entries()) Object.assign(body, told[at]);
}

function shownOf({ record, body, cut: { blocks, parts } }: Draft): Shown {
  return { record, body, blocks, parts };
}

/** Signed history goes to members. Outside there is none, and to this installation nothing is sealed. */
function sealsHistory(context: GateContext): boolean {
  return !context.on('history') || !(context.outside || context.audience.kind === 'self');
}

function reasonsOf(verdict: Verdict, documents: boolean, revisions: boolean, isUnshared: boolean): ReasonCode[] {
  const reasons = new Set<ReasonCode>([...(documents ? verdict.document : []), ...(revisions ? verdict.travel : [])]);
  if (isUnshared) reasons.add('unshared');
  return [...reasons];
}

function documentOf(context: GateContext, { record, body, cut: { anonymous } }: Draft): ReleasedRecord {
  const { label } = context.effective(record.handling, record.body);
  const shown = {
    id: context.idFor(record.id),
    kind: record.kind,
    title: kindOf(record.kind)?.title(body) ?? '',
    body,
    label,
    ...(record.handling.expires === undefined ? {} : { expires: record.handling.expires }),
  };
  if (context.outside && context.on('origin')) return { ...shown, caveats: [] };
  const { originator, caveats } = record.handling;
  const { written } = record;
  const namesOriginator = !anonymous && !context.hidden.has(originator);
  const namesWriter = !anonymous && written !== undefined && !context.hidden.has(written.by);
  return {
    ...shown,
    caveats: [...caveats],
    ...(namesOriginator ? { originator } : {}),
    ...(written === undefined ? {} : { written: namesWriter ? { ...written } : { at: written.at } }),
  };
}

/** What stands for those who appear under another name, where something that goes points to them; in no order. */
function standInsOf({ standIns, byId, audience }: GateContext, { language = 'en' }: Circumstances): ReleasedRecord[] {
  return [...standIns]
    .sort(([one], [other]) => compare(one, other))
    .map(([id, { subject, kind, code = '' }]) => {
      const title = namedAs(kind, code, language);
      const { name = 'name', keeps = [] } = kindOf(kind)?.anonymity ?? {};
      const source = byId.get(subject)?.body ?? {};
      const kept = keeps.flatMap((field) => (source[field] === undefined ? [] : [[field, source[field]]]));
      const label = audience.kind === 'community' ? 'TLP:GREEN' : 'TLP:AMBER';
      return { id, kind, title, body: { ...Object.fromEntries(kept), [name]: title }, label, caveats: [] };
    });
}

/** New order keys for records that have one, without the gaps that the withheld ones would leave. */
function renewOrder(drafts: readonly Draft[]): void {
  const byKind = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (typeof draft.body.order !== 'string') continue;
    const known = byKind.get(draft.record.kind);
    if (known === undefined) byKind.set(draft.record.kind, [draft]);
    else known.push(draft);
  }
  for (const ordered of byKind.values()) {
    ordered.sort(
      (one, other) => compare(text(one.body.order), text(other.body.order)) || compare(one.record.id, other.record.id),
    );
    const keys = generateNKeysBetween(null, null, ordered.length);
    for (const [index, { body }] of ordered.entries()) body.order = keys[index] ?? text(body.order);
  }
}

/** The files that a printed record names in the fields that go; all of the record's when the rule is off. */
function filesOf(context: GateContext, record: ReleasableRecord, draft: Draft | undefined): ReleasedAttachment[] {
  const body = context.on('attachments') ? (draft?.record === record ? draft.body : {}) : record.body;
  return Object.entries(kindOf(record.kind)?.fields ?? {})
    .filter(([, rule]) => rule.merge === 'keyedList')
    .flatMap(([name]) => objects(body[name]).map(attachmentOf))
    .filter((file) => file !== undefined);
}

function once(attachments: readonly ReleasedAttachment[]): ReleasedAttachment[] {
  return [...new Map(attachments.map((one) => [one.sha256, one])).values()];
}
