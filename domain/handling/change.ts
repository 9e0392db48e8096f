import type { ErrorCode } from '../errors.ts';
import { digestOf } from '../records/digest.ts';
import type { RecordId } from '../records/ids.ts';
import { type JsonObject, sameJson } from '../records/json.ts';
import type { RecordKind } from '../records/kind.ts';
import { asJson } from '../records/revision.ts';
import type { Circle } from './circle.ts';
import { isPutOff } from './expiry.ts';
import type { Distribution, Handling, Label, Mark } from './handling.ts';
import { isWithin, stricterLabel } from './order.ts';
import { isNoLooser, isTightening, sameMark } from './tightening.ts';

/** Why a change of handling is not accepted. `rule` is for technicians; the code has the sentence for people. */
export interface HandlingRefusal {
  readonly code: Extract<ErrorCode, 'record.notOriginator' | 'record.invalid'>;
  readonly rule: 'originator' | 'distribution' | 'loosened' | 'caveats' | 'chathamHouse' | 'cleared' | 'expires';
}

/** Who writes a record: the organisation, and the person whose seat it is. */
export interface Author {
  readonly organisation: RecordId;
  readonly person: RecordId;
}

/** The distribution that a label starts with (table in the handling design). */
export function startingDistribution(label: Label, author: Author): Distribution {
  switch (label) {
    case 'PRIVATE':
      return { to: 'installation' };
    case 'TLP:RED':
      return { to: 'named', organisations: [], persons: [author.person] };
    case 'TLP:AMBER+STRICT':
      return { to: 'named', organisations: [author.organisation], persons: [] };
    case 'TLP:AMBER':
      return { to: 'board' };
    case 'TLP:GREEN':
      return { to: 'community' };
    case 'TLP:CLEAR':
      return { to: 'everyone' };
  }
}

/** Whether a label may be given this distribution. A list of names names somebody. */
export function allowsDistribution(label: Label, distribution: Distribution): boolean {
  if (distribution.to === 'named' && distribution.organisations.length + distribution.persons.length === 0)
    return false;
  switch (label) {
    case 'PRIVATE':
      return distribution.to === 'installation';
    case 'TLP:RED':
      return distribution.to === 'named' && distribution.organisations.length === 0;
    case 'TLP:AMBER+STRICT':
      return (
        distribution.to === 'named' && distribution.organisations.length === 1 && distribution.persons.length === 0
      );
    case 'TLP:AMBER':
      return distribution.to === 'named' || distribution.to === 'board';
    case 'TLP:GREEN':
      return distribution.to !== 'installation';
    case 'TLP:CLEAR':
      return distribution.to === 'everyone';
  }
}

/** Kinds and papers that are born for their author's organisation only: assets and positions of a delegation. */
export function isBornStrict(kind: RecordKind | undefined, body: JsonObject): boolean {
  return kind?.bornStrict === true || (kind?.name === 'paper' && body.type === 'nationalPosition');
}

/**
 * The handling of a new record: TLP:AMBER for the board unless its kind is born stricter or the author says otherwise.
 * Throws nothing; a given mark is judged by `checkNewHandling`.
 */
export function bornHandling(
  kind: RecordKind | undefined,
  author: Author,
  options: { readonly body?: JsonObject; readonly label?: Label; readonly mark?: Mark } = {},
): Handling {
  const label = options.mark?.label ?? options.label ?? bornLabel(kind, options.body ?? {});
  return {
    label,
    distribution: options.mark?.distribution ?? startingDistribution(label, author),
    originator: author.organisation,
    caveats: [],
    chathamHouse: false,
  };
}

function bornLabel(kind: RecordKind | undefined, body: JsonObject): Label {
  if (kind?.bornPrivate === true) return 'PRIVATE';
  return isBornStrict(kind, body) ? 'TLP:AMBER+STRICT' : 'TLP:AMBER';
}

/** Judges the handling of a record's first revision. Undefined when it is in order. */
export function checkNewHandling(handling: Handling): HandlingRefusal | undefined {
  if (!allowsDistribution(handling.label, handling.distribution)) return invalid('distribution');
  return handling.cleared === undefined ? undefined : invalid('cleared');
}

/**
/**
 * The digest that a clearance carries: of the body without what the Secretariat notes on what is already cleared, and that
 * says nothing of its content: a paper's numbers, and how far it is (submitted, issued, by whom, who was reminded); in which sessions a participant was;
 * how an item went in the room.
 */
export function clearanceDigest(body: JsonObject): string {
  const { number: _number, openNumber: _openNumber, status: _status, presence: _presence, ...rest } = body;
  const { began: _began, ended: _ended, outcome: _outcome, ...said } = rest;
  const { course: _course, clearance: _clearance, issues: _issues, reminders: _reminders, ...content } = said;
  return digestOf(content);
}

