import { capital } from '../documents/capital.ts';
import { LABELS } from '../handling/handling.ts';
import { DEEPEST } from '../papers/checkDocument.ts';
import { figureOf } from '../papers/figures.ts';
import { referenceTarget } from '../papers/places.ts';
import { BLOCK_NODES, INLINE_NODES } from '../papers/richText.ts';
import { RecordId } from '../records/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '../records/json.ts';
import type { FieldRule } from '../records/kind.ts';
import { kindOf } from '../records/kinds.ts';
import { objects, text } from '../records/text.ts';
import { isTooStrict, namesOneOf } from './contents.ts';
import type { Cut } from './cut.ts';
import type { ReleasableRecord } from './material.ts';
import { namedAs, type Veil } from './pseudonyms.ts';
import { isSpeaker, linkedIn } from './speakers.ts';

/** Attributes that are printed, by node type; every block also keeps its `mark`, and its `id` for members. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  heading: ['level'],
  orderedList: ['start'],
  codeBlock: ['language'],
  table: ['caption'],
  tableHeader: ['align', 'colspan', 'rowspan'],
  tableCell: ['align', 'colspan', 'rowspan'],
  figure: ['file', 'alt', 'width'],
};
const NODES = new Set<string>([...INLINE_NODES, ...BLOCK_NODES]);
const PLAIN_MARKS = new Set(['bold', 'italic', 'strike', 'code', 'superscript', 'subscript']);

/** One text on its way through the gate. */
interface Reading {
  readonly cut: Cut;
  readonly path: string;
  /** The record whose text it is: the paper, or a portion of it. */
  readonly source: ReleasableRecord;
  /** It would tell who said what, to somebody who may not know: bodies and persons that it links to are not named. */
  readonly said: boolean;
  /** Placeholders whose portions are being read, so that none is read inside itself. */
  readonly within: readonly string[];
  footnotes: number;
  /** A block went missing since the last list, and where that list ended. */
  gone: boolean;
  lastEnd: number;
}

/**
 * A text with what the audience may see: for members, placeholders of stricter portions, or a portion's own text as
 * `content` of its block where its mark allows it; outside, no trace of them. Undefined when the value is no text.
 */
export function filterText(cut: Cut, rule: FieldRule, value: Json, path: string): JsonObject | undefined {
  const said = cut.anonymous && rule.attribution === 'said';
  return readText({ cut, path, source: cut.record, said, within: [], footnotes: 0, gone: false, lastEnd: 0 }, value);
}

function readText(reading: Reading, value: Json | undefined): JsonObject | undefined {
  if (!isJsonObject(value) || value.type !== 'doc') return undefined;
  const { context } = reading.cut;
  const read: Read[] = [];
  for (const block of objects(value.content)) {
    const kept = readBlock(reading, block);
    if (kept === undefined) reading.gone = true;
    read.push({ block, kept, level: levelOf(kept) });
  }
  if (context.outside && context.on('portions')) dropEmptiedSections(reading, read);
  const going = read.flatMap(({ block, kept }) => (kept === undefined ? [] : [{ block, kept }]));
  const isRenewed = context.outside && context.on('positions');
  const content = going.map(({ block, kept }, index) => {
    const id = isRenewed ? `b${index + 1}` : text(attrsOf(kept).id);
    reading.cut.blocks.set(text(attrsOf(block).id), id);
    return isRenewed ? { ...kept, attrs: { ...attrsOf(kept), id } } : kept;
  });
  return { type: 'doc', content };
}

/** A block, what goes of it, and its level where that is a heading. */
interface Read {
  readonly block: JsonObject;
  readonly kept: JsonObject | undefined;
  readonly level: number;
}

/** The level of a heading; 0 for every other block. */
function levelOf(block: JsonObject | undefined): number {
  const level = block?.type === 'heading' ? attrsOf(block).level : 0;
  return typeof level === 'number' ? level : 0;
}

