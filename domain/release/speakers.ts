import { referenceTarget } from '../papers/places.ts';
import { isJsonObject, type Json, type JsonObject } from '../records/json.ts';
import { kindOf } from '../records/kinds.ts';
import { objects, text } from '../records/text.ts';
import type { GateContext } from './context.ts';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The records that a mark of a text leads to: by a link to a record, or inside an address. */
export function linkedIn({ type, attrs }: JsonObject): string[] {
  if (!isJsonObject(attrs)) return [];
  if (type === 'recordLink') return [text(attrs.record)];
  const href = type === 'link' ? text(attrs.href) : '';
  return /^amberdesk:/i.test(href) ? (href.match(UUID) ?? []) : [];
}

/** The records that anything in a text leads to. Linear in its length. */
export function linkedInText(value: Json | undefined): string[] {
  const found: string[] = [];
  const open = isJsonObject(value) ? [value] : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const mark of objects(next.marks)) found.push(...linkedIn(mark));
    const target = referenceTarget(next);
    if (target !== undefined) found.push(target.record);
    open.push(...objects(next.content));
  }
  return found;
}

/** The texts of a record that tell who said what. */
export function saidTexts(kind: string, body: JsonObject): (Json | undefined)[] {
  const fields = Object.entries(kindOf(kind)?.fields ?? {});
  return fields.filter(([, { attribution }]) => attribution === 'said').map(([name]) => body[name]);
}

/** Tells whether an id is that of somebody who can have said something; of what nobody knows, it is. */
export function isSpeaker({ byId }: Pick<GateContext, 'byId'>) {
  return (id: string): boolean => {
    const target = byId.get(id);
    return target === undefined || target.kind === 'organisation' || target.kind === 'person';
  };
}
