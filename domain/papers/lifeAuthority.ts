import type { Writer } from '../adoption/authority.ts';
import { type Json, type JsonObject, sameJson } from '../records/json.ts';
import type { RevisionContent } from '../records/revision.ts';
import { objects, text } from '../records/text.ts';

type Judged = Pick<RevisionContent, 'kind' | 'body'>;

/** What somebody did in the life of a paper that was not theirs to do. */
export interface LifeRefusal {
  readonly code: 'paper.bySecretariat' | 'paper.notYourStep';
  readonly rule: 'issue' | 'clearance';
}

const JUDGED = ['status', 'issues', 'clearance', 'course'];

/** The fields of a kind by which it is judged who may issue and clear it. */
export function lifeFields(kind: string): readonly string[] {
  return kind === 'paper' ? JUDGED : [];
}

/**
 * What this writer had no right to do: to say that a paper is issued, to write in its issues, or that it was begun anew,
 * without being the Secretariat; to say in another person’s place that they cleared it. Whoever joins what others did on
 * two sides has done nothing of it.
 */
export function lifeRefusals(
  { kind, body }: Judged,
  parents: readonly Pick<Judged, 'body'>[],
  writer: Writer,
): LifeRefusal[] {
  if (kind !== 'paper' || writer.isSecretariat) return [];
  const refusals: LifeRefusal[] = [];
  const before = parents.map((parent) => parent.body);
  const isIssuedAnew = body.status === 'issued' && !before.some(({ status }) => status === 'issued');
  if (isIssuedAnew || writesIssues(body, before)) refusals.push({ code: 'paper.bySecretariat', rule: 'issue' });
  const noted = objects(body.clearance).filter(({ state = null }) => text(state) !== '');
  const known = before.flatMap(({ clearance = null }) => objects(clearance)).map(whatWasSaid);
  const strange = noted.filter((step) => !known.some((other) => sameJson(other, whatWasSaid(step))));
  if (strange.some(({ person = null, by = null }) => writer.person !== person || writer.person !== by)) {
    refusals.push({ code: 'paper.notYourStep', rule: 'clearance' });
  }
  return refusals;
}

/** Whether an issue is there that none of the versions before had so, or one is gone that all of those with it still had. */
function writesIssues(body: JsonObject, before: readonly JsonObject[]): boolean {
  const after = objects(body.issues);
  const lists = before.map(({ issues = null }) => objects(issues));
  const isIn = (entry: JsonObject, list: readonly JsonObject[]) => list.some((other) => sameJson(other, entry));
  if (after.some((entry) => !lists.some((list) => isIn(entry, list)))) return true;
  return (
    body.$deleted === undefined &&
    lists.some((list) => list.some((entry) => !isIn(entry, after) && lists.every((other) => isIn(entry, other))))
  );
}

/** Of a step, what was said in it, by whom, and of which text. */
function whatWasSaid({ id, person, state, on, by, reason, seen, version }: JsonObject): Json {
  return [id, person, state, on, by, reason, seen, version].map((part) => part ?? null);
}