/** A heading under which everything was withheld would tell that there was something; it goes with it. */
function dropEmptiedSections(reading: Reading, read: Read[]): void {
  const below: { level: number; kept: boolean; gone: boolean }[] = [];
  let section = { kept: false, gone: false };
  for (const [index, { block, kept, level }] of [...read.entries()].reverse()) {
    if (level === 0) {
      section = { kept: section.kept || kept !== undefined, gone: section.gone || kept === undefined };
      continue;
    }
    for (let next = below.at(-1); next !== undefined && next.level > level; next = below.at(-1)) {
      section = { kept: section.kept || next.kept, gone: section.gone || next.gone };
      below.pop();
    }
    const isEmptied = section.gone && !section.kept;
    if (isEmptied) {
      withhold(reading, text(attrsOf(kept ?? {}).id), 'portion');
      read[index] = { block, kept: undefined, level };
    }
    below.push({ level, kept: !isEmptied, gone: isEmptied });
    section = { kept: false, gone: false };
  }
}

function readBlock(reading: Reading, block: JsonObject): JsonObject | undefined {
  const { context } = reading.cut;
  if (block.type === 'portion') return readPortion(reading, block);
  const id = text(attrsOf(block).id);
  if (context.outside && context.on('portions') && holdsPortion(block)) {
    withhold(reading, id, 'portion');
    return undefined;
  }
  if (isMarkedTooStrictly(reading, block)) {
    withhold(reading, id, 'blockMark');
    return context.outside ? undefined : standIn(block);
  }
  if (block.type === 'figure' && context.on('attachments') && !isDrawnFor(reading, block)) {
    withhold(reading, id, 'field');
    return context.outside ? undefined : readNode(reading, withoutPicture(block), 1);
  }
  const kept = readNode(reading, block, 1);
  return kept?.type === 'orderedList' ? renumber(reading, kept) : kept;
}

/** Whether the audience has the picture of a figure: it is among the files of the record, and they go. */
function isDrawnFor({ cut, source }: Reading, block: JsonObject): boolean {
  const { file } = figureOf(block);
  const rule = kindOf(source.kind)?.fields.attachments;
  const goes = rule?.release.includes(cut.context.audience.kind) === true;
  return goes && objects(source.body.attachments).some((entry) => entry.sha256 === file);
}

function withoutPicture(block: JsonObject): JsonObject {
  const { file: _file, ...attrs } = attrsOf(block);
  return { ...block, attrs };
}

/** Ordered lists that continue an earlier one continue what is left of it. */
function renumber(reading: Reading, list: JsonObject): JsonObject {
  const { context } = reading.cut;
  const attrs = attrsOf(list);
  const said = typeof attrs.start === 'number' ? attrs.start : 1;
  const renumbered = context.outside && context.on('numbering') && reading.gone && said > 1;
  const start = renumbered ? reading.lastEnd + 1 : said;
  reading.lastEnd = start + objects(list.content).length - 1;
  reading.gone = renumbered || reading.gone;
  return renumbered ? { ...list, attrs: { ...attrs, start } } : list;
}

function isMarkedTooStrictly(reading: Reading, block: JsonObject): boolean {
  const { context } = reading.cut;
  if (!context.on('blockMarks') || context.audience.kind === 'self') return false;
  const { label } = context.effective(reading.source.handling, reading.source.body);
  return isTooStrict(attrsOf(block).mark, label);
}

/** What stands for a block that is marked stricter than its paper. */
function standIn(block: JsonObject): JsonObject {
  const { id, mark } = attrsOf(block);
  const label = LABELS.find((known) => known === mark) ?? 'TLP:RED';
  return { type: 'portion', attrs: { id: text(id), label } };
}