/**
 * The handling that counts for this body: a loosened mark holds for the content that was cleared, and falls back to
 * the record's mark as soon as the content differs. Where the mark was tightened since, the stricter of the two.
 */
export function effectiveHandling(handling: Handling, body: JsonObject): Handling {
  const { cleared } = handling;
  if (cleared === undefined || cleared.digest === clearanceDigest(body)) return handling;
  const { label, distribution } = cleared.otherwise;
  const isNarrower = isWithin(handling.distribution, distribution) === true;
  return {
    ...handling,
    label: stricterLabel(handling.label, label),
    distribution: isNarrower ? handling.distribution : distribution,
  };
}

/** The mark that holds whatever the content: what was not loosened, or what the loosening falls back to. */
export function lastingMark(handling: Handling): Mark {
  return handling.cleared?.otherwise ?? markOf(handling);
}

/** Label and distribution of a handling. */
export function markOf(handling: Handling): Mark {
  return { label: handling.label, distribution: handling.distribution };
}

/**
 * Judges a change of handling on the way from one version of a record to the next. `bodyDigest` is the
 * `clearanceDigest` of the body that the new version has. Undefined when it is in order.
 * - The originator never changes (`record.invalid`).
 * - Only a person of the originator's organisation loosens a label, widens a distribution, removes a caveat or the
 *   Chatham House flag, or lets copies stay longer (`record.notOriginator`); the loosening clears exactly this body, and names the mark that
 *   held before as the one that holds otherwise (`record.invalid`).
 * - Anyone may tighten. Whether a list of names lies within the board takes the circle; without it, it does not.
 */
export function checkHandlingChange(
  before: Handling,
  after: Handling,
  byOrganisation: string,
  bodyDigest: string,
  circle?: Circle,
): HandlingRefusal | undefined {
  if (sameJson(asJson(before), asJson(after))) return undefined;
  if (after.originator !== before.originator) return invalid('originator');
  const isOriginator = byOrganisation === before.originator;
  if (!sameMark(before, after) && !allowsDistribution(after.label, after.distribution)) return invalid('distribution');
  if (!isOriginator) {
    if (before.chathamHouse && !after.chathamHouse) return notOriginator('chathamHouse');
    if (isPutOff(before, after)) return notOriginator('expires');
    if (before.caveats.some((caveat) => !after.caveats.includes(caveat))) return notOriginator('caveats');
  }
  return checkClearance(before, after, isOriginator, bodyDigest, circle);
}

function checkClearance(
  before: Handling,
  after: Handling,
  isOriginator: boolean,
  bodyDigest: string,
  circle: Circle | undefined,
): HandlingRefusal | undefined {
  const { cleared } = after;
  const refused = isOriginator ? invalid('cleared') : notOriginator('loosened');
  if (cleared === undefined) return isNoLooser(lastingMark(before), after, circle) ? undefined : refused;
  if (before.cleared !== undefined && sameJson(asJson(before.cleared), asJson(cleared))) {
    if (isTightening(before, after, circle)) {
      return isNoLooser(after, cleared.otherwise, circle) ? undefined : invalid('cleared');
    }
    return sameMark(before, after) ? undefined : refused;
  }
  if (!isOriginator) return notOriginator('loosened');
  const falls = isNoLooser(lastingMark(before), cleared.otherwise, circle);
  return cleared.digest === bodyDigest && falls ? undefined : invalid('cleared');
}

/**
 * The handling after a person set another mark on a record with this body: with a clearance where that loosens it,
 * without one where it does not. `checkHandlingChange` says whether the person may.
 */
export function withMark(before: Handling, mark: Mark, body: JsonObject, circle?: Circle): Handling {
  const { cleared: _cleared, ...rest } = before;
  const otherwise = lastingMark(before);
  const after: Handling = { ...rest, label: mark.label, distribution: mark.distribution };
  if (isNoLooser(otherwise, mark, circle)) return after;
  return { ...after, cleared: { digest: clearanceDigest(body), otherwise } };
}

/** The handling after the originator looked at changed content and cleared it again at the same mark. */
export function clearAgain(handling: Handling, body: JsonObject): Handling {
  if (handling.cleared === undefined) return handling;
  return { ...handling, cleared: { ...handling.cleared, digest: clearanceDigest(body) } };
}

function invalid(rule: HandlingRefusal['rule']): HandlingRefusal {
  return { code: 'record.invalid', rule };
}

function notOriginator(rule: HandlingRefusal['rule']): HandlingRefusal {
  return { code: 'record.notOriginator', rule };
}
