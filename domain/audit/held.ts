import { plainText } from '../papers/plainText.ts';
import { BLOCK_NODES, INLINE_NODES, MARKS } from '../papers/richText.ts';
import { isJsonObject, type Json, type JsonObject, sameJson } from '../records/json.ts';
import { attachmentOf } from '../release/contents.ts';
import type { Material } from '../release/material.ts';
import type { Release } from '../release/release.ts';

/** What a stretch of a vault is: what somebody wrote, an id, a file, or something of the machine it lies on. */
export type HeldAs = 'words' | 'id' | 'file' | 'machine';

/** Something that the gate had before it, and the record it is of. What of it was released is not asked here. */
export interface Held {
  readonly is: HeldAs;
  readonly text: string;
  readonly record?: string;
}

/** What went as it is: the ids of revisions, and the bodies of printed records by their ids here. */
export interface WentWhole {
  readonly revisions: ReadonlySet<string>;
  readonly bodies: ReadonlyMap<string, JsonObject>;
}

/**
 * Everything of the material that must not be found in an output unless it was released: every string that somebody
 * wrote or chose, in every shared version, with the ids, and the names and digests of files. What `went` as it is was
 * released to the last word and is left out; most of a bundle or a print for the board is that. Linear in the material.
 */
export function* heldIn({ records, histories }: Material, went: WentWhole): Generator<Held> {
  for (const { id, body, handling } of records) {
    const history = histories?.get(id) ?? [];
    yield { is: 'id', text: id, record: id };
    for (const text of handling.caveats) yield { is: 'words', text, record: id };
    const isReleased =
      sameJson(went.bodies.get(id), body) ||
      history.some((one) => went.revisions.has(one.id) && sameJson(one.body, body));
    if (!isReleased) yield* heldInValue(id, body, false);
    for (const revision of history) {
      if (went.revisions.has(revision.id)) continue;
      yield { is: 'id', text: revision.id, record: id };
      for (const text of revision.handling.caveats) yield { is: 'words', text, record: id };
      yield* heldInValue(id, revision.body, false);
    }
  }
}

/** What of a release went as it is. */
export function wentWhole({ revisions, documents }: Pick<Release, 'revisions' | 'documents'>): WentWhole {
  return {
    revisions: new Set(revisions.map(({ revision }) => revision.id)),
    bodies: new Map(documents.map(({ id, body }) => [id, body])),
  };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Inside a text, words are read with what stands around them; its form, such as what a block is, is nobody's word. */
function* heldInValue(record: string, value: Json, isInText: boolean): Generator<Held> {
  if (typeof value === 'string') yield { is: UUID.test(value) ? 'id' : 'words', text: value, record };
  else if (Array.isArray(value)) for (const inner of value) yield* heldInValue(record, inner, isInText);
  else if (isJsonObject(value)) {
    const file = attachmentOf(value);
    if (file !== undefined) yield { is: 'file', text: file.sha256, record };
    if (value.type === 'doc') yield* heldInText(record, plainText(value));
    const withinText = isInText || value.type === 'doc';
    for (const [key, inner] of Object.entries(value)) {
      if (withinText && (key === 'text' || isForm(key, inner))) continue;
      yield* heldInValue(record, inner, withinText);
    }
  }
}

const FORMS = new Set<Json>(['doc', ...INLINE_NODES, ...BLOCK_NODES, ...MARKS]);

function isForm(key: string, value: Json): boolean {
  return key === 'type' && FORMS.has(value);
}

/** Letters of a line that may be a heading, a name in a list or in a table: what is longer is read in runs. */
const SHORT_LINE = 120;

function* heldInText(record: string, text: string): Generator<Held> {
  yield { is: 'words', text, record };
  for (const line of text.split('\n')) {
    if (line.length <= SHORT_LINE && line.length < text.length) yield { is: 'words', text: line, record };
  }
}