function readPortion(reading: Reading, block: JsonObject): JsonObject | undefined {
  const { cut, path, within } = reading;
  const { context } = cut;
  const attrs = attrsOf(block);
  const placeholder = text(attrs.placeholder);
  const label = LABELS.find((known) => known === attrs.label);
  if (context.outside && context.on('portions')) {
    cut.portions.push({ placeholder, label, shown: 'nothing' });
    return undefined;
  }
  const kept: JsonObject = { placeholder };
  for (const name of ['id', 'label', 'lines', 'readAt']) {
    const value = attrs[name];
    if (typeof value === 'string' || typeof value === 'number') kept[name] = value;
  }
  const portion = portionFor(cut, placeholder, within);
  if (portion === undefined) {
    cut.portions.push({ placeholder, label, shown: 'placeholder' });
    return { type: 'portion', attrs: kept };
  }
  const inside: Reading = {
    cut,
    path: `${path}/${text(attrs.id)}`,
    source: portion,
    said: reading.said,
    within: [...within, placeholder],
    footnotes: reading.footnotes,
    gone: false,
    lastEnd: 0,
  };
  const read = readText(inside, portion.body.body);
  reading.footnotes = inside.footnotes;
  cut.portions.push({ placeholder, label, shown: 'text' });
  const { label: effective } = context.effective(portion.handling, portion.body);
  return {
    type: 'portion',
    attrs: { ...kept, label: effective },
    content: read === undefined ? [] : objects(read.content),
  };
}

/** The one portion record of this paper that stands for the placeholder and may be read by the audience. */
function portionFor(cut: Cut, placeholder: string, within: readonly string[]): ReleasableRecord | undefined {
  const { context, record } = cut;
  if (within.includes(placeholder)) return undefined;
  if (!context.on('portions')) return context.portions.get(placeholder)?.[0];
  const candidates = (context.portions.get(placeholder) ?? []).filter((one) => one.body.paper === record.id);
  const [portion] = candidates;
  return candidates.length === 1 && portion !== undefined && cut.goes(portion.id) ? portion : undefined;
}

function holdsPortion(node: JsonObject): boolean {
  const open: JsonObject[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === 'portion') return true;
    open.push(...objects(next.content));
  }
  return false;
}

/** `opens`: it is the first of what stands in its block. */
function readNode(reading: Reading, node: JsonObject, depth: number, opens = false): JsonObject | undefined {
  const { context } = reading.cut;
  const type = text(node.type);
  if (!context.on('nodes')) return node;
  if (!NODES.has(type) || depth > DEEPEST) {
    withhold(reading, type, 'node');
    return undefined;
  }
  if (type === 'portion') return readPortion(reading, node);
  if (type === 'text') return readWords(reading, node, opens);
  // Whatever else stands in it could be what was blacked out.
  if (type === 'redacted') return { type };
  if (type === 'crossReference') return readReference(reading, node);
  if (depth > 1 && isMarkedTooStrictly(reading, node)) {
    withhold(reading, type, 'blockMark');
    return undefined;
  }
  const attrs = readAttributes(reading, type, attrsOf(node));
  const content = Array.isArray(node.content)
    ? objects(node.content)
        .map((child, at) => readNode(reading, child, depth + 1, at === 0))
        .filter((child) => child !== undefined)
    : undefined;
  return {
    type,
    ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
    ...(content === undefined ? {} : { content }),
  };
}

/** A cross-reference by the ids that it has here: `references.ts` says it once all that goes is known. */
function readReference(reading: Reading, node: JsonObject): JsonObject | undefined {
  const target = referenceTarget(node);
  if (target === undefined) {
    withhold(reading, text(node.type), 'node');
    return undefined;
  }
  reading.cut.references += 1;
  const marks = objects(node.marks).flatMap(({ type }) => (PLAIN_MARKS.has(text(type)) ? [{ type: text(type) }] : []));
  return { type: 'crossReference', attrs: { ...target }, ...(marks.length === 0 ? {} : { marks }) };
}

function readAttributes(reading: Reading, type: string, attrs: JsonObject): JsonObject {
  const { context } = reading.cut;
  const kept: JsonObject = {};
  const names = [...(Object.hasOwn(ATTRIBUTES, type) ? (ATTRIBUTES[type] ?? []) : []), 'mark'];
  for (const name of names) {
    const value = attrs[name];
    if (typeof value === 'string' || typeof value === 'number') kept[name] = value;
  }
  if (type === 'footnote') reading.footnotes += 1;
  const renewed = context.outside && context.on('positions');
  if (!renewed && typeof attrs.id === 'string') kept.id = attrs.id;
  else if (type === 'footnote') kept.id = `f${reading.footnotes}`;
  return kept;
}

