import { AmberdeskError } from '../../domain/errors.ts';
import { checkRevisionAuthority, type Judged } from '../../domain/handling/authority.ts';
import { clearAgain, clearanceDigest, withMark } from '../../domain/handling/change.ts';
import type { Handling, Mark } from '../../domain/handling/handling.ts';
import { sameJson } from '../../domain/records/json.ts';
import { hasNaturalId, kindOf } from '../../domain/records/kinds.ts';
import { asJson, type Body } from '../../domain/records/revision.ts';
import type { Vault } from '../vault/vault.ts';
import { readCircle } from './circle.ts';
import { computeView, type State } from './refresh.ts';
import { findRevision, type RecordRow } from './rows.ts';

export interface HandlingChanges {
  readonly mark?: Mark;
  readonly caveats?: readonly string[];
  readonly chathamHouse?: boolean;
  /** The last day, after which copies ask to be deleted; null for none. */
  readonly expires?: string | null;
  readonly clearAgain?: boolean;
}

/**
 * The handling of a record after an edit that leaves it with this body. A clearance that was not shared yet falls away
 * when the content that it cleared changes; a shared one stays, and no longer holds (see `effectiveHandling`).
 */
export function handlingAfter(vault: Vault, record: RecordRow, body: Body, changes: HandlingChanges): Handling {
  const shared = record.heads.length > 0 ? computeView(vault, record.id, { draft: false })?.handling : undefined;
  let handling = withoutStaleClearance(record.handling, shared, body);
  if (changes.mark !== undefined && changes.mark.label !== 'PRIVATE' && kindOf(record.kind)?.bornPrivate) {
    throw new AmberdeskError('record.invalid', { kind: record.kind, label: changes.mark.label });
  }
  if (changes.mark !== undefined) handling = remark(vault, handling, shared, changes.mark, body);
  if (changes.clearAgain === true) handling = clearAgain(handling, body);
  const { expires: before, ...kept } = handling;
  const expires = changes.expires === undefined ? before : (changes.expires ?? undefined);
  return {
    ...kept,
    ...(expires === undefined ? {} : { expires }),
    caveats: changes.caveats === undefined ? handling.caveats : [...changes.caveats],
    chathamHouse: changes.chathamHouse ?? handling.chathamHouse,
  };
}

function withoutStaleClearance(handling: Handling, shared: Handling | undefined, body: Body): Handling {
  const { cleared, ...rest } = handling;
  if (cleared === undefined || cleared.digest === clearanceDigest(body)) return handling;
  if (shared?.cleared !== undefined && sameJson(asJson(shared.cleared), asJson(cleared))) return handling;
  const before = { ...rest, label: cleared.otherwise.label, distribution: cleared.otherwise.distribution };
  if (shared?.cleared === undefined) return before;
  return { ...before, label: shared.label, distribution: shared.distribution, cleared: shared.cleared };
}

/** Another mark: free while nobody else has seen the record, held against what was shared afterwards. */
function remark(vault: Vault, handling: Handling, shared: Handling | undefined, mark: Mark, body: Body): Handling {
  if (shared === undefined) return { ...handling, label: mark.label, distribution: mark.distribution };
  const { caveats, chathamHouse, expires } = handling;
  const { expires: _shared, ...marked } = withMark(shared, mark, body, readCircle(vault));
  return { ...marked, caveats, chathamHouse, ...(expires === undefined ? {} : { expires }) };
}

/**
 * Refuses what this installation may not do in a version of this record, by the rules by which every receiver judges
 * it. The version's parents are all shared heads. Throws `record.notOriginator`, `record.numbersBySecretariat`,
 * `adoption.notYours` or `record.invalid`.
 */
export function requireAuthority(
  vault: Vault,
  record: Pick<RecordRow, 'id' | 'kind' | 'heads'>,
  { body, handling }: State,
): void {
  const parents = record.heads.flatMap((id) => findRevision(vault, id) ?? []);
  const remarked = parents.some((parent) => !sameJson(asJson(parent.handling), asJson(handling)));
  const { organisation, role, seat: person } = vault.installation;
  const version: Judged = { kind: record.kind, parents: parents.map((parent) => parent.id), handling, body };
  const natural = hasNaturalId(record.kind, record.id, body);
  const known = { person, natural, ...(remarked ? { circle: readCircle(vault) } : {}) };
  const [refusal] = checkRevisionAuthority(version, parents, organisation, role, known);
  if (refusal === undefined) return;
  throw new AmberdeskError(refusal.code, { rule: refusal.rule, ...(refusal.field && { field: refusal.field }) });
}
