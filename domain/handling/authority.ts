import { isOverstepped } from '../adoption/authority.ts';
import { type DossierRefusal, dossierRefusal } from '../dossiers/authority.ts';
import type { ErrorCode } from '../errors.ts';
import { lifeRefusals } from '../papers/lifeAuthority.ts';
import { type ApprovalGrounds, approvalGrounds, decides, mayFollow } from '../records/approval.ts';
import { sameJson } from '../records/json.ts';
import { kindOf } from '../records/kinds.ts';
import type { RevisionContent } from '../records/revision.ts';
import { checkHandlingChange, checkNewHandling, clearanceDigest, type HandlingRefusal } from './change.ts';
import type { Circle } from './circle.ts';

/** Fields that only the Secretariat's seat fills (¶19). */
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  meeting: ['number'],
  agendaItem: ['number', 'openNumber'],
  paper: ['number', 'openNumber'],
  decision: ['number'],
  action: ['number'],
  recommendation: ['number'],
};

/** The fields of a kind that only the Secretariat's seat fills. */
export function numberFields(kind: string): readonly string[] {
  return Object.hasOwn(NUMBERS, kind) ? (NUMBERS[kind] ?? []) : [];
}

/** Something in a revision that its author had no right to do. */
export interface AuthorityRefusal {
  readonly code: Extract<
    ErrorCode,
    | 'record.notOriginator'
    | 'record.invalid'
    | 'record.numbersBySecretariat'
    | 'adoption.notYours'
    | 'minutes.approved'
    | 'minutes.bySecretariat'
    | 'paper.issued'
    | 'paper.bySecretariat'
    | 'paper.notYourStep'
    | DossierRefusal
  >;
  readonly rule:
    | HandlingRefusal['rule']
    | 'number'
    | 'unknownParent'
    | 'anonymity'
    | 'adoption'
    | 'dossier'
    | 'approved'
    | 'approval'
    | 'issue'
    | 'clearance';
  readonly field?: string;
}

/** A revision, as far as authority goes. */
export interface Judged extends Pick<RevisionContent, 'kind' | 'parents' | 'handling' | 'body'> {
  /** Where it was read from the whole body before and `body` is not all of it. */
  readonly approval?: ApprovalGrounds | undefined;
}

/**
 * What its author had no right to do in a revision that arrived: loosen without being the originator, change the
 * originator, give numbers, approve or open again without being the Secretariat, change what was approved or issued, issue a paper or clear it in another's place, answer in another
 * member's place. An empty list when all is in order.
 *
 * The revision is held against each of its parents. Where one is unknown the strict reading holds: the author may have
 * loosened and given every number that it carries, so only the originator's organisation and the Secretariat may have
 * written it, and the originator is the one that `known` has for the record.
 *
 * A record whose id follows from a natural key may begin twice, in capitals that never met, each its originator. A
 * revision that joins the two keeps one of the originators, and loosens neither side's mark without that side's.
 *
 * @param parents those of `revision.parents` that are known, in any order
 * @param known the originator that the record has here already, whether its id follows from a natural key, the circle
 *   for lists of names, and the person who writes
 */