function readWords(reading: Reading, node: JsonObject, opens: boolean): JsonObject | undefined {
  const { context } = reading.cut;
  const speaker = reading.said ? objects(node.marks).flatMap(linkedIn).find(isSpeaker(context)) : undefined;
  if (speaker !== undefined) {
    withhold(reading, 'recordLink', 'attribution');
    const words = somebody(reading, speaker);
    return { type: 'text', text: opens ? capital(words) : words };
  }
  const marks: JsonObject[] = [];
  let words = text(node.text);
  for (const mark of objects(node.marks)) {
    const type = text(mark.type);
    const attrs = attrsOf(mark);
    if (PLAIN_MARKS.has(type)) marks.push({ type });
    else if (type === 'link') {
      const href = text(attrs.href);
      if (isHarmless(reading, href)) marks.push({ type, attrs: { href } });
      else withhold(reading, 'link', namesOneOf(href, context.hidden) ? 'unnamed' : 'link');
    } else if (type === 'recordLink') {
      const id = RecordId.safeParse(attrs.record);
      const veil = id.success ? context.veils.get(id.data) : undefined;
      if (veil !== undefined) {
        words = otherName(reading, veil);
        const standIn = context.standInFor(veil);
        if (standIn !== undefined) marks.push({ type, attrs: { record: standIn } });
        withhold(reading, 'recordLink', 'pseudonym');
      } else if (id.success && context.unnamed.has(id.data)) {
        words = neutralWords(reading, id.data);
        withhold(reading, 'recordLink', 'unnamed');
      } else if (id.success) {
        const target = linkTarget(reading, id.data);
        if (target !== undefined) marks.push({ type, attrs: { record: target } });
      }
    } else withhold(reading, type, 'node');
  }
  if (words === '') return undefined;
  return { type: 'text', text: words, ...(marks.length === 0 ? {} : { marks }) };
}

function linkTarget(reading: Reading, named: RecordId): RecordId | undefined {
  const { context, goes } = reading.cut;
  const id = context.keptFor(named);
  if (!context.outside) return id;
  if (goes(id)) return context.idFor(id);
  if (!context.on('links')) return id;
  withhold(reading, 'recordLink', 'link');
  return undefined;
}

/** Outside, only addresses of the web and of mail: others may lead back into the vault. Nowhere one that names. */
function isHarmless(reading: Reading, href: string): boolean {
  const { context } = reading.cut;
  if (namesOneOf(href, context.hidden)) return false;
  return !context.outside || !context.on('links') || /^(https?|mailto):/i.test(href);
}

/** What is written for a name that must not stand there, without a gap that would tell. */
function neutralWords(reading: Reading, id: string): string {
  const { context, record } = reading.cut;
  const french = record.body.language === 'fr';
  if (context.circle.persons.has(id)) return french ? 'une personne' : 'a participant';
  return french ? 'un organisme' : 'an organisation';
}

/** What stands for whoever said something, where nobody is told who it was. */
function somebody({ cut }: Reading, id: string): string {
  const french = cut.record.body.language === 'fr';
  if (cut.context.byId.get(id)?.kind === 'person') return french ? 'un participant' : 'a participant';
  return french ? 'une délégation' : 'one delegation';
}

/** The other name, in the language of the text. */
function otherName({ cut }: Reading, { kind, code = '' }: Veil): string {
  return namedAs(kind, code, cut.record.body.language === 'fr' ? 'fr' : 'en');
}

type Withheld = 'field' | 'portion' | 'blockMark' | 'node' | 'link' | 'unnamed' | 'pseudonym' | 'attribution';

function withhold(reading: Reading, at: string, reason: Withheld): void {
  reading.cut.parts.push({ path: `${reading.path}/${at}`, reason });
}

function attrsOf(node: JsonObject): JsonObject {
  return isJsonObject(node.attrs) ? node.attrs : {};
}
