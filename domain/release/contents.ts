import { LABELS, type Label } from '../handling/handling.ts';
import { labelRank } from '../handling/order.ts';
import { isJsonObject, type Json } from '../records/json.ts';
import { text } from '../records/text.ts';
import type { ReleasedAttachment } from './material.ts';

/** What the gate has to know of a whole body before it lets it go uncut, unknown fields and kinds included. */
export interface Contents {
  /** The placeholders of stricter portions. */
  readonly placeholders: ReadonlySet<string>;
  /** Whether a block carries a mark stricter than this label, or one that this version does not know. */
  readonly tooStrict: boolean;
  readonly attachments: readonly ReleasedAttachment[];
  /** Whether one of the ids that were looked for stands in it. */
  readonly mentions: boolean;
}

const SHA256 = /^[0-9a-f]{64}$/;

/** Walks a body once. `ids`: what to look for among its strings and keys. */
export function contentsOf(body: Json, label: Label, ids: ReadonlySet<string>): Contents {
  const placeholders = new Set<string>();
  const attachments: ReleasedAttachment[] = [];
  let tooStrict = false;
  let mentions = false;
  const open: Json[] = [body];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') mentions ||= namesOneOf(next, ids);
    if (Array.isArray(next)) for (const inner of next) open.push(inner);
    if (!isJsonObject(next)) continue;
    for (const [key, inner] of Object.entries(next)) {
      mentions ||= namesOneOf(key, ids);
      open.push(inner);
    }
    const attrs = next.attrs;
    if (typeof next.type === 'string' && isJsonObject(attrs)) {
      if (next.type === 'portion') placeholders.add(text(attrs.placeholder));
      else tooStrict ||= isTooStrict(attrs.mark, label);
    }
    const attachment = attachmentOf(next);
    if (attachment !== undefined) attachments.push(attachment);
  }
  return { placeholders, tooStrict, attachments, mentions };
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Whether one of the ids stands in a text, alone or inside an address. */
export function namesOneOf(words: string, ids: ReadonlySet<string>): boolean {
  if (ids.size === 0 || words.length < 36) return false;
  return words.match(UUID)?.some((id) => ids.has(id.toLowerCase())) ?? false;
}

/** Whether a block's mark is stricter than the label, or not one that this version knows. No mark is no mark. */
export function isTooStrict(mark: Json | undefined, label: Label): boolean {
  if (mark === undefined || mark === null || mark === '') return false;
  const known = LABELS.find((one) => one === mark);
  return known === undefined || labelRank(known) < labelRank(label);
}

/** The file that an entry of a list names, or undefined when it names none. */
export function attachmentOf(entry: Readonly<Record<string, Json>>): ReleasedAttachment | undefined {
  const { sha256, name, mediaType, size } = entry;
  if (typeof sha256 !== 'string' || !SHA256.test(sha256)) return undefined;
  return { sha256, name: text(name), mediaType: text(mediaType), size: typeof size === 'number' ? size : 0 };
}
