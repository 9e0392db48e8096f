import { generateNKeysBetween } from 'fractional-indexing';
import { RecordId } from '../records/ids.ts';
import { isJson, type Json, type JsonObject, sameJson } from '../records/json.ts';
import type { FieldRule, RecordKind } from '../records/kind.ts';
import { objects, text, texts } from '../records/text.ts';
import type { Cut } from './cut.ts';
import { byOrder } from './inOrder.ts';
import type { Veil } from './pseudonyms.ts';
import { filterText } from './texts.ts';

/** The body with only what the kind declares for the audience. */
export function filterBody(cut: Cut, kind: RecordKind): JsonObject {
  const { context, record } = cut;
  const body: JsonObject = {};
  for (const [name, value] of Object.entries(record.body)) {
    const rule = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
    if (rule === undefined) {
      if (!context.on('fields')) body[name] = value;
      else if (!name.startsWith('$')) cut.parts.push({ path: name, reason: 'unknownField' });
    } else if (context.on('fields') && !rule.release.includes(context.audience.kind)) {
      cut.parts.push({ path: name, reason: 'field' });
    } else if (rule.saidTo !== undefined && !isSaidTo(cut, rule.saidTo)) {
      cut.parts.push({ path: name, reason: 'field' });
    } else {
      const kept = filterValue(cut, rule, value, name);
      if (kept !== undefined) body[name] = kept;
    }
  }
  if (context.outside) settleLists(cut, kind, body);
  return body;
}

/** Whether all of an audience outside are among those whom a field of the record names, themselves or through whom they belong to. */
function isSaidTo({ context, record }: Cut, field: string): boolean {
  const { audience, circle } = context;
  if (!context.outside || !context.on('saidTo')) return true;
  if (audience.kind !== 'guest') return false;
  const named: string[] = idsIn(record.body[field]).map((id) => context.keptFor(id));
  const home = circle.persons.get(audience.party)?.organisation;
  return named.includes(audience.party) || (home !== undefined && named.includes(home));
}

const idsIn = (value: Json | undefined): RecordId[] =>
  texts(value).flatMap((one) => RecordId.safeParse(one).data ?? []);

function filterValue(cut: Cut, rule: FieldRule, value: Json, path: string): Json | undefined {
  if (rule.link) return filterLinks(cut, rule, value, path);
  switch (rule.merge) {
    case 'richText':
      return filterText(cut, rule, value, path);
    case 'keyedList':
      return filterEntries(cut, rule, value, path);
    case 'set':
      return Array.isArray(value) ? filterSet(cut, value, path) : undefined;
    case 'scalar':
      return filterShape(cut, rule, value, path);
  }
}

function filterSet(cut: Cut, values: readonly Json[], path: string): Json[] {
  const kept = values.filter((one) => !cut.context.on('shapes') || !isNested(one));
  if (kept.length < values.length) cut.parts.push({ path, reason: 'shape' });
  return kept;
}

function isNested(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}

/** A nested value goes as far as the schema knows it; what it leaves out, or cannot read, stays behind and is told. */
function filterShape(cut: Cut, rule: FieldRule, value: Json, path: string): Json | undefined {
  if (!cut.context.on('shapes') || !isNested(value)) return value;
  const parsed = rule.schema.safeParse(value);
  const known: unknown = parsed.success ? parsed.data : undefined;
  const kept = isJson(known) ? known : undefined;
  if (kept === undefined || !sameJson(kept, value)) cut.parts.push({ path, reason: 'shape' });
  return kept;
}

function filterLinks(cut: Cut, rule: FieldRule, value: Json, path: string): Json | undefined {
  if (!Array.isArray(value)) return linkFor(cut, rule, value, path);
  if (cut.anonymous && rule.attribution === 'author') {
    if (value.length > 0) cut.parts.push({ path, reason: 'attribution' });
    return undefined;
  }
  return value.map((one) => linkFor(cut, rule, one, path)).filter((one) => one !== undefined);
}

function linkFor(cut: Cut, rule: FieldRule, value: Json, path: string): Json | undefined {
  const { context } = cut;
  const named = RecordId.safeParse(value);
  if (!named.success) return undefined;
  const id = context.keptFor(named.data);
  if (cut.anonymous && rule.attribution !== undefined) {
    const isBody = context.circle.organisations.has(id);
    if (rule.attribution === 'author' || !isBody) {
      cut.parts.push({ path, reason: 'attribution' });
      return undefined;
    }
  }
  const veil = context.veils.get(id);
  if (veil !== undefined) {
    cut.parts.push({ path, reason: 'pseudonym' });
    return context.standInFor(veil);
  }
  if (context.unnamed.has(id)) {
    cut.parts.push({ path, reason: 'unnamed' });
    return undefined;
  }
  if (!context.outside) return id;
  if (cut.goes(id)) return context.idFor(id);
  if (!context.on('links')) return id;
  cut.parts.push({ path, reason: 'link' });
  return undefined;
}

