import { approvalGrounds, isApproved, mayFollow } from './approval.ts';
import type { FieldConflict } from './conflict.ts';
import { isDeleted } from './deletion.ts';
import { type Json, type JsonObject, sameJson } from './json.ts';
import type { RecordKind } from './kind.ts';
import { disagreement } from './merged.ts';
import { keysOfAll, objectOf, own } from './own.ts';
import { type Bases, basesWithin, survivors } from './survivors.ts';

interface SideBody {
  readonly version: string;
  readonly body: JsonObject;
}

/** Whether a side knows what was approved on another, which it opened again with a reason. */
function opensAgain(kind: RecordKind, body: JsonObject, approved: JsonObject): boolean {
  const [after, before] = [approvalGrounds(kind, body), approvalGrounds(kind, approved)];
  return after !== undefined && before !== undefined && after.digest !== before.digest && mayFollow(after, [before]);
}

interface MergedBody {
  readonly value: JsonObject;
  readonly conflicts: readonly FieldConflict[];
}

/**
 * What was approved on one side stands, whatever another side, which had not heard of it, changed meanwhile: the field
 * shows what was approved, and what the other side says there is a question for a person (ADR 92). A side that left the
 * field as it was before asks nothing. Of two that were approved apart, one is shown and both are asked about, field by field. `merged`: what the fields come to by their own rules.
 */
export function keepApproved(
  kind: RecordKind | undefined,
  sides: readonly SideBody[],
  bases: Bases,
  merged: MergedBody,
): MergedBody {
  const { approval } = kind ?? {};
  if (kind === undefined || approval === undefined) return merged;
  const approved = sides.filter(
    (side) =>
      isApproved(approval, side.body) &&
      !isDeleted(side.body) &&
      !sides.some((other) => other !== side && opensAgain(kind, other.body, side.body)),
  );
  const isOne = approved.length === sides.length && approved.every(({ body }) => sameJson(body, sides[0]?.body));
  if (approved.length === 0 || isOne) return merged;
  const shown: [string, Json | undefined][] = [];
  const questions: FieldConflict[] = [];
  for (const field of keysOfAll(sides.map(({ body }) => body))) {
    if (field.startsWith('$') || field === approval.field) continue;
    const values = sides
      .filter((side) => !isDeleted(side.body))
      .map(({ version, body }) => ({ version, value: own(body, field) }));
    const within = basesWithin(bases, (value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? { part: own(value, field) } : null,
    );
    const standing = values.filter(({ version }) => approved.some((one) => one.version === version));
    const [stands] = survivors(standing, within, field);
    if (stands === undefined) continue;
    const asking = values.filter(
      (side) => !sameJson(side.value, stands.value) && survivors([stands, side], within, field).includes(side),
    );
    shown.push([field, stands.value]);
    if (asking.length === 0) continue;
    questions.push(disagreement([stands, ...asking], within, { path: field, field, type: 'scalar' }));
  }
  const fields = new Set(shown.map(([field]) => field));
  const others = Object.entries(merged.value).filter(([field]) => !fields.has(field));
  return {
    value: objectOf([...others, ...shown]),
    conflicts: [...merged.conflicts.filter(({ field }) => !fields.has(field)), ...questions],
  };
}