export function checkRevisionAuthority(
  revision: Judged,
  parents: readonly Judged[],
  authorOrganisation: string,
  roleOfAuthor: 'secretariat' | 'member' | 'guest',
  known: {
    readonly originator?: string;
    readonly natural?: boolean;
    readonly circle?: Circle;
    readonly person?: string;
  } = {},
): AuthorityRefusal[] {
  const refusals: AuthorityRefusal[] = [];
  const { handling } = revision;
  const orphaned = parents.length < revision.parents.length;
  const originators = new Set(parents.map((parent) => parent.handling.originator));
  const joins = originators.size > 1 && originators.has(handling.originator);
  const begins = revision.parents.length === 0 && known.natural === true;
  // Known parents tell the originator themselves, below; the record may have another one on another branch.
  const told = parents.length > 0 && !orphaned;
  if (known.originator !== undefined && known.originator !== handling.originator && !begins && !told) {
    refusals.push({ code: 'record.invalid', rule: 'originator' });
  }
  if (revision.parents.length === 0) {
    const refusal = checkNewHandling(handling);
    if (refusal !== undefined) refusals.push(refusal);
    if (handling.originator !== authorOrganisation && roleOfAuthor !== 'secretariat') {
      refusals.push({ code: 'record.notOriginator', rule: 'originator' });
    }
  }
  const digest = handling.cleared === undefined ? '' : clearanceDigest(revision.body);
  for (const parent of parents) {
    const after = joins ? { ...handling, originator: parent.handling.originator } : handling;
    const refusal = checkHandlingChange(parent.handling, after, authorOrganisation, digest, known.circle);
    if (refusal !== undefined) refusals.push(refusal);
  }
  if (parents.some((parent) => showsName(parent, revision, authorOrganisation))) {
    refusals.push({ code: 'record.notOriginator', rule: 'anonymity', field: 'anonymity' });
  }
  if (orphaned && authorOrganisation !== handling.originator) {
    refusals.push({ code: 'record.notOriginator', rule: 'unknownParent' });
  }
  const writer = {
    organisation: authorOrganisation,
    person: known.person,
    isSecretariat: roleOfAuthor === 'secretariat',
  };
  if (isOverstepped(revision, parents, writer, known.natural === true)) {
    refusals.push({ code: 'adoption.notYours', rule: 'adoption' });
  }
  const bound = parents.map(({ body }) => body);
  const refused = dossierRefusal(revision.kind, revision.body, bound, writer.isSecretariat);
  if (refused !== undefined) refusals.push({ code: refused, rule: 'dossier' });
  refusals.push(...approvalRefusals(revision, parents, roleOfAuthor), ...lifeRefusals(revision, parents, writer));
  return roleOfAuthor === 'secretariat' ? refusals : [...refusals, ...numbersGiven(revision, parents, orphaned)];
}

/** What was approved stands, and the Secretariat alone says that it was approved, or opens it again (ADR 92). */
function approvalRefusals(
  revision: Judged,
  parents: readonly Judged[],
  roleOfAuthor: 'secretariat' | 'member' | 'guest',
): AuthorityRefusal[] {
  const after = groundsOf(revision);
  if (after === undefined) return [];
  const before = parents.flatMap((parent) => groundsOf(parent) ?? []);
  const refusals = kindOf(revision.kind)?.approval?.refusals;
  if (refusals === undefined) return [];
  if (!mayFollow(after, before)) return [{ code: refusals.standing, rule: 'approved' }];
  return roleOfAuthor === 'secretariat' || !decides(after, before)
    ? []
    : [{ code: refusals.bySecretariat, rule: 'approval' }];
}

const groundsOf = ({ kind, body, approval }: Judged): ApprovalGrounds | undefined =>
  approval ?? approvalGrounds(kindOf(kind), body);

/** Whether somebody who appeared under another name no longer does, and not by their originator's will: a loosening. */
function showsName(before: Judged, { body }: Judged, author: string): boolean {
  if (before.body.anonymity !== 'pseudonym' || body.anonymity === 'pseudonym') return false;
  return author !== before.handling.originator && body.$deleted === undefined;
}

/** The numbers that differ from those of every parent. */
export function numbersGiven(
  revision: Pick<Judged, 'kind' | 'body'>,
  parents: readonly Pick<Judged, 'body'>[],
  orphaned = false,
): AuthorityRefusal[] {
  return numberFields(revision.kind)
    .filter((field) => {
      const value = revision.body[field];
      if (parents.some((parent) => sameJson(parent.body[field], value))) return false;
      return value !== undefined || (parents.length > 0 && !orphaned && revision.body.$deleted === undefined);
    })
    .map((field) => ({ code: 'record.numbersBySecretariat', rule: 'number', field }));
}
