import { isOutcome, OUTCOME_KINDS } from '../outcomes/kinds.ts';
import type { JsonObject } from '../records/json.ts';
import { objects, text } from '../records/text.ts';
import type { GateContext } from './context.ts';
import type { Material, ReleasableRecord } from './material.ts';
import { reached } from './reached.ts';

/**
 * The comments that stay behind with what they are on, and adoptions and answers with what is put up. A comment quotes its record and got its mark when it was
 * written, so it goes only where the record may go as that is marked now; and an answer only where the comment goes
 * that it answers. What the comment was on in any shared revision counts, since its words may still quote it. On
 * something that is not here it goes nowhere; this installation keeps what it has. So with an adoption, which has the
 * words of all that is put up in it, and with an answer to it, which may quote them; and with decisions, actions and
 * recommendations, which quote the minutes that they are marked in and tell of their item.
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
    if (!isAbout(kind)) continue;
    const bodies = [body, ...(histories?.get(id) ?? []).map((revision) => revision.body)];
    for (const subject of new Set(bodies.flatMap((one) => subjectsOf(kind, one)))) {
      const about = context.byId.get(subject);
      if (about === undefined ? context.audience.kind !== 'self' : !mayGo(about)) left.push(id);
      const known = remarks.get(subject);
      if (known === undefined) remarks.set(subject, [id]);
      else known.push(id);
    }
  }
  return reached(left, (id) => remarks.get(id) ?? []);
}

const ABOUT: readonly string[] = ['comment', 'adoption', 'answer', ...OUTCOME_KINDS];

/** Whether records of a kind go only where what they are about may go. */
export function isAbout(kind: string): boolean {
  return ABOUT.includes(kind);
}

/**
 * The ids that a comment names as what it is on and what it answers, an adoption as what is put up, an answer as what it
 * answers, a decision, an action, a recommendation as its item and the minutes that it is marked in, where it has these; no
 * id where one of the others should name one and does not.
 */
export function subjectsOf(kind: string, { record, replyTo, put, adoption, minutes, item }: JsonObject): string[] {
  if (isOutcome(kind)) return [minutes, item].flatMap((id) => (id === undefined ? [] : [text(id)]));
  if (kind === 'adoption') return objects(put).map((one) => text(one.record));
  if (kind === 'answer') return [text(adoption)];
  return replyTo === undefined ? [text(record)] : [text(record), text(replyTo)];
}
