import type { JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';
import type { GateContext } from './context.ts';
import type { Material, ReleasableRecord } from './material.ts';
import { reached } from './reached.ts';

/**
 * The comments that stay behind with what they are on. A comment quotes its record and got its mark when it was
 * written, so it goes only where the record may go as that is marked now; and an answer only where the comment goes
 * that it answers. What the comment was on in any shared revision counts, since its words may still quote it. On
 * something that is not here it goes nowhere; this installation keeps what it has.
 *
 * `mayGo`: whether the audience may have a record. Linear in the size of the material.
 */
export function commentsLeftBehind(
  context: GateContext,
  { records, histories }: Material,
  mayGo: (record: ReleasableRecord) => boolean,
): ReadonlySet<string> {
  const left: string[] = [];
  const remarks = new Map<string, string[]>();
  for (const { id, kind, body } of records) {
    if (kind !== 'comment') continue;
    const bodies = [body, ...(histories?.get(id) ?? []).map((revision) => revision.body)];
    for (const subject of new Set(bodies.flatMap(subjectsOf))) {
      const about = context.byId.get(subject);
      if (about === undefined ? context.audience.kind !== 'self' : !mayGo(about)) left.push(id);
      const known = remarks.get(subject);
      if (known === undefined) remarks.set(subject, [id]);
      else known.push(id);
    }
  }
  return reached(left, (id) => remarks.get(id) ?? []);
}

/** The ids that a comment names as what it is on and what it answers; no id where it should name its record and does not. */
export function subjectsOf({ record, replyTo }: JsonObject): string[] {
  return replyTo === undefined ? [text(record)] : [text(record), text(replyTo)];
}