function filterEntries(
  cut: Cut,
  { entry: rules = {}, lastOutside }: FieldRule,
  value: Json,
  path: string,
): JsonObject[] {
  const all = objects(value);
  const isCut = lastOutside === true && cut.context.outside && cut.context.on('lastIssue') && all.length > 1;
  if (isCut) cut.parts.push({ path, reason: 'field' });
  return (isCut ? all.toSorted(byOrder).slice(-1) : all)
    .map((entry) => filterEntry(cut, rules, entry, `${path}/${text(entry.id)}`))
    .filter((entry) => entry !== undefined);
}

/** An entry that stands for a link goes only with the link; one that only names who noted it goes without. */
function filterEntry(
  cut: Cut,
  rules: Readonly<Record<string, FieldRule>>,
  entry: JsonObject,
  path: string,
): JsonObject | undefined {
  const { context } = cut;
  const kept: JsonObject = { id: text(entry.id) };
  for (const [name, value] of Object.entries(entry)) {
    if (name === 'id') continue;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined || !rule.release.includes(context.audience.kind)) {
      if (!context.on('entries')) kept[name] = value;
      else cut.parts.push({ path: `${path}/${name}`, reason: rule === undefined ? 'unknownField' : 'field' });
      continue;
    }
    if (rule.tellsOf !== undefined && veilOf(cut, entry[rule.tellsOf]) !== undefined) {
      cut.parts.push({ path: `${path}/${name}`, reason: 'pseudonym' });
      kept[name] = '';
      continue;
    }
    const inner = filterValue(cut, rule, value, `${path}/${name}`);
    if (inner !== undefined) kept[name] = inner;
    else if (rule.link && rule.aside !== true) return undefined;
  }
  return kept;
}

function veilOf({ context }: Cut, named: Json | undefined): Veil | undefined {
  const id = RecordId.safeParse(named);
  return id.success ? context.veils.get(context.keptFor(id.data)) : undefined;
}

/**
 * Outside, what entries of one list name in another goes only while something names it, new ids and order keys stand in
 * both, and the one still names the other.
 */
function settleLists(cut: Cut, kind: RecordKind, body: JsonObject): void {
  const { context } = cut;
  const lists = Object.entries(kind.fields).filter(
    ([name, { merge }]) => merge === 'keyedList' && body[name] !== undefined,
  );
  const naming = lists.flatMap(([list, rule]) =>
    Object.entries(rule.entry ?? {}).flatMap(([field, { entryOf }]) =>
      entryOf === undefined ? [] : [{ list, field, entryOf }],
    ),
  );
  for (const { list, field, entryOf } of context.on('links') ? naming : []) {
    const named = new Set(objects(body[list]).map((entry) => text(entry[field])));
    const kept = objects(body[entryOf]).filter(({ id }) => named.has(text(id)));
    for (const { id } of objects(body[entryOf])) {
      if (!named.has(text(id))) cut.parts.push({ path: `${entryOf}/${text(id)}`, reason: 'link' });
    }
    if (body[entryOf] !== undefined) body[entryOf] = kept;
  }
  if (!context.on('positions')) return;
  for (const { list, field, entryOf } of naming) {
    const ids = new Map(renewPositions(objects(body[entryOf])).map(({ id, was }) => [was, id]));
    body[list] = objects(body[list]).map(({ [field]: named, ...entry }) => {
      const id = ids.get(text(named));
      return id === undefined ? entry : { ...entry, [field]: id };
    });
  }
  for (const [list] of lists) body[list] = renewPositions(objects(body[list])).map(({ entry }) => entry);
}

/** New ids and order keys, in the order that the entries have. */
function renewPositions(entries: readonly JsonObject[]): { was: string; id: string; entry: JsonObject }[] {
  const sorted = [...entries].sort(byOrder);
  const keys = generateNKeysBetween(null, null, sorted.length);
  return sorted.map((entry, index) => {
    const id = `e${index + 1}`;
    const order = typeof entry.order === 'string' ? { order: keys[index] ?? entry.order } : {};
    return { was: text(entry.id), id, entry: { ...entry, id, ...order } };
  });
}
