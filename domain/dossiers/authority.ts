import type { ErrorCode } from '../errors.ts';
import type { JsonObject } from '../records/json.ts';
import { sameJson } from '../records/json.ts';
import { objects } from '../records/text.ts';

/** What of a dossier is held against what it was before: nobody changes an issue, and the Secretariat numbers copies. */
export function dossierFields(kind: string): readonly string[] {
  return kind === 'dossier' ? ['issues', 'copies'] : [];
}

export type DossierRefusal = Extract<ErrorCode, 'dossier.issuesStand' | 'dossier.bySecretariat'>;

/**
 * Why a version of a dossier may not follow these. Every issue that one of them has is in it as it was; an issue that none of
 * them has was made by the Secretariat, and so was every number of a copy. A deleted book is none that anybody reads.
 */
export function dossierRefusal(
  kind: string,
  after: JsonObject,
  before: readonly JsonObject[],
  isSecretariat: boolean,
): DossierRefusal | undefined {
  if (kind !== 'dossier' || after.$deleted !== undefined) return undefined;
  const stand = before.flatMap((body) => objects(body.issues));
  const issues = objects(after.issues);
  if (!stand.every((one) => issues.some((other) => sameJson(one, other)))) return 'dossier.issuesStand';
  if (isSecretariat) return undefined;
  const isNew = issues.some((one) => !stand.some((other) => other.id === one.id));
  return isNew || !isNumberedBefore(after, before) ? 'dossier.bySecretariat' : undefined;
}

function isNumberedBefore(after: JsonObject, before: readonly JsonObject[]): boolean {
  const known = before.flatMap((body) => objects(body.copies));
  return objects(after.copies).every(
    ({ number, party }) => number === undefined || known.some((copy) => copy.party === party && copy.number === number),
  );
}
