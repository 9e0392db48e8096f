import { type Place, type PlaceOfBlock, placesIn, referenceTarget } from '../papers/places.ts';
import { lostWords, placedPaper, referenceWords } from '../papers/referenceWords.ts';
import { RecordId } from '../records/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '../records/json.ts';
import { objects, text } from '../records/text.ts';
import type { GateContext } from './context.ts';
import type { WithheldPart } from './explain.ts';
import type { ReleasableRecord } from './material.ts';

/** A record as it is shown to the audience, its cross-references still by the ids here. */
export interface Shown {
  readonly record: ReleasableRecord;
  readonly body: JsonObject;
  /** What its blocks are called in the release, by their ids here. */
  readonly blocks: ReadonlyMap<string, string>;
  /** Where what does not go of it is told. */
  readonly parts: WithheldPart[];
}

interface Asked {
  readonly context: GateContext;
  readonly language: 'en' | 'fr';
  /** A paper that the audience may have, as it is shown to it, in this release or not; undefined for every other. */
  shown(id: RecordId): Shown | undefined;
  /** Whether a record is in this release. */
  isHere(id: RecordId): boolean;
}

/** Where a cross-reference leads, for the audience. */
interface Found {
  readonly target: Shown;
  readonly place: Place;
  /** What its block is called in the release. */
  readonly block: string;
}

/**
 * Says what the cross-references of shown records come to, once all that goes is known: the words of their places as these
 * stand in what the audience may have, numbered as they are printed for it, and as a link where the place is in the
 * release too. Members are told that a place is not found; outside, a reference to what the audience may not have is
 * gone without trace. Gives what says so in a body, and changes nothing.
 */
export function tellingReferences(asked: Asked): (shown: Shown) => JsonObject {
  const { context } = asked;
  const placesKnown = new Map<string, ReadonlyMap<string, PlaceOfBlock>>();
  const isThere = (node: JsonObject): boolean => shownBlock(node) !== undefined;
  return (shown) => mapped(shown.body, (node) => told(shown, node));

  /** The target of a reference as it is shown, and what its block is called there. */
  function shownBlock(node: JsonObject): { target: Shown; block: string } | undefined {
    const named = referenceTarget(node);
    const id = RecordId.safeParse(named?.record);
    const target = id.success ? asked.shown(context.keptFor(id.data)) : undefined;
    const block = target?.record.kind === 'paper' ? target.blocks.get(named?.block ?? '') : undefined;
    return target === undefined || block === undefined ? undefined : { target, block };
  }

  function found(node: JsonObject): Found | undefined {
    const there = shownBlock(node);
    const place = there && placesOf(there.target).get(there.block);
    return there === undefined || place === undefined ? undefined : { ...there, place };
  }

  /** The places of a paper as it is printed: without the references that are gone from it. */
  function placesOf(target: Shown): ReadonlyMap<string, PlaceOfBlock> {
    const known = placesKnown.get(target.record.id);
    if (known !== undefined) return known;
    const left = context.outside ? mapped(target.body, (node) => (isThere(node) ? node : undefined)) : target.body;
    const places = placesIn(objects(isJsonObject(left.body) ? left.body.content : undefined));
    placesKnown.set(target.record.id, places);
    return places;
  }

  function told({ record, parts }: Shown, node: JsonObject): JsonObject | undefined {
    const marks = objects(node.marks);
    const language = languageOf(record);
    const place = found(node);
    const isOwn = (target: ReleasableRecord): boolean => target.id === (ownPaper(record) ?? record).id;
    if (place === undefined) {
      parts.push({ path: 'body/crossReference', reason: 'link' });
      if (context.outside) return undefined;
      const named = RecordId.safeParse(referenceTarget(node)?.record);
      const paper = named.success ? asked.shown(context.keptFor(named.data)) : undefined;
      const other = paper?.record.kind === 'paper' && !isOwn(paper.record) ? placedPaper(paper.body) : undefined;
      // What is written for this desk itself, to be read again, loses no reference.
      const own = context.audience.kind === 'self' ? [{ type: 'recordLink', attrs: { ...referenceTarget(node) } }] : [];
      return words(lostWords(other, language), [...marks, ...own]);
    }
    const { target } = place;
    const other = isOwn(target.record) ? undefined : placedPaper(target.body, context.outside);
    const said = referenceWords(place.place, other, language);
    if (!asked.isHere(target.record.id)) return words(said, marks);
    const attrs = { record: context.idFor(target.record.id), block: place.block };
    return words(said, [...marks, { type: 'recordLink', attrs }]);
  }

  function ownPaper({ kind, body }: ReleasableRecord): ReleasableRecord | undefined {
    return kind === 'portion' ? context.byId.get(text(body.paper)) : undefined;
  }

  function languageOf(record: ReleasableRecord): 'en' | 'fr' {
    const { language } = (ownPaper(record) ?? record).body;
    return language === 'fr' || language === 'en' ? language : asked.language;
  }
}

function words(said: string, marks: readonly JsonObject[]): JsonObject {
  return { type: 'text', text: said, ...(marks.length === 0 ? {} : { marks: [...marks] }) };
}

/** A body in which each cross-reference is what is made of it, or gone. */
function mapped(body: JsonObject, make: (node: JsonObject) => JsonObject | undefined): JsonObject {
  const texts = Object.entries(body).flatMap(([name, value]) =>
    isJsonObject(value) && value.type === 'doc' ? [[name, within(value)] as const] : [],
  );
  return { ...body, ...Object.fromEntries(texts) };

  function within(node: JsonObject): JsonObject {
    if (!Array.isArray(node.content)) return node;
    const content = objects(node.content).flatMap((child): Json[] => {
      if (child.type !== 'crossReference') return [within(child)];
      const made = make(child);
      return made === undefined ? [] : [made];
    });
    return { ...node, content };
  }
}

/**
 * A body as it is issued anew, or written to be read again: with cross-references, whose words are computed by whoever has it. The same
 * object where it has none.
 */
export function withReferences(body: JsonObject): JsonObject {
  if (!Object.values(body).some(says)) return body;
  const texts = Object.entries(body).flatMap(([name, value]) =>
    isJsonObject(value) && value.type === 'doc' ? [[name, again(value)] as const] : [],
  );
  return { ...body, ...Object.fromEntries(texts) };

  function says(value: Json | undefined): boolean {
    if (!isJsonObject(value)) return false;
    return (
      objects(value.marks).some(({ attrs }) => isJsonObject(attrs) && attrs.block !== undefined) ||
      objects(value.content).some(says)
    );
  }

  function again(node: JsonObject): JsonObject {
    const marks = objects(node.marks);
    const link = marks.find(
      ({ type, attrs }) => type === 'recordLink' && isJsonObject(attrs) && text(attrs.block) !== '',
    );
    if (node.type === 'text' && link !== undefined && isJsonObject(link.attrs)) {
      const { record, block } = link.attrs;
      const others = marks.filter((mark) => mark !== link);
      const attrs = { record: text(record), block: text(block) };
      return { type: 'crossReference', attrs, ...(others.length === 0 ? {} : { marks: others }) };
    }
    return Array.isArray(node.content) ? { ...node, content: objects(node.content).map(again) } : node;
  }
}
